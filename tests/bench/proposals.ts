import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { foldLetters } from '../../domain/language/fold-letters.ts'
import { findPersonalData } from '../../domain/personal-data/find-personal-data.ts'
import { nobodyKnown } from '../../domain/personal-data/known-people.ts'
import { isReplacedByDefault } from '../../domain/personal-data/personal-data-kind.ts'
import { searchText } from '../../domain/proposals/search-text.ts'
import { percentile } from '../../domain/statistics/percentile.ts'
import { seededRandom } from '../../domain/statistics/seeded-random.ts'
import { openCluster } from '../../server/db/embedded/cluster.ts'
import { ensureDatabase } from '../../server/db/embedded/ensure-database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { closePool } from '../../server/db/pool.ts'
import { findSimilar } from '../../server/proposals/search/find-similar.ts'
import { declinedNames, ordinaryWords } from './proposals-bench/declined-names.ts'
import { type BenchStory, generateStory } from './proposals-bench/generate-stories.ts'
import { markedCorpus } from './proposals-bench/marked-corpus.ts'

const proposals = 20_000
const nobody = { exceptId: null, viewerId: '00000000-0000-0000-0000-000000000000' }
const queries = 200
const similarMsAtMost = 100
const detectMsAtMost = 200
const megabyte = 1_000_000
const sentences = 8_000
const missedAtMost = 0.005
const falseAtMost = 0.02
const namesMissedAtMost = 0.07
const wordsMarkedAtMost = 0.02

/**
 * Similar proposals over 20 000 (p95, against ranking every match by PostgreSQL's own ts_rank), the finders of personal data over
 * 1 MB (against one plain pattern a kind), and what they miss and mark wrongly in a generated corpus. Gives 1 when a target is missed.
 */
export async function run(): Promise<number> {
  const ok = [detectFigure(), ...corpusFigures(), ...nameFigures(), await similarFigure()]
  return ok.every(Boolean) ? 0 : 1
}

function detectFigure(): boolean {
  const random = seededRandom('proposals-bench detect')
  const corpus = markedCorpus(random, 400).map(({ text }) => text)
  let text = ''
  while (Buffer.byteLength(text) < megabyte)
    text += `${generateStory(random).rest}. ${corpus[random.int(0, corpus.length - 1)]!}\n`
  const ms = medianMs(9, () =>
    findPersonalData(text, { ...nobodyKnown, names: ['Anna Kowalska', 'Karol', 'Дарья Полякова'] }),
  )
  const baselineMs = medianMs(5, () => plainPatterns.map((pattern) => [...text.matchAll(pattern)].length))
  return report(
    'detectors over 1 MB, median ms',
    ms,
    baselineMs,
    'one plain pattern a kind, no checks',
    ms <= detectMsAtMost,
  )
}

const plainPatterns = [
  /\b(?:\d[ -]?){12,18}\d\b/g,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b/gi,
  /\b\d{11}\b/g,
  /\b\d{3}-\d{3}-\d{2}-\d{2}\b/g,
  /\b\d{3}-\d{3}-\d{3} \d{2}\b/g,
  /\+?\d[\d ()-]{7,14}\d/g,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
]

function corpusFigures(): boolean[] {
  const corpus = markedCorpus(seededRandom('proposals-bench corpus'), sentences)
  let missed = 0
  let wrongKind = 0
  let falselyMarked = 0
  let plainFalse = 0
  for (const { text, personal, harmless } of corpus) {
    const marks = findPersonalData(text).filter(({ kind }) => isReplacedByDefault(kind))
    for (const { value, kind } of personal) {
      const start = text.indexOf(value)
      const cover = marks.find((mark) => mark.start <= start && mark.end >= start + value.length)
      if (!cover) missed += 1
      else if (cover.kind !== kind) wrongKind += 1
    }
    for (const value of harmless) {
      const start = text.indexOf(value)
      if (marks.some((mark) => mark.start < start + value.length && start < mark.end)) falselyMarked += 1
      if (
        [...text.matchAll(/\d(?:[ .-]?\d){8,}/g)].some(
          (m) => m.index < start + value.length && start < m.index + m[0].length,
        )
      )
        plainFalse += 1
    }
  }
  const share = (count: number) => count / sentences
  return [
    report('identifiers missed, share', share(missed), null, null, share(missed) <= missedAtMost),
    report('found with another label, share', share(wrongKind), null, null, true),
    report(
      ...(['harmless numbers marked, share', share(falselyMarked), share(plainFalse)] as const),
      ...(['every nine digits with separators', share(falselyMarked) <= falseAtMost] as const),
    ),
  ]
}

