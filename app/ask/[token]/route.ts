import { chooseLanguage } from '@/app/i18n/choose-language.ts'
import { customerAnswers } from '@/domain/alerts/answer-by-customer.ts'
import { type Language, languages } from '@/domain/language/language.ts'
import { readClientAddress } from '@/server/access/access.ts'
import { answerQuestion, countAsk, findQuestion } from '@/server/alerts/alerts.ts'
import { logFailure } from '@/server/observability/log.ts'
import { getOrganisation } from '@/server/organisation/organisation.ts'
import { askPage, type AskView } from '../ask-page.ts'
import { askHeaders } from '../ask-style.ts'

interface Segment {
  readonly params: Promise<{ readonly token: string }>
}

/** Longer forms than this are not ours. */
const formAtMost = 200

/** Open to whoever holds the link: a customer has no account. Looking changes nothing, since programs look at links too. */
export async function GET(request: Request, { params }: Segment): Promise<Response> {
  const { token } = await params
  return guarded(request, token, async () => {
    const asked = isToken(token) ? await findQuestion(token, Date.now()) : null
    return asked === null
      ? show(request, token, { kind: 'closed' }, 404)
      : show(request, token, { kind: 'question', asked }, 200)
  })
}

/** The customer's tap: recorded, then the page is shown anew. */
export async function POST(request: Request, { params }: Segment): Promise<Response> {
  const { token } = await params
  return guarded(request, token, async () => {
    const answer = await readAnswer(request)
    if (answer !== null && isToken(token)) {
      const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
      await answerQuestion(token, answer, { now: Date.now(), requestId: requestId.slice(0, 100) })
    }
    const wish = readWish(request)
    const location = `${pathOf(token)}${wish === null ? '' : `?lang=${wish}`}`
    return new Response(null, { status: 303, headers: { ...askHeaders, location } })
  })
}

async function guarded(request: Request, token: string, work: () => Promise<Response>): Promise<Response> {
  try {
    const waitSeconds = await countAsk({ token, address: readClientAddress(request.headers) })
    if (waitSeconds === null) return await work()
    const response = await show(request, token, { kind: 'tooMany' }, 429)
    response.headers.set('retry-after', String(waitSeconds))
    return response
  } catch (cause) {
    logFailure(cause, { route: '/ask' })
    return show(request, token, { kind: 'unavailable' }, 503)
  }
}

async function show(request: Request, token: string, view: AskView, status: number): Promise<Response> {
  const language = readWish(request) ?? languageOf(view, request)
  const sender = view.kind === 'unavailable' ? '' : (await getOrganisation()).name
  const page = await askPage({ view, language, sender, path: pathOf(token) })
  return new Response(page, { status, headers: { ...askHeaders, 'content-language': language } })
}

/** The customer's own language first; who has no question gets what the browser asks for. */
function languageOf(view: AskView, request: Request): Language {
  const person = view.kind === 'question' ? view.asked.language : null
  return chooseLanguage({ person, cookie: null, acceptLanguage: request.headers.get('accept-language') })
}

/** The language that somebody chose on the page. */
function readWish(request: Request): Language | null {
  const wish = new URL(request.url).searchParams.get('lang')
  return languages.find((language) => language === wish) ?? null
}

async function readAnswer(request: Request) {
  if (Number(request.headers.get('content-length') ?? formAtMost + 1) > formAtMost) return null
  const answer = new URLSearchParams(await request.text()).get('answer')
  return customerAnswers.find((one) => one === answer) ?? null
}

function isToken(text: string): boolean {
  return /^[\w-]{32}$/.test(text)
}

function pathOf(token: string): string {
  return `/ask/${encodeURIComponent(token)}`
}
