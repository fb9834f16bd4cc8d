import type { Mark } from '@/domain/personal-data/mark.ts'
import { isReplacedByDefault } from '@/domain/personal-data/personal-data-kind.ts'
import classes from './proposals.module.css'

/** The same text behind the field, invisible but for its marks; it also gives the field its height. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  return (
    <div className={classes.mirror} aria-hidden="true">
      {marks.map((mark, i) => (
        <span key={mark.start}>
          {text.slice(marks[i - 1]?.end ?? 0, mark.start)}
          <mark data-warning={!isReplacedByDefault(mark.kind)}>{text.slice(mark.start, mark.end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
      {/* A last line break has no height of its own. */}
      {'\u200b'}
    </div>
  )
}
