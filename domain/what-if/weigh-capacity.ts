/** What answering takes against what people have, by local hour of the week (168 numbers, Monday 00:00 first). */
export interface Load {
  /** Minutes that the questions of an average week take. */
  readonly minutesNeeded: number
  /** Minutes that people on shift have in a week. */
  readonly minutesAvailable: number
  /** Hours of the week whose questions take more minutes than the people of that hour have. */
  readonly hoursOver: readonly number[]
  /** Questions an hour of the week, on average; null for hours that do not occur in the window. */
  readonly questions: readonly (number | null)[]
}

/** Weighs questions counted over a window against people on shift and the minutes that one question takes. */
export function weighCapacity(
  asked: { readonly byHourOfWeek: readonly number[]; readonly hourOccurrences: readonly number[] },
  staff: { readonly people: readonly number[]; readonly minutesPerQuestion: number },
): Load {
  const questions = asked.byHourOfWeek.map((count, hour) => {
    const occurrences = asked.hourOccurrences[hour] ?? 0
    return occurrences === 0 ? null : count / occurrences
  })
  const needed = questions.map((count) => (count ?? 0) * staff.minutesPerQuestion)
  const available = questions.map((_, hour) => (staff.people[hour] ?? 0) * 60)
  return {
    minutesNeeded: needed.reduce((sum, minutes) => sum + minutes, 0),
    minutesAvailable: available.reduce((sum, minutes) => sum + minutes, 0),
    hoursOver: needed.flatMap((minutes, hour) => (minutes > available[hour]! ? [hour] : [])),
    questions,
  }
}
