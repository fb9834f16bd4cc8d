const enough = 16 * 1024

/** Joins texts that are ready at the same moment, so that ten thousand short ones do not become as many packets; waits for none. */
export async function* gatherText(texts: AsyncGenerator<string>): AsyncGenerator<string> {
  let pending: Promise<IteratorResult<string>> | null = null
  try {
    for (;;) {
      const first: IteratorResult<string> = await (pending ?? texts.next())
      if (first.done) return
      let gathered = first.value
      for (;;) {
        pending = texts.next()
        if (gathered.length >= enough) break
        const next: IteratorResult<string> | null = await Promise.race([pending, nextTurn()])
        if (next === null) break
        if (next.done) {
          yield gathered
          return
        }
        gathered += next.value
      }
      yield gathered
    }
  } finally {
    await texts.return(undefined)
  }
}

function nextTurn(): Promise<null> {
  return new Promise((resolve) => setImmediate(resolve, null))
}
