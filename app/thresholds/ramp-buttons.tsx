'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import type { VersionMoving } from './use-version-move.ts'
import type { VersionData } from './version-data.ts'

/** What a person may do with a ramp: give the word that its step waits for, or take it back. */
export function RampButtons({
  version,
  move,
}: {
  readonly version: VersionData
  readonly move: VersionMoving
}) {
  const t = useTranslations('thresholds')
  const mayWrite = useMay('thresholds.write')
  const mayLetOn = useMay('thresholds.approve') && !version.isMine
  const seen = { version: version.version, edition: version.edition }
  const needsWord = version.ramp?.steps[version.rampStep ?? 0]?.needsApproval ?? false
  const hasWord = version.events.some(
    ({ type, facts }) => type === 'rampLetOn' && facts.step === version.rampStep,
  )
  return (
    <>
      {mayLetOn && needsWord && !hasWord && (
        <Button onClick={() => void move.run(({ thresholds }) => thresholds.letRampOn.mutate(seen))}>
          {t('letOn')}
        </Button>
      )}
      {mayWrite && (
        <Button
          color="red"
          onClick={() => void move.run(({ thresholds }) => thresholds.takeBackRamp.mutate(seen))}
        >
          {t('takeBack')}
        </Button>
      )}
    </>
  )
}
