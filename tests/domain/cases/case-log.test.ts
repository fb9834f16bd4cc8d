import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loggedHandoffs } from '../../../domain/cases/log/logged-handoffs.ts'
import { loggedSegments } from '../../../domain/cases/log/logged-segments.ts'
import { type IncidentRow } from '../../../domain/imports/incident-row.ts'
import { incidentLog } from '../../../domain/imports/incident-log.ts'
import { servicenowIncidents } from '../../../domain/imports/servicenow-incidents.ts'

const row = fc.record({
  updatedAt: fc.integer({ min: 0, max: 1_000 }),
  modification: fc.nat(50),
  state: fc.constantFrom('New', 'Active', 'Awaiting User Info', 'Awaiting Vendor', 'Resolved', 'Closed'),
  group: fc.constantFrom('a', 'b', 'c', null),
  assignee: fc.constantFrom('p', 'q', null),
  reopens: fc.nat(2),
})

const rows = fc.array(row, { minLength: 1, maxLength: 25 }).map((some) =>
  some.map((one, line): IncidentRow => ({
    ...{ ...one, line, number: '1', openedAt: 100, madeTarget: true, caller: null, contactType: null },
    ...{ category: null, priority: null, closedCode: null },
  })),
)

test('segments of any log tile each cycle without gap or overlap', () => {
  fc.assert(
    fc.property(rows, (incident) => {
      const log = incidentLog(incident, servicenowIncidents)
      const segments = loggedSegments(log)
      log.cycles.forEach(({ startedAt, resolvedAt }, place) => {
        const inside = segments.filter(({ cycle }) => cycle === place + 1)
        if (startedAt === resolvedAt) return expect(inside).toEqual([])
        expect(inside[0]?.from).toBe(startedAt)
        expect(inside.at(-1)?.to).toBe(resolvedAt)
        inside.slice(1).forEach((segment, index) => expect(segment.from).toBe(inside[index]?.to))
        for (const { from, to } of inside) expect(to === null || to > from).toBe(true)
      })
    }),
  )
})

test('every change of desk is one handoff, from the desk before, and none goes to itself', () => {
  fc.assert(
    fc.property(rows, (incident) => {
      const log = incidentLog(incident, servicenowIncidents)
      const handoffs = loggedHandoffs(log)
      expect(handoffs.map(({ fromDesk }) => fromDesk)).toEqual(log.stays.slice(0, -1).map(({ desk }) => desk))
      for (const one of handoffs) {
        expect(one.toDesk).not.toBe(one.fromDesk)
        expect(one.state === 'taken').toBe(one.acceptedAt !== null)
        expect(one.acceptedAt ?? one.endedAt ?? one.offeredAt).toBeGreaterThanOrEqual(one.offeredAt)
      }
    }),
  )
})

test('the order of the rows in the file does not matter where their times and modifications differ', () => {
  const make = (
    updatedAt: number,
    group: string | null,
    assignee: string | null,
    state = 'Active',
  ): IncidentRow => ({
    ...{
      updatedAt,
      group,
      assignee,
      state,
      modification: updatedAt,
      line: 1,
      number: '7',
      openedAt: 0,
      reopens: 0,
    },
    ...{
      madeTarget: null,
      caller: 'x',
      contactType: 'Phone',
      category: null,
      priority: null,
      closedCode: null,
    },
  })
  const incident = [
    make(1, 'a', null),
    make(2, null, 'p'),
    make(3, 'b', null),
    make(4, 'c', 'q'),
    make(5, 'c', 'q', 'Closed'),
  ]
  expect(incidentLog(incident.toReversed(), servicenowIncidents)).toEqual(
    incidentLog(incident, servicenowIncidents),
  )
  expect(loggedHandoffs(incidentLog(incident, servicenowIncidents)).map(({ state }) => state)).toEqual([
    'passedOn',
    'taken',
  ])
})
