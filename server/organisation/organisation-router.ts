import { z } from 'zod'
import { type SignedIn } from '../../domain/access/actor.ts'
import { caseKindSchema } from '../../domain/cases/case-kind.ts'
import { playbookStepsSchema } from '../../domain/cases/playbook.ts'
import {
  deskSettingsSchema,
  localizedText,
  membershipSchema,
  settingKey,
} from '../../domain/desks/desk-settings.ts'
import { deskCalendarSchema } from '../../domain/time/calendar.ts'
import { permitted, router } from '../trpc/procedure.ts'
import { type SettingChange } from './change.ts'
import { closeDesk, openDesk } from './desks/close-desk.ts'
import { getDeskSettings, listDeskSettings, listPeopleForDesks } from './desks/list-desks.ts'
import { removeMember, setMember } from './desks/members.ts'
import { addDesk, changeDesk } from './desks/save-desk.ts'
import { dropPlannedHours, setHours } from './desks/set-hours.ts'
import { addKind, changeKind, listKindSettings } from './kinds/case-kinds.ts'
import { getPlaybook, listPlaybooks, savePlaybook } from './playbooks/playbooks.ts'

/** Keys of desks that came with a log may be any text. */
const key = z.string().min(1).max(120)
const desk = z.object({ key, expectedVersion: z.number().int().positive() })

function changeOf(ctx: {
  readonly signedIn: SignedIn
  readonly now: () => number
  readonly requestId: string
}): SettingChange {
  return { signedIn: ctx.signedIn, now: ctx.now(), requestId: ctx.requestId }
}

export const organisationRouter = router({
  desks: permitted('desks.read').query(({ ctx }) => listDeskSettings(ctx.now())),
  desk: permitted('desks.read')
    .input(z.object({ key }))
    .query(({ input, ctx }) => getDeskSettings(input.key, ctx.now())),
  people: permitted('desks.write').query(() => listPeopleForDesks()),
  addDesk: permitted('desks.write')
    .input(z.object({ key: settingKey, settings: deskSettingsSchema, calendar: deskCalendarSchema }))
    .mutation(({ input, ctx }) => addDesk(input, changeOf(ctx))),
  changeDesk: permitted('desks.write')
    .input(desk.extend({ settings: deskSettingsSchema }))
    .mutation(({ input, ctx }) => changeDesk(input, changeOf(ctx))),
  closeDesk: permitted('desks.write')
    .input(desk)
    .mutation(({ input, ctx }) => closeDesk(input, changeOf(ctx))),
  openDesk: permitted('desks.write')
    .input(desk)
    .mutation(({ input, ctx }) => openDesk(input, changeOf(ctx))),
  setHours: permitted('desks.write')
    .input(
      desk.extend({
        from: z.iso.date('Write a date of the calendar as 2026-12-24.'),
        calendar: deskCalendarSchema,
      }),
    )
    .mutation(({ input, ctx }) => setHours(input, changeOf(ctx))),
  dropPlannedHours: permitted('desks.write')
    .input(desk.extend({ validFrom: z.number().int() }))
    .mutation(({ input, ctx }) => dropPlannedHours(input, changeOf(ctx))),
  setMember: permitted('desks.write')
    .input(desk.extend({ personId: z.uuid(), ...membershipSchema.shape }))
    .mutation(({ input, ctx }) => setMember(input, changeOf(ctx))),
  removeMember: permitted('desks.write')
    .input(desk.extend({ personId: z.uuid() }))
    .mutation(({ input, ctx }) => removeMember(input, changeOf(ctx))),
  kinds: permitted('desks.read').query(() => listKindSettings()),
  addKind: permitted('desks.write')
    .input(z.object({ key: settingKey, settings: caseKindSchema }))
    .mutation(({ input, ctx }) => addKind(input, changeOf(ctx))),
  changeKind: permitted('desks.write')
    .input(desk.extend({ settings: caseKindSchema }))
    .mutation(({ input, ctx }) => changeKind(input, changeOf(ctx))),
  playbooks: permitted('desks.read').query(() => listPlaybooks()),
  playbook: permitted('desks.read')
    .input(z.object({ key }))
    .query(({ input }) => getPlaybook(input.key)),
  savePlaybook: permitted('desks.write')
    .input(
      z
        .object({
          key: settingKey,
          basedOn: z.number().int().min(0),
          name: localizedText(120),
          steps: playbookStepsSchema,
          note: z.string().trim().max(500).nullable(),
        })
        .refine(({ basedOn, note }) => basedOn === 0 || (note !== null && note !== ''), {
          path: ['note'],
          message: 'Say what you changed and why; everybody who reads the history will ask.',
        }),
    )
    .mutation(({ input, ctx }) => savePlaybook(input, changeOf(ctx))),
})
