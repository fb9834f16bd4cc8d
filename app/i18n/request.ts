import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { findCurrentPerson } from '@/app/access/current-person.ts'
import { getCurrentOrganisation } from '@/app/access/current-organisation.ts'
import { chooseLanguage, languageCookie } from './choose-language.ts'
import { loadMessages } from './load-messages.ts'

/** Language from the person and never from the path; dates in the organisation's zone. */
export default getRequestConfig(async () => {
  const [person, organisation, jar, head] = await Promise.all([
    findCurrentPerson(),
    getCurrentOrganisation(),
    cookies(),
    headers(),
  ])
  const locale = chooseLanguage({
    person: person?.language ?? null,
    cookie: jar.get(languageCookie)?.value ?? null,
    acceptLanguage: head.get('accept-language'),
  })
  return { locale, messages: await loadMessages(locale), timeZone: organisation.zone }
})
