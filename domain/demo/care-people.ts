import type { Language } from '../language/language.ts'

/** Who works at the demo's desks, by a short name; the loader gives each an account's id. */
export const carePeople = ['zofia', 'igor', 'ola', 'tomek', 'kasia', 'marek'] as const

export type CarePerson = (typeof carePeople)[number]

export type PeopleIds = Readonly<Record<CarePerson, string>>

/** In which languages each serves customers. */
export const careLanguages: Readonly<Record<CarePerson, readonly Language[]>> = {
  zofia: ['pl', 'en'],
  igor: ['pl', 'ru', 'en'],
  ola: ['pl', 'ru'],
  tomek: ['pl', 'en'],
  kasia: ['pl', 'en'],
  marek: ['pl', 'en', 'ru'],
}

/** The colleagues who are there only to be seen in the demo's cases: they have no password and cannot sign in. */
export const careColleagues = [
  { person: 'igor', name: 'Igor Sokołow', email: 'igor@demo.example', desks: ['cards', 'contact-centre'] },
  { person: 'ola', name: 'Ola Wójcik', email: 'ola@demo.example', desks: ['payments', 'contact-centre'] },
  { person: 'tomek', name: 'Tomek Mazur', email: 'tomek@demo.example', desks: ['advocate', 'branch'] },
  { person: 'kasia', name: 'Kasia Król', email: 'kasia@demo.example', desks: ['shop', 'cards'] },
] as const

/**
 * The desks of the accounts that can sign in: enough to try both sides of a handoff. The manager is not at the advocate's desk, so
 * that both managers may judge what the advocate proposes: an appeal is decided by the other one.
 */
export const careAccounts = [
  { person: 'zofia', email: 'staff@demo.example', desks: ['branch', 'contact-centre', 'shop'] },
  { person: 'marek', email: 'manager@demo.example', desks: ['payments', 'cards'] },
] as const
