import { expect, it } from 'vitest'
import { roles } from '../../../domain/access/roles.ts'
import { isPermitted } from '../../../domain/access/permissions.ts'
import { notificationKindsOf } from '../../../domain/notifications/notification-kinds.ts'

it.each(roles)('%s is offered news of rules exactly when the role approves rules', (role) => {
  const ofRules = notificationKindsOf(role).filter((kind) => kind.startsWith('rules.'))
  expect(ofRules.length > 0).toBe(isPermitted(role, 'thresholds.approve'))
})

it('everybody is offered what becomes of their own proposals', () => {
  for (const role of roles) expect(notificationKindsOf(role)).toContain('decision.released')
})

it('staff are offered nothing of the jury’s work, managers are', () => {
  expect(notificationKindsOf('staff')).not.toContain('review.wanted')
  expect(notificationKindsOf('manager')).toContain('review.wanted')
})
