'use client'

import { Alert, Button, Code, Group, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Duration } from '@/app/components/duration.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { useAreaChange } from '@/app/components/use-area-change.ts'
import { useAttemptWords } from './use-attempt-words.ts'

const refreshMs = 3_000

/** One message with what was sent and every attempt; who may write sends it again. */
export function DeliveryView(props: {
  readonly of: { readonly endpointId: string; readonly messageId: string }
  readonly mayChange: boolean
  readonly onClose: () => void
}) {
  const t = useTranslations('webhooks')
  const trpc = useTRPC()
  const change = useAreaChange('webhooks')
  const attemptWords = useAttemptWords()
  const delivery = useQuery(trpc.webhooks.delivery.queryOptions(props.of, { refetchInterval: refreshMs }))
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      title={t('messages.one')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Answered query={delivery} what={t('messages.one')} height={240}>
        {({ body, attempts, status, messageId }) => (
          <>
            <p>
              {t(`state.${status}`)} · webhook-id{' '}
              <code style={{ overflowWrap: 'anywhere' }}>{messageId}</code>
            </p>
            <Code block tabIndex={0}>
              {body}
            </Code>
            <h3>{t('attempts')}</h3>
            {attempts.length === 0 && <p>{t('messages.noAttempt')}</p>}
            <ol reversed>
              {attempts.map((attempt) => (
                <li key={attempt.no}>
                  <Instant at={attempt.at.getTime()} style="dateTime" /> · {attemptWords(attempt)} ·{' '}
                  <Duration ms={attempt.durationMs} />
                  {attempt.answer !== null && attempt.answer !== '' && (
                    <Code block tabIndex={0}>
                      {attempt.answer}
                    </Code>
                  )}
                </li>
              ))}
            </ol>
          </>
        )}
      </Answered>
      {change.failure !== null && (
        <Alert color="red" variant="light" role="alert">
          {change.failure}
        </Alert>
      )}
      {props.mayChange && (
        <Group justify="flex-end">
          <Button
            loading={change.pending}
            onClick={() => void change.run((webhooks) => webhooks.redeliver.mutate(props.of), t('sentAgain'))}
          >
            {t('sendAgain')}
          </Button>
        </Group>
      )}
    </Modal>
  )
}
