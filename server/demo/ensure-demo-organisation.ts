import { ensureOrganisation } from '../organisation/ensure-organisation.ts'

export interface DemoProgress {
  update(done: number): void
  finish(note: string): void
}

export async function ensureDemoOrganisation(now: number, _progressOf: (total: number) => DemoProgress) {
  await ensureOrganisation({
    name: 'Nadwiślański Bank & Market',
    zone: 'Europe/Warsaw',
    demo: true,
    loadedAt: null,
  })
}
