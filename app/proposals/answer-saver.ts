import type { MarkChoice } from '@/domain/personal-data/mark-choice.ts'

export interface AnswerContent {
  readonly text: string
  readonly choices: readonly MarkChoice[]
}

/** What became of what was typed: kept, on its way, or why it is not kept yet. */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict'

export interface AnswerState extends AnswerContent {
  readonly status: SaveStatus
  /** The version that the server has, as far as this window knows. */
  readonly version: number
  /** Epoch ms of the last save; null: none in this window. */
  readonly savedAt: number | null
  /** The server's words when it refused. */
  readonly failure: string | null
}

/** What one try to save came to; `conflict`: another window was faster. */
export type SaveResult =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly message: string }

const pauseMs = 700
const retryMs = 4_000

/**
 * Keeps one answer as it is typed: a pause in the typing sends it, one request at a time, the newest last; without a connection
 * it tries again by itself. Nothing is left in the browser's storage, since counters share computers.
 */
export class AnswerSaver {
  private state: AnswerState
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null

  constructor(
    private readonly send: (content: AnswerContent, version: number) => Promise<SaveResult>,
    initial: AnswerContent & { readonly version: number },
  ) {
    this.state = { ...initial, status: 'saved', savedAt: null, failure: null }
  }

  readonly read = (): AnswerState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  change(content: Partial<AnswerContent>): void {
    const status = this.state.status === 'conflict' ? 'conflict' : 'unsaved'
    this.set({ ...content, status })
    if (status === 'unsaved') this.schedule(pauseMs)
  }

  /** Ends a conflict with this content, which takes the place of what the server has at `version`. */
  resolve(content: AnswerContent, version: number): Promise<void> {
    this.set({ ...content, version, status: 'unsaved' })
    return this.flush()
  }

  /** Sends what is not kept yet; ends when it is kept or why not is known. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    await this.running
    if (this.state.status === 'saved' || this.state.status === 'conflict') return
    this.running = this.save()
    await this.running
  }

  private async save(): Promise<void> {
    const { text, choices, version } = this.state
    this.set({ status: 'saving', failure: null })
    const result = await this.send({ text, choices }, version)
    this.running = null
    if (result.kind !== 'saved') {
      this.set({ status: result.kind, failure: result.kind === 'refused' ? result.message : null })
      if (result.kind === 'offline') this.schedule(retryMs)
      return
    }
    const typedMeanwhile = this.state.text !== text || this.state.choices !== choices
    this.set({
      version: result.version,
      savedAt: result.savedAt,
      status: typedMeanwhile ? 'unsaved' : 'saved',
    })
    if (typedMeanwhile) this.schedule(pauseMs)
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), ms)
  }

  private set(change: Partial<AnswerState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
