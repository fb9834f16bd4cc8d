import { expect, test } from 'vitest'
import { formatInstant } from '../../../domain/format/format-instant.ts'
import { localDateOf } from '../../../domain/time/local-date.ts'
import { admitCaseEvents } from '../../../domain/cases/admit-case-events.ts'
import { foldCase } from '../../../domain/cases/fold-case.ts'
import { carePeople, type PeopleIds } from '../../../domain/demo/care-people.ts'
import { careStories } from '../../../domain/demo/care-stories.ts'
import { careYear } from '../../../domain/demo/care-year.ts'
import { demoYear } from '../../../domain/demo/demo-year.ts'

const now = Date.UTC(2026, 10, 22, 12)
const people = Object.fromEntries(carePeople.map((person) => [person, person])) as PeopleIds
const year = demoYear(now, 'Europe/Warsaw')
const stories = careStories(year, people)
const storyOf = (key: string) => foldCase(stories.find((story) => story.key === key)!.events)!

test('every case of the demo keeps the rules of a live one', () => {
  for (const { events } of [...stories, ...careYear(year, people)])
    expect(admitCaseEvents([], events)).toEqual(foldCase(events))
})

test('the same moment makes the same demo', () => {
  expect(careYear(demoYear(now, 'Europe/Warsaw'), people)).toEqual(careYear(year, people))
})

test('ids are those of one case and one thing each', () => {
  const ids = careYear(year, people).flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'handoff.offered' ? [event.payload.handoffId] : [])),
  )
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(300)
})

test('the stories show what they are there for', () => {
  expect(storyOf('ping-pong').handoffs.map(({ toDesk }) => toDesk)).toEqual([
    'payments',
    'cards',
    'payments',
    'cards',
  ])
  expect(storyOf('expired-at-night').handoffs[0]).toMatchObject({ state: 'expired' })
  expect(storyOf('declined-chain').handoffs.map(({ state }) => state)).toEqual([
    'declined',
    'declined',
    'served',
  ])
  expect(storyOf('reopened').cycles).toHaveLength(2)
  expect(storyOf('broken-promise').promises[0]).toMatchObject({ state: 'broken' })
  expect(storyOf('renegotiated-promise').promises[0]).toMatchObject({ state: 'renegotiated' })
  expect(storyOf('stolen-wallet').containedAt).not.toBeNull()
  expect(storyOf('salary-exchange').memos[0]).toMatchObject({ state: 'granted' })
  expect(storyOf('in-limbo').handoffs[0]).toMatchObject({ state: 'accepted', servedAt: null })
})

test('the clocks change under one of them: the promise of an hour is an hour, whatever the wall says', () => {
  const night = stories.find(({ key }) => key === 'clock-change')!
  const zone = 'Europe/Warsaw'
  expect(localDateOf(night.events[0]!.at, zone)).toBe('2026-10-25')
  const wall = night.events.map(({ at }) => formatInstant(at, zone, 'en', 'time'))
  expect(wall.toSorted()).not.toEqual(wall)
  expect(storyOf('clock-change').promises[0]).toMatchObject({ state: 'kept' })
})

test('a zone whose clocks never change has no such night', () => {
  expect(careStories(demoYear(now, 'UTC'), people).map(({ key }) => key)).not.toContain('clock-change')
})

test('a memo waits for the manager of the demo', () => {
  expect(storyOf('memo-waits')).toMatchObject({ turn: 'manager', memos: [{ to: 'marek', state: 'sent' }] })
})
