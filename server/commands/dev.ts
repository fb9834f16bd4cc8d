import { serve } from './serve.ts'

/** `npm run dev`: the product with reload while somebody changes it. */
export function run(): Promise<number> {
  return serve('development')
}
