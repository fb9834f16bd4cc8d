'use client'

import { Alert, Anchor } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { CaseDetail } from './use-case.ts'

/** The call that is made together with the customer: the number, and what exactly to say. */
export function CallTogether(props: {
  readonly detail: CaseDetail
  /** null where the desk has no number. */
  readonly phone: string | null
  readonly brief: Readonly<Record<string, string>>
}) {
  const t = useTranslations('cases')
  const { detail, phone, brief } = props
  const said = Object.values(brief).find((text) => text.trim() !== '') ?? detail.summary
  return (
    <Alert color="accent" variant="light" title={t('handOver.callTogether')}>
      {phone !== null && (
        <p>
          <Anchor
            className="wa-number"
            href={`tel:${phone.replace(/[^\d+]/g, '')}`}
            c="inherit"
            fw={700}
            underline="always"
          >
            {phone}
          </Anchor>
        </p>
      )}
      <p>
        {t('handOver.say', {
          customer: detail.customerRef,
          reference: detail.reference,
          summary: asSentence(said),
        })}
      </p>
    </Alert>
  )
}

/** Ends what somebody typed so that another sentence can follow. */
function asSentence(text: string): string {
  return /[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`
}