/** Declined forms of known names in small letters, and ordinary words while all of those people are known; against the bare name. */
function nameFigures(): boolean[] {
  const knownAs = (names: readonly string[]) => ({ ...nobodyKnown, names })
  const isFound = (word: string, names: readonly string[]) =>
    findPersonalData(`и ${word} там`, knownAs(names)).length > 0
  const declined = declinedNames.flatMap(({ name, forms }) =>
    forms.split(' ').map((form) => ({ name, form: form.toLowerCase() })),
  )
  const missed = declined.filter(({ name, form }) => !isFound(form, [name])).length / declined.length
  const plain =
    declined.filter(({ name, form }) => foldLetters(name) !== foldLetters(form)).length / declined.length
  const everybody = declinedNames.map(({ name }) => name)
  const marked = ordinaryWords.filter((word) => isFound(word, everybody)).length / ordinaryWords.length
  return [
    report(
      ...(['forms of known names in small letters missed, share', missed, plain] as const),
      ...(['the name as it is known alone', missed <= namesMissedAtMost] as const),
    ),
    report('ordinary words marked, share', marked, null, null, marked <= wordsMarkedAtMost),
  ]
}

async function similarFigure(): Promise<boolean> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-bench-'))
  const cluster = await openCluster({ directory })
  try {
    await ensureDatabase(cluster, 'bench')
    process.env.DATABASE_URL = cluster.url('bench')
    await migrate(process.env.DATABASE_URL)
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    try {
      const random = seededRandom('proposals-bench similar')
      await fill(
        client,
        Array.from({ length: proposals }, () => generateStory(random)),
      )
      const asked = Array.from({ length: queries }, () => generateStory(random))
      for (const story of asked.slice(0, 20)) await findSimilar(queryOf(story), nobody)
      const ms = await timed(asked, (story) => findSimilar(queryOf(story), nobody))
      const baseline = await timed(asked.slice(0, 40), (story) =>
        client.query(rankEverything, [searchText(`${story.title} ${story.essence}`)]),
      )
      const p95 = percentile(ms, 0.95)!
      return report(
        ...([`similar among ${proposals} proposals, p95 ms`, p95, percentile(baseline, 0.95)!] as const),
        ...(['ts_rank of every proposal with one of the words', p95 <= similarMsAtMost] as const),
      )
    } finally {
      await client.end()
    }
  } finally {
    await closePool()
    await cluster.close()
    await rm(directory, { recursive: true, force: true })
  }
}

const rankEverything = `
  SELECT id FROM proposals, (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS q FROM unnest(to_tsvector('russian', $1))) w
   WHERE search_vector @@ w.q ORDER BY ts_rank(search_vector, w.q) DESC LIMIT 5`

const queryOf = ({ title, essence }: BenchStory) => ({ title, text: essence })

async function fill(client: pg.Client, stories: readonly BenchStory[]): Promise<void> {
  for (let from = 0; from < stories.length; from += 1_000) {
    const some = stories.slice(from, from + 1_000)
    await client.query(
      `INSERT INTO proposals (id, reference, status, author_id, desk_key, language, source_kind, title, search_title, search_text,
                              search_vector, answerer_id, answer_due_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1::int + n || '', 'submitted', gen_random_uuid(), '', 'en', 'scratch', title, folded, heart || rest,
              setweight(to_tsvector('russian', heart), 'B') || setweight(to_tsvector('russian', rest), 'D'),
              gen_random_uuid(), now(), now(), now()
         FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS s (title, folded, heart, rest, n)`,
      [
        from,
        some.map(({ title }) => title),
        some.map(({ title }) => foldLetters(title)),
        some.map(({ title, essence }) => searchText(`${title} ${essence}`)),
        some.map(({ rest }) => searchText(rest)),
      ],
    )
  }
  await client.query('VACUUM ANALYZE proposals')
}

async function timed<Item>(items: readonly Item[], run: (item: Item) => Promise<unknown>): Promise<number[]> {
  const ms: number[] = []
  for (const item of items) {
    const start = performance.now()
    await run(item)
    ms.push(performance.now() - start)
  }
  return ms
}

function medianMs(times: number, run: () => unknown): number {
  const ms = Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return percentile(ms, 0.5)!
}

function report(
  figure: string,
  value: number,
  baseline: number | null,
  against: string | null,
  ok: boolean,
): boolean {
  const round = (number: number) => Math.round(number * 10_000) / 10_000
  const ratio = baseline === null || value === 0 ? null : round(baseline / value)
  console.log(
    JSON.stringify({
      figure,
      value: round(value),
      baseline: baseline === null ? null : round(baseline),
      against,
      ratio,
      ok,
    }),
  )
  return ok
}
