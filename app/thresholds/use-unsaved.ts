'use client'

import { useSyncExternalStore } from 'react'
import { findKeptDraft, onKeptDrafts } from './kept-drafts.ts'

/** Whether something was changed of a version here and not saved. */
export function useUnsaved(version: number): boolean {
  return useSyncExternalStore(
    onKeptDrafts,
    () => findKeptDraft(version) !== null,
    () => false,
  )
}
