import { type AuditVerdict, verifyAudit } from '../../audit/audit.ts'
import { type AdminTask } from './admin-task.ts'

export const verifyAuditTask: AdminTask = {
  usage: '',
  summary: 'Recomputes the audit chain and names the first entry that cannot be trusted.',
  migrated: true,
  run: async (_args, { environment }) => {
    const verdict = await verifyAudit({ dataFolder: environment.dataFolder })
    console.log(describeVerdict(verdict))
    return verdict.holds ? 0 : 1
  },
}

const faults: Readonly<Record<Extract<AuditVerdict, { holds: false }>['fault'], string>> = {
  missing: 'is missing',
  relinked: 'does not follow from the one before it',
  altered: 'was altered',
  differsFromAnchor: 'differs from the head that was kept outside',
}

/** The verdict in one line for a person. */
export function describeVerdict(verdict: AuditVerdict): string {
  return verdict.holds
    ? `The audit chain holds: ${verdict.entries} entries, ${verdict.anchors} anchors compared.`
    : `The audit chain is broken: entry ${verdict.brokenAt} ${faults[verdict.fault]}. ${verdict.entries} entries before it hold.`
}
