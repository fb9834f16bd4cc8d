/** Where a text stops being JSON: line and column count from 1. */
export interface JsonErrorPosition {
  readonly offset: number
  readonly line: number
  readonly column: number
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// A linear pattern: every character is taken by exactly one branch.
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y
const space = /[ \t\n\r]*/y

/** Where `JSON.parse` would give up, which engines do not say for short texts; null for valid JSON. */
export function findJsonError(text: string): JsonErrorPosition | null {
  const open: ('{' | '[')[] = []
  let expected: 'value' | 'key' | 'after' | 'valueOrEnd' | 'keyOrEnd' = 'value'
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) return false
    at += found[0].length
    return true
  }
  const close = () => {
    open.pop()
    expected = 'after'
    at++
  }
  for (;;) {
    take(space)
    const character = text[at]
    const inside = open.at(-1)
    if (expected === 'after') {
      if (inside === undefined) return at === text.length ? null : positionOf(text, at)
      if (character === ',') {
        expected = inside === '{' ? 'key' : 'value'
        at++
      } else if (character === (inside === '{' ? '}' : ']')) close()
      else return positionOf(text, at)
    } else if (expected === 'key' || expected === 'keyOrEnd') {
      if (expected === 'keyOrEnd' && character === '}') {
        close()
        continue
      }
      if (!take(string)) return positionOf(text, at)
      take(space)
      if (text[at] !== ':') return positionOf(text, at)
      at++
      expected = 'value'
    } else if (expected === 'valueOrEnd' && character === ']') close()
    else if (character === '{' || character === '[') {
      open.push(character)
      expected = character === '{' ? 'keyOrEnd' : 'valueOrEnd'
      at++
    } else if (take(string) || take(literal)) expected = 'after'
    else return positionOf(text, at)
  }
}

function positionOf(text: string, offset: number): JsonErrorPosition {
  const before = text.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  return { offset, line: before.split('\n').length, column: offset - lastBreak }
}
