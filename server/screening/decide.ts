import { DecisionQueue } from './decision-queue.ts'
import { type Decided, type DecisionRequest } from './decision.ts'

const shared = globalThis as typeof globalThis & { worthAskingDecisions?: DecisionQueue }

/**
 * Decides whether it is worth asking about a transaction; the decision is durable before this resolves. Concurrent decisions about
 * one customer, in this process or another, are made in some serial order. The same id and body again gives the stored
 * answer (`duplicate`); the same id with another body counts instead of the earlier one (`superseding`).
 * Throws `idempotencyMismatch`, and `unavailable` when no rules are active; then nothing was stored.
 */
export function decide(request: DecisionRequest): Promise<Decided> {
  // One queue a process: the bundler may give each route its own copy of this module.
  shared.worthAskingDecisions ??= new DecisionQueue(() => Date.now())
  return shared.worthAskingDecisions.add(request)
}
