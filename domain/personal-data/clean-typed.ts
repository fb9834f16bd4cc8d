/** Controls apart from tab and line feed, and marks that turn the direction of writing around what follows. */
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/**
 * What somebody typed, as it is kept: line ends as line feeds, without controls (the database cannot hold NUL) and without
 * overrides of direction, which make a text read differently than it is. Broken surrogates become replacement characters.
 */
export function cleanTyped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unwanted, '')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
}
