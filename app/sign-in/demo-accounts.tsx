'use client'

import { UnstyledButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type demoAccounts, demoPassword } from '@/domain/access/demo-accounts.ts'
import classes from './sign-in.module.css'

/** One account for each role; a click fills the form in. */
export function DemoAccounts(props: {
  readonly accounts: typeof demoAccounts
  readonly onChoose: (email: string) => void
}) {
  const t = useTranslations('access')
  return (
    <section className={classes.column} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={classes.subtitle}>
        {t('signIn.demoTitle')}
      </h2>
      <p className={classes.promise}>{t('signIn.demoNote', { password: demoPassword })}</p>
      <ul className={classes.demo}>
        {props.accounts.map((account) => (
          <li key={account.email}>
            <UnstyledButton className={classes.account} onClick={() => props.onChoose(account.email)}>
              <span>{t(`roles.${account.role}`)}</span>
              <span className={classes.dimmed}>{account.email}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
