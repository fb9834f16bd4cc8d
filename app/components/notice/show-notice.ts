import { askForNotices } from './notice-asked.ts'

/** Says in a corner of the page what became of something, for `autoClose` ms (four seconds when left out). */
export function showNotice(notice: {
  readonly message: string
  readonly color?: 'red'
  readonly autoClose?: number
}): void {
  askForNotices()
  void import('@mantine/notifications').then(({ notifications }) => notifications.show(notice))
}
