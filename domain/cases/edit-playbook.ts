import { playbookPhases, type PlaybookStep } from './playbook.ts'

/** One edit of the steps while a playbook is being written. */
export type PlaybookEdit =
  | { readonly kind: 'add'; readonly phase: PlaybookStep['phase'] }
  | { readonly kind: 'change'; readonly key: string; readonly step: Partial<Omit<PlaybookStep, 'key'>> }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'move'; readonly key: string; readonly by: -1 | 1 }

const unwritten = { en: '', pl: '', ru: '' }

/**
 * The steps after one edit. They stay in the order of the phases whatever is done: a step whose phase changes goes to the end of
 * that phase, and moving stops at its borders. A key once given to a step is kept, so that versions can be compared by it.
 */
export function editPlaybook(steps: readonly PlaybookStep[], edit: PlaybookEdit): readonly PlaybookStep[] {
  switch (edit.kind) {
    case 'add':
      return inOrder([...steps, blankStep(steps, edit.phase)])
    case 'remove':
      return steps.filter(({ key }) => key !== edit.key)
    case 'change': {
      const changed = steps.map((step) => (step.key === edit.key ? { ...step, ...edit.step } : step))
      return inOrder(changed)
    }
    case 'move': {
      const from = steps.findIndex(({ key }) => key === edit.key)
      const [step, other] = [steps[from], steps[from + edit.by]]
      if (step === undefined || other === undefined || other.phase !== step.phase) return steps
      return steps.map((one, index) => (index === from ? other : index === from + edit.by ? step : one))
    }
    default:
      return edit satisfies never
  }
}

function inOrder(steps: readonly PlaybookStep[]): readonly PlaybookStep[] {
  return steps.toSorted(
    (left, right) => playbookPhases.indexOf(left.phase) - playbookPhases.indexOf(right.phase),
  )
}

function blankStep(steps: readonly PlaybookStep[], phase: PlaybookStep['phase']): PlaybookStep {
  const taken = new Set(steps.map(({ key }) => key))
  let number = steps.length + 1
  while (taken.has(`${phase}-${number}`)) number += 1
  return {
    ...{ key: `${phase}-${number}`, phase, withinSeconds: 60 },
    ...{ title: unwritten, script: unwritten, authority: { staff: unwritten, manager: unwritten } },
  }
}
