import { serve } from './serve.ts'

/** `npm start`: the product as people use it. */
export function run(): Promise<number> {
  return serve('production')
}
