'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import classes from './data-table.module.css'
import { Icon } from './line-icon.tsx'

/** One column of a table of rows. */
export interface DataColumn<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end, so that they line up. */
  readonly align?: 'start' | 'end'
  /** Present where the server can sort by it. */
  readonly sortable?: boolean
}

/** A column's key and its direction, as the server was asked. */
export interface DataSort {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}

/**
 * Rows from the server: sorted there, fetched piece by piece, each a link. On a narrow screen a row becomes a block of
 * labelled values, so that the page never scrolls sideways; the roles keep it a table for screen readers.
 */
export function DataTable<Row>(props: {
  /** Says what the rows are, for screen readers. */
  readonly label: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** The page behind a row; its link covers the row. */
  readonly rowHref?: (row: Row) => string
  readonly sort?: DataSort
  readonly onSort?: (sort: DataSort) => void
  /** How many rows there are in all; null while unknown. */
  readonly total?: number | null
  /** Fetches the next piece; absent when everything is shown. */
  readonly onMore?: () => void
  readonly isLoadingMore?: boolean
  /** Stands in place of the rows when there are none: good news, no data yet, or filtered to nothing. */
  readonly empty?: ReactNode
}) {
  const t = useTranslations('components.table')
  if (props.rows.length === 0 && props.empty !== undefined) return props.empty
  return (
    <div>
      <table
        className={classes.table}
        role="table"
        aria-label={props.label}
        aria-rowcount={props.total ?? undefined}
      >
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)} role="row" className={props.rowHref && classes.linked}>
              {props.columns.map((column, index) => (
                <td key={column.key} role="cell" data-label={column.header} data-align={column.align}>
                  {index === 0 && props.rowHref ? (
                    <Link href={props.rowHref(row)} className={classes.rowLink} prefetch={false}>
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.foot} data-no-print>
        {typeof props.total === 'number' && (
          <span role="status">{t('shown', { shown: props.rows.length, total: props.total })}</span>
        )}
        {props.onMore && (
          <Button variant="default" onClick={props.onMore} loading={props.isLoadingMore}>
            {t('more')}
          </Button>
        )}
      </div>
    </div>
  )
}

function HeaderCell<Row>(props: {
  readonly column: DataColumn<Row>
  readonly sort?: DataSort
  readonly onSort?: (sort: DataSort) => void
}) {
  const { column, sort, onSort } = props
  const direction = sort?.key === column.key ? sort.direction : null
  const sorts = column.sortable === true && onSort !== undefined
  return (
    <th
      role="columnheader"
      scope="col"
      data-align={column.align}
      aria-sort={sorts ? (direction ?? 'none') : undefined}
    >
      {sorts ? (
        <button
          type="button"
          className={classes.sort}
          onClick={() =>
            onSort({ key: column.key, direction: direction === 'descending' ? 'ascending' : 'descending' })
          }
        >
          {column.header}
          {direction !== null && <Icon name={direction === 'ascending' ? 'up' : 'down'} size={12} />}
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}
