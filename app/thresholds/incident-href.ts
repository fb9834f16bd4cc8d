/** The page of a rule that was stopped. */
export function incidentHref(incidentId: string): string {
  return `/thresholds/incidents/${incidentId}`
}
