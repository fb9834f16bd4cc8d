import { describe, expect, test } from 'vitest'
import { findPersonalData } from '../../../domain/personal-data/find-personal-data.ts'
import { namesInReference, nobodyKnown } from '../../../domain/personal-data/known-people.ts'
import { certainScore } from '../../../domain/personal-data/mark.ts'
import { redactText } from '../../../domain/personal-data/redact-text.ts'
import { declinedNames, ordinaryWords } from '../../bench/proposals-bench/declined-names.ts'

const known = (...names: string[]) => ({ ...nobodyKnown, names })
const found = (text: string, people: Parameters<typeof findPersonalData>[1]) =>
  findPersonalData(text, people).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('a known name in small letters', () => {
  test.each([
    ['wczoraj piotr mówił, że czeka', 'Piotr', 'piotr'],
    ['oddałem piotrowi kartę', 'Piotr', 'piotrowi'],
    ['poszedłem z anną do okienka', 'Anna Nowak', 'anną'],
    ['звонили анне насчёт карты', 'Анна', 'анне'],
    ['об иване петровиче', 'Иван', 'иване'],
    ['we rang anna’s branch', 'Anna', 'anna’s'],
  ])('is doubtful and replaced: %s', (text, name, value) => {
    const [mark, ...rest] = findPersonalData(text, known(name))
    expect(rest).toEqual([])
    expect(text.slice(mark!.start, mark!.end)).toBe(value)
    expect(mark).toMatchObject({ kind: 'name' })
    expect(mark!.score).toBeLessThan(certainScore)
    expect(redactText(text, { language: 'en', known: known(name) })).not.toContain(value)
  })

  test('stays where the writer keeps it for a purpose', () => {
    const choices = [{ kind: 'name' as const, value: 'wróbel', keep: true, purpose: 'the bird, not him' }]
    expect(redactText('był wróbel', { language: 'pl', known: known('Jan Wróbel'), choices })).toBe(
      'był wróbel',
    )
  })

  test.each([
    ['czas wolny', 'Jan Wolny', []],
    ['w długim czasie', 'Ewa Długa', []],
    ['pan wolny czeka', 'Jan Wolny', ['wolny']],
    ['dzwonił piotr wolny', 'Piotr Wolny', ['piotr wolny']],
    ['do oddziału przyszedł Wolny', 'Jan Wolny', ['Wolny']],
    ['the price was wrong', 'Anna Price', []],
  ])('that is a word as well is replaced only in company or with its capital: %s', (text, name, replaced) => {
    const people = known(name)
    const kept = found(text, people).filter(([kind]) => kind === 'name')
    expect(kept.map(([, value]) => value)).toEqual(replaced)
  })

  test('that is a word as well is warned of where it stands alone', () => {
    expect(found('czas wolny', known('Jan Wolny'))).toEqual([['possibleName', 'wolny']])
  })

  test('of three letters counts only beside another name or after a form of address', () => {
    expect(found('in may and jan it rained', known('Jan May'))).toEqual([])
    expect(found('dzwonił jan nowak', known('Jan Nowak'))).toEqual([['name', 'jan nowak']])
    expect(found('przyszła pani ewa', known('Ewa'))).toEqual([['name', 'ewa']])
  })

  test('is looked for among people, and never among firms, whose names are ordinary words', () => {
    const firms = { ...nobodyKnown, firms: ['City Power'] }
    expect(found('the power in the city failed; City Power knew', firms)).toEqual([['name', 'City Power']])
  })
})

describe('a capitalised word beside a known name', () => {
  test.each([
    ['prosi klientka Anna Walczak, tel.', ['Anna Walczak']],
    ['napisała Walczak Anna do nas', ['Walczak Anna']],
    ['do Pani Walczak PESEL', ['Walczak']],
    ['wczoraj Walczak dzwoniła', ['Walczak']],
  ])('is part of it: %s', (text, names) => {
    expect(found(text, known('walczak')).map(([, value]) => value)).toEqual(names)
  })

  test('is not at the beginning of a sentence, where every word has a capital, nor beside a firm', () => {
    expect(found('Wczoraj Walczak dzwoniła', known('walczak'))).toEqual([['name', 'Walczak']])
    const firms = { ...nobodyKnown, firms: ['Allegro'] }
    expect(found('w sklepie Allegro Pocket', firms)).toEqual([['name', 'Allegro']])
  })
})

test('a capitalised word that merely begins like a known name is no name where a sentence begins', () => {
  expect(found('Annual report. January came. Marketing.', known('Anna', 'Jan', 'Marek'))).toEqual([])
})

describe('the reference of a customer', () => {
  const people = { ...nobodyKnown, references: ['anna-nowak', 'C-10293'] }
  test.each(['anna-nowak', 'Anna-Nowak', 'c-10293'])('%s is found as the systems have it', (reference) => {
    expect(found(`see ${reference}, please`, people)).toEqual([['customer', reference]])
  })

  test('is no part of a longer word', () => {
    expect(found('the file C-102934 and xanna-nowak', people)).toEqual([])
  })

  test.each([
    ['anna-nowak', ['anna', 'nowak']],
    ['customer-00123', []],
    ['customer-piotr', ['piotr']],
    ['C-10293', []],
  ])('%s holds the names %j among references of one numbering', (reference, names) => {
    const others = Array.from({ length: 40 }, (_, n) => `customer-${String(n).padStart(5, '0')}`)
    expect(namesInReference(reference, [...others, 'anna-wilk'])).toEqual(names)
  })
})

describe('over declined names and ordinary words', () => {
  const declined = declinedNames.flatMap(({ name, forms }) =>
    forms.split(' ').map((form) => ({ name, form })),
  )
  const missed = (spell: (form: string) => string) =>
    declined
      .filter(({ name, form }) => found(`мы о ${spell(form)} говорили`, known(name)).length === 0)
      .map(({ form }) => form)

  test('misses only what no rule of the declensions makes, capitalised; in small letters those of three letters too', () => {
    expect(missed((form) => form)).toEqual(['Niemcze'])
    // Three small letters are no name by themselves.
    expect(missed((form) => form.toLowerCase())).toEqual(['Mai', 'Mai', 'Mai', 'Niemcze'])
    expect(declined.length).toBeGreaterThan(320)
  })

  test('takes only the forms of a name that is a word itself for the name of one of forty people', () => {
    const all = known(...declinedNames.map(({ name }) => name))
    const marked = ordinaryWords.filter((word) => found(`и ${word} там`, all).length > 0)
    expect(marked).toEqual(['wolnych'])
  })
})
