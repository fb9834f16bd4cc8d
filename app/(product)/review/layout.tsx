import type { ReactNode } from 'react'
import { ReviewFrame } from './frame/review-frame.tsx'

/** What all Review pages share: views, links, notes, and what happened meanwhile on every chart. */
export default function ReviewLayout({ children }: { readonly children: ReactNode }) {
  return <ReviewFrame>{children}</ReviewFrame>
}
