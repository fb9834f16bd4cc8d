import { createHash } from 'node:crypto'
import { Html } from './html.ts'

/** Colours are those of the product's tokens. */
const style = `
:root { color-scheme: light dark; --body: #ffffff; --text: #1c1f25; --dimmed: #5a6270; --line: #d3d7de; --yes: #5348b0; --on-yes: #ffffff }
@media (prefers-color-scheme: dark) {
  :root { --body: #15181d; --text: #e3e6eb; --dimmed: #a2a9b5; --line: #4a515d; --yes: #aaa2e2; --on-yes: #15181d }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; background: var(--body); color: var(--text); font: 1.0625rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere }
body * { max-width: 100% }
header, main, footer { max-width: 34rem; margin-inline: auto; padding-inline: 1.25rem }
header { padding-block: .75rem; color: var(--dimmed); display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between }
header p { margin: 0; padding-block: .6rem }
nav { display: flex; flex-wrap: wrap; gap: .25rem }
nav a { color: inherit; display: inline-block; min-width: 2.75rem; padding: .6rem .5rem; text-align: center }
nav a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none }
main { padding-block: 1rem 2rem }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0 0 1.5rem; font-weight: 600 }
form { display: grid; gap: .75rem }
button { font: inherit; font-weight: 600; font-size: 1.1875rem; min-height: 4.25rem; padding: .75rem 1rem; border-radius: .75rem;
  border: 2px solid var(--yes); cursor: pointer; background: var(--body); color: var(--text) }
button[value=right] { background: var(--yes); color: var(--on-yes) }
a:focus-visible, button:focus-visible { outline: 3px solid var(--text); outline-offset: 3px }
h2 { font-size: 1rem; margin: 2rem 0 .5rem }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 0 0 .75rem }
dl div { border-top: 1px solid var(--line); padding-top: .5rem }
dt { color: var(--dimmed) }
dd { margin: 0; font-size: 1.375rem; font-weight: 600; font-variant-numeric: tabular-nums }
p { margin: 0 0 .75rem }
footer { border-top: 1px solid var(--line); padding-block: 1rem 2rem }
`

/** Stands in the page itself: one request is all that a customer's phone needs. Its bytes are what the policy's hash is of. */
export const askStyle = new Html(`<style>${style}</style>`)

const hash = createHash('sha256').update(style).digest('base64')

/** What the page may do: show itself in its own style and send its form back. No script, no picture, no frame around it. */
export const askHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}
