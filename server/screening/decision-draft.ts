import { type CompiledRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { emptyItemUsage, type ItemUsage } from '../../domain/screening/item-usage.ts'
import { type CustomerProfile, emptyProfile } from '../../domain/screening/profile.ts'
import { type Transaction } from '../../domain/screening/transaction.ts'
import { isInRamp } from '../../domain/thresholds/ramp-share.ts'
import { type AskingTerms, samplerOf } from '../asking/asking.ts'
import { type CachedProfile } from './profile-cache.ts'
import { type ScreeningPlan } from './screening-plan.ts'
import { type Shadowing } from './shadow-tally.ts'
import { type DecisionRows } from './write-decisions.ts'

interface CustomerDraft {
  readonly profile: CustomerProfile
  /** The version that was read; 0: none. */
  readonly readVersion: number
  segment: string | null
  language: string | null
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/** A batch in the making: what is known, changed transaction by transaction, and the rows that follow from it. */
export class DecisionDraft {
  readonly rows: Mutable<Omit<DecisionRows, 'profiles' | 'usages' | 'dirtySlots'>> = {
    unguarded: [],
    superseded: [],
    transactions: [],
    lines: [],
    alerts: [],
    hits: [],
    heldBack: [],
    recountedHits: [],
    withdrawnAlerts: [],
    restatedAlerts: [],
    answers: [],
  }
  readonly slots = new Set<string>()
  readonly isSampled: (transactionId: string) => boolean
  readonly customers = new Map<string, CustomerDraft>()

  /** What versions that do not decide would have done, transaction by transaction. */
  readonly shadowings: Shadowing[] = []

  constructor(
    readonly plan: ScreeningPlan,
    readonly terms: AskingTerms,
    /** IANA name. */
    readonly timeZone: string,
    private readonly profiles: ReadonlyMap<string, CachedProfile>,
    readonly usages: Map<string, ItemUsage>,
  ) {
    this.isSampled = samplerOf(terms)
  }

  /** The version that decides for this customer. */
  ruleSetOf(customerRef: string | null): CompiledRuleSet {
    const { active, ramp } = this.plan
    return ramp !== null && isInRamp(customerRef, ramp.ruleSet.version, ramp.ppm) ? ramp.ruleSet : active
  }

  /** The profile to change; its customer's version will be guarded. */
  profileOf(customerRef: string): CustomerProfile {
    let customer = this.customers.get(customerRef)
    if (customer === undefined) {
      const known = this.profiles.get(customerRef)
      customer = {
        profile: known?.profile ?? emptyProfile(),
        readVersion: known?.version ?? 0,
        segment: null,
        language: null,
      }
      this.customers.set(customerRef, customer)
    }
    return customer.profile
  }

  /** Segment and language as last said. */
  noteCustomer({ customerRef, segment, language }: Transaction): void {
    const customer = customerRef === null ? undefined : this.customers.get(customerRef)
    if (customer === undefined) return
    customer.segment = segment ?? customer.segment
    customer.language = language ?? customer.language
  }

  usageOf(sku: string): ItemUsage {
    let usage = this.usages.get(sku)
    if (usage === undefined) {
      usage = emptyItemUsage()
      this.usages.set(sku, usage)
    }
    return usage
  }

  /** Everything that the batch changes. `now`: epoch milliseconds. */
  finish(now: number): DecisionRows {
    const updatedAt = new Date(now).toISOString()
    return {
      ...this.rows,
      profiles: Array.from(this.customers, ([ref, { profile, readVersion, segment, language }]) => ({
        customer_ref: ref,
        segment,
        language,
        profile,
        version: readVersion + 1,
        updated_at: updatedAt,
      })),
      usages: Array.from(this.usages, ([sku, usage]) => ({ sku, usage, updated_at: updatedAt })),
      dirtySlots: [...this.slots],
    }
  }
}
