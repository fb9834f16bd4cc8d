import { type NotificationKindKey } from '../../../domain/notifications/notification-kinds.ts'
import { type VersionEventType } from '../../../domain/thresholds/version-event.ts'
import { type Tx } from '../../db/prisma.ts'
import { type StoredVersion } from '../stored-version.ts'
import { type VersionChange } from '../version-change.ts'
import { type Concerned, tellPeople } from './tell-people.ts'

interface Told {
  readonly kind: NotificationKindKey
  readonly to: Concerned
}

/** Tells those whom a version's move concerns, in its transaction. Nobody is told of their own doing. */
export async function tellOfMove(
  tx: Tx,
  current: StoredVersion,
  { type }: { readonly type: VersionEventType },
  change: Pick<VersionChange, 'actor' | 'now'>,
): Promise<void> {
  const told = toldOf(type, current)
  if (told !== null) await tellPeople(tx, told.to, current, told.kind, change)
}

/** What a move of a version means to whom; null: nobody hears of it. */
function toldOf(type: VersionEventType, { kind, status }: StoredVersion): Told | null {
  switch (type) {
    case 'submitted':
      return { kind: 'rules.toReview', to: 'approvers' }
    case 'rampWaits':
      return { kind: 'rules.rampWaits', to: 'approvers' }
    case 'activated':
      return kind === 'emergency'
        ? { kind: 'rules.toSign', to: 'approvers' }
        : { kind: 'rules.live', to: 'owners' }
    case 'approved':
    case 'countersigned':
      return { kind: 'rules.approved', to: 'owners' }
    case 'changesRequested':
      return { kind: 'rules.sentBack', to: 'owners' }
    case 'rejected':
      return { kind: 'rules.ended', to: 'owners' }
    case 'suspended':
      return { kind: status === 'ramping' ? 'rules.returned' : 'rules.suspended', to: 'owners' }
    case 'drafted':
    case 'edited':
    case 'rebased':
    case 'withdrawn':
    case 'discarded':
    case 'scheduled':
    case 'unscheduled':
    case 'announced':
    case 'rampStarted':
    case 'rampStepped':
    case 'rampLetOn':
    case 'retired':
    case 'returned':
      return null
    default:
      return type satisfies never
  }
}
