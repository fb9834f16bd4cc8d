import type { CaseEvent, CaseEventPayload, CaseEventType } from '../cases/case-event.ts'

/** A case of the demo with everything that happened to it, ready for `caseRows`. */
export interface DemoCase {
  /** Unique within the demo; what a retry finds it by. */
  readonly key: string
  readonly customerRef: string
  readonly segment: string
  readonly language: 'en' | 'pl' | 'ru'
  readonly kind: string
  readonly events: readonly CaseEvent[]
}

const minuteMs = 60_000

/** Writes a timeline step by step: each step says how many minutes after the one before, what, and who. */
export class CareTimeline {
  readonly events: CaseEvent[] = []
  #at: number
  #ids = 0
  readonly #key: string

  constructor(key: string, startsAt: number) {
    this.#key = key
    this.#at = startsAt
  }

  /** Epoch milliseconds of the latest step. */
  get at(): number {
    return this.#at
  }

  /** A UUID that is the same in every demo: version 8, made of the case's key and a number. */
  id(): string {
    this.#ids += 1
    const hex = Array.from({ length: 4 }, (_, part) =>
      hash(`${this.#key}/${this.#ids}/${part}`).toString(16).padStart(8, '0'),
    ).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }

  /** Adds one event `minutes` after the step before. */
  then<T extends CaseEventType>(
    minutes: number,
    by: string | null,
    type: T,
    payload: CaseEventPayload<T>,
  ): this {
    this.#at += Math.max(0, Math.round(minutes * minuteMs))
    this.events.push({ type, at: this.#at, by, payload } as CaseEvent)
    return this
  }

  /** Opens the case with the first step. */
  opens(by: string, kind: string, emergency: boolean, desk: string, channel: string, summary: string): this {
    return this.then(0, by, 'case.opened', {
      ...{ kind, emergency, desk, owner: by, channel, summary, priority: null, category: null },
    })
  }

  /** We spoke with the customer. */
  speaks(minutes: number, by: string, text: string): this {
    return this.then(minutes, by, 'contact.made', {
      direction: 'out',
      channel: 'phone',
      twoWay: true,
      substantive: true,
      text,
    })
  }

  /** Offers the customer to a desk; gives the handoff's id. */
  offers(
    minutes: number,
    by: string,
    mode: 'warm' | 'cold' | 'onBehalf',
    toDesk: string,
    wish: string,
    acceptMinutes = 15,
  ): string {
    const handoffId = this.id()
    this.then(minutes, by, 'handoff.offered', {
      ...{ handoffId, mode, toDesk, toPerson: null, plannedReturn: false, briefComplete: true },
      ...{ acceptBy: this.#at + Math.round(minutes * minuteMs) + acceptMinutes * minuteMs },
      ...{
        brief: { wish, tried: 'Checked the customer’s products and the last contacts' },
        takenOnTheLine: mode === 'warm',
      },
    })
    return handoffId
  }

  /** A whole handoff: offered, accepted after `waits`, the customer served `gap` minutes later. */
  handsOver(
    minutes: number,
    from: string,
    to: string,
    mode: 'warm' | 'cold',
    toDesk: string,
    wish: string,
    waits: number,
    gap: number,
  ): this {
    const handoffId = this.offers(minutes, from, mode, toDesk, wish)
    this.then(waits, to, 'handoff.accepted', { handoffId, by: to })
    if (mode === 'warm') this.then(0, from, 'handoff.released', { handoffId })
    return this.then(gap, to, 'handoff.served', { handoffId })
  }

  /** Promises to be in touch within `dueIn` minutes; gives the promise's id. */
  promises(minutes: number, by: string, dueIn: number, text: string): string {
    const promiseId = this.id()
    this.then(minutes, by, 'promise.made', {
      promiseId,
      dueAt: this.#at + Math.round(minutes * minuteMs) + dueIn * minuteMs,
      text,
    })
    return promiseId
  }

  resolves(minutes: number, by: string, done: string, customerHadToAct = false): this {
    return this.then(minutes, by, 'case.resolved', { done, customerHadToAct })
  }
}

/** FNV-1a, 32 bits: enough to tell the demo's ids apart (Fowler, Noll, Vo 1991). */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  // A last round of mixing (murmur3's finaliser), for neighbouring texts differ in few bits.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
