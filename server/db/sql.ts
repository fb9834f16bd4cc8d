/**
 * A piece of SQL with its values apart: the way in which hand-written queries are put together, so that no value can become
 * part of a statement. Made by the `sql` tag; pieces nest.
 */
export interface Sql {
  readonly texts: readonly string[]
  readonly values: readonly unknown[]
}

class Piece implements Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** `sql\`... ${value} ...\``: values become parameters, nested pieces become part of the statement. */
export function sql(texts: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const flatTexts = [texts[0] ?? '']
  const flatValues: unknown[] = []
  const append = (text: string) => {
    flatTexts.push(`${flatTexts.pop() ?? ''}${text}`)
  }
  values.forEach((value, index) => {
    if (value instanceof Piece) {
      value.texts.forEach((text, part) => {
        if (part === 0) return append(text)
        flatValues.push(value.values[part - 1])
        flatTexts.push(text)
      })
    } else {
      flatValues.push(value)
      flatTexts.push('')
    }
    append(texts[index + 1] ?? '')
  })
  return new Piece(flatTexts, flatValues)
}

/** Conditions that must all hold; `true` when there is none. */
export function all(conditions: readonly Sql[]): Sql {
  return joined(conditions, sql` AND `) ?? sql`true`
}

/** Conditions of which one must hold; `false` when there is none. */
export function any(conditions: readonly Sql[]): Sql {
  return joined(conditions, sql` OR `) ?? sql`false`
}

/** The statement as the driver takes it. */
export function statementOf(query: Sql): { text: string; values: unknown[] } {
  const text = query.texts.reduce((before, part, index) => `${before}$${index}${part}`)
  return { text, values: [...query.values] }
}

/** Instants (epoch ms) as one parameter that the server reads as `timestamptz[]`, whatever this process's own zone is. */
export function instants(times: readonly number[]): Sql {
  return sql`${times.map((at) => new Date(at).toISOString())}::timestamptz[]`
}

/** An instant (epoch ms) as a `timestamptz`. */
export function instant(at: number): Sql {
  return sql`${new Date(at).toISOString()}::timestamptz`
}

function joined(conditions: readonly Sql[], between: Sql): Sql | null {
  const [first, ...rest] = conditions
  if (first === undefined) return null
  return sql`(${rest.reduce((before, condition) => sql`${before}${between}${condition}`, first)})`
}
