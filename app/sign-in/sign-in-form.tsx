'use client'

import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ColourSchemeMenu } from '@/app/components/shell/colour-scheme-menu.tsx'
import { LanguageMenu } from '@/app/components/shell/language-menu.tsx'
import { type demoAccounts, demoPassword } from '@/domain/access/demo-accounts.ts'
import type { SignInError } from '@/domain/access/sign-in-error.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { sendCredentials } from './send-credentials.ts'
import classes from './sign-in.module.css'

/** E-mail and password, in demo mode with the accounts that fill them in. */
export function SignInForm(props: { readonly demoAccounts: typeof demoAccounts }) {
  const t = useTranslations('access.signIn')
  const product = useTranslations('shell')('product')
  const [error, setError] = useState<SignInError | null>(null)
  const [sending, setSending] = useState(false)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: isNotEmpty(t('emailMissing')), password: isNotEmpty(t('passwordMissing')) },
  })

  const submit = async (credentials: { email: string; password: string }) => {
    setSending(true)
    const failure = await sendCredentials(credentials)
    setError(failure)
    // The page itself sends whoever is signed in on to where they wanted to go; a full load brings their language and colours.
    if (failure === null) window.location.reload()
    else setSending(false)
  }

  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <p className={classes.brand}>{product}</p>
        <LanguageMenu />
        <ColourSchemeMenu />
      </header>
      <main className={classes.main}>
        <div className={classes.column}>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.promise}>{t('promise')}</p>
          <form method="post" onSubmit={form.onSubmit(submit)} noValidate>
            <Stack gap="sm">
              {error !== null && <SignInFailure error={error} />}
              <TextInput
                {...form.getInputProps('email')}
                key={form.key('email')}
                label={t('email')}
                type="email"
                name="email"
                autoComplete="username"
                autoFocus
                required
                withAsterisk={false}
                size="sm"
              />
              <PasswordInput
                {...form.getInputProps('password')}
                key={form.key('password')}
                label={t('password')}
                name="password"
                autoComplete="current-password"
                visibilityToggleButtonProps={{ 'aria-label': t('show') }}
                required
                withAsterisk={false}
                size="sm"
              />
              <Button type="submit" size="sm" loading={sending}>
                {t('submit')}
              </Button>
            </Stack>
          </form>
        </div>
        {props.demoAccounts.length > 0 && (
          <DemoAccounts
            accounts={props.demoAccounts}
            onChoose={(email) => form.setValues({ email, password: demoPassword })}
          />
        )}
      </main>
    </div>
  )
}

function SignInFailure({ error }: { readonly error: SignInError }) {
  const t = useTranslations('access.signIn')
  const text =
    error.kind === 'throttled'
      ? t('throttled', { minutes: Math.ceil(error.retryAfterSeconds / 60) })
      : t(error.kind)
  return (
    <Alert color="red" variant="light" role="alert">
      {text}
    </Alert>
  )
}
