import { AppError } from '../../domain/errors/app-error.ts'
import { ensureDemoAccounts } from '../access/access.ts'
import { ensureAskingPolicy } from '../asking/asking.ts'
import { ensureCareDefaults } from '../cases/cases.ts'
import { getPrisma } from '../db/prisma.ts'
import { ensureDemoOrganisation } from '../demo/ensure-demo-organisation.ts'
import { type Environment } from '../environment.ts'
import { ensureOrganisation } from '../organisation/ensure-organisation.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { ensureDefaultRuleSet } from '../screening/screening.ts'
import { progressBar } from './progress-bar.ts'

/**
 * Makes the organisation that this installation serves, when there is none yet: the demo with its year, or an empty one in
 * this machine's time zone. Throws `conflict` when demo mode is asked for on the data of a real organisation.
 */
export async function prepareOrganisation(environment: Environment, now: number): Promise<void> {
  if (environment.demo) await prepareDemo(now)
  else await prepareEmpty(now)
  await ensureAskingPolicy()
  const { zone } = await getOrganisation()
  await getPrisma().$transaction((tx) => ensureCareDefaults(tx, zone))
}

async function prepareEmpty(now: number) {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  await ensureOrganisation({ name: 'My organisation', zone: timeZone, demo: false, loadedAt: now })
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, now))
}

async function prepareDemo(now: number) {
  await ensureDemoOrganisation(now, (total) => progressBar('Loading the demo organisation', total))
  const { demo } = await getOrganisation()
  if (!demo) {
    throw new AppError('conflict', {
      userMessage:
        'This database belongs to an organisation that is not the demo. Start with DEMO=0, or set DATA_DIR or DATABASE_URL to another database.',
    })
  }
  await ensureDemoAccounts(now)
}
