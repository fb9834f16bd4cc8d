import type { CaseLogMapping } from './case-log-mapping.ts'

/** The audit log of a ServiceNow service desk: every update of every incident. Times are UTC. */
export const servicenowIncidents: CaseLogMapping = {
  log: 'cases',
  name: 'servicenow-incidents',
  delimiter: ',',
  zone: 'UTC',
  timeFormat: 'dayMonthYear',
  unknown: ['?'],
  kind: 'servicenow',
  columns: {
    case: 'number',
    state: 'incident_state',
    updatedAt: 'sys_updated_at',
    desk: 'assignment_group',
    person: 'assigned_to',
    openedAt: 'opened_at',
    order: 'sys_mod_count',
    reopens: 'reopen_count',
    withinTarget: 'made_sla',
    customer: 'caller_id',
    channel: 'contact_type',
    category: 'category',
    priority: 'priority',
    closeCode: 'closed_code',
  },
  states: {
    resolved: ['Resolved', 'Closed'],
    customer: ['Awaiting User Info'],
    otherDesk: ['Awaiting Problem'],
    manager: [],
    thirdParty: ['Awaiting Vendor', 'Awaiting Evidence'],
  },
}
