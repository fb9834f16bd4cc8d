'use client'

import { Alert, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import classes from './audit.module.css'

/** Recomputes the whole chain and says whether it holds, with the first entry that does not. */
export function VerifyButton() {
  const t = useTranslations('access.audit')
  const failures = useTranslations('access.failures')
  const trpc = useTRPC()
  const verify = useMutation(trpc.audit.verify.mutationOptions())
  const verdict = verify.data
  return (
    <div className={classes.verdict} role="status">
      <Button variant="default" mb="xs" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('verify')}
      </Button>
      {verify.error !== null && (
        <Alert color="red">{failures('other', { message: verify.error.message })}</Alert>
      )}
      {verdict?.holds === true && (
        <Alert color="teal">
          <p>
            {t.rich('holds', {
              entries: verdict.entries,
              anchors: verdict.anchors,
              when: () => <Instant at={verify.submittedAt} style="dateTimeSeconds" />,
            })}
          </p>
          {verdict.head !== null && <p className={classes.hash}>{t('headNow', { hash: verdict.head })}</p>}
        </Alert>
      )}
      {verdict?.holds === false && (
        <Alert color="red" title={t('broken', { seq: verdict.brokenAt })}>
          <p>{t(`fault.${verdict.fault}`)}</p>
          <p>{t('brokenNext', { entries: verdict.entries })}</p>
        </Alert>
      )}
    </div>
  )
}
