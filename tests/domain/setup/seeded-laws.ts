import fc from 'fast-check'

/**
 * Laws run with one seed, so that a run says the same today and tomorrow. To hunt for counter-examples, run with
 * another: LAW_SEED=7 npx vitest run --project domain
 */
fc.configureGlobal({ seed: Number(process.env.LAW_SEED ?? 20_261_025) })
