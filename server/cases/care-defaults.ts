import { stolenWalletSteps } from '../../domain/cases/default-playbook.ts'
import { type Tx } from '../db/prisma.ts'

const kinds = [
  {
    ...{
      key: 'lost-or-stolen',
      emergency: true,
      targetMinutes: 120,
      contactMinutes: 60,
      playbookKey: 'stolen-wallet',
      position: 10,
    },
    name: { en: 'Lost or stolen', pl: 'Zgubione lub skradzione', ru: 'Потеряно или украдено' },
  },
  {
    ...{
      key: 'account-taken-over',
      emergency: true,
      targetMinutes: 120,
      contactMinutes: 60,
      playbookKey: 'stolen-wallet',
      position: 20,
    },
    name: {
      en: 'Somebody else uses the account',
      pl: 'Ktoś inny używa konta',
      ru: 'Счётом пользуется кто-то другой',
    },
  },
  {
    key: 'payment',
    position: 30,
    emergency: false,
    targetMinutes: 480,
    contactMinutes: 480,
    name: { en: 'Payment', pl: 'Płatność', ru: 'Платёж' },
  },
  {
    key: 'card',
    position: 40,
    emergency: false,
    targetMinutes: 960,
    contactMinutes: 1440,
    name: { en: 'Card', pl: 'Karta', ru: 'Карта' },
  },
  {
    key: 'purchase',
    position: 50,
    emergency: false,
    targetMinutes: 960,
    contactMinutes: 1440,
    name: { en: 'Purchase', pl: 'Zakup', ru: 'Покупка' },
  },
  {
    key: 'data-change',
    position: 60,
    emergency: false,
    targetMinutes: 480,
    contactMinutes: 480,
    name: { en: 'Change of data', pl: 'Zmiana danych', ru: 'Изменение данных' },
  },
  {
    key: 'other',
    position: 900,
    emergency: false,
    targetMinutes: 960,
    contactMinutes: 1440,
    name: { en: 'Something else', pl: 'Coś innego', ru: 'Другое' },
  },
] as const

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']

const briefFields = [
  {
    key: 'wish',
    label: { en: 'What the customer wants', pl: 'Czego chce klient', ru: 'Чего хочет клиент' },
    required: true,
  },
  {
    key: 'tried',
    label: { en: 'What was tried', pl: 'Co już zrobiono', ru: 'Что уже сделано' },
    required: true,
  },
  {
    key: 'say',
    label: { en: 'What to say to the customer', pl: 'Co powiedzieć klientowi', ru: 'Что сказать клиенту' },
    required: false,
  },
]

const desks = [
  {
    key: 'branch',
    phone: '+48 22 555 01 01',
    opens: '09:00',
    closes: '18:00',
    name: { en: 'Branch', pl: 'Oddział', ru: 'Отделение' },
  },
  {
    key: 'contact-centre',
    phone: '+48 22 555 02 02',
    opens: '00:00',
    closes: '24:00',
    name: { en: 'Contact centre', pl: 'Infolinia', ru: 'Контакт-центр' },
  },
  {
    key: 'cards',
    phone: '+48 22 555 03 03',
    opens: '08:00',
    closes: '20:00',
    name: { en: 'Card specialists', pl: 'Specjaliści od kart', ru: 'Специалисты по картам' },
  },
  {
    key: 'payments',
    phone: '+48 22 555 04 04',
    opens: '08:00',
    closes: '18:00',
    name: { en: 'Payment specialists', pl: 'Specjaliści od płatności', ru: 'Специалисты по платежам' },
  },
  {
    key: 'advocate',
    phone: '+48 22 555 05 05',
    opens: '09:00',
    closes: '17:00',
    name: { en: 'Customer advocate', pl: 'Rzecznik klienta', ru: 'Защитник интересов клиентов' },
  },
  {
    key: 'shop',
    phone: '+48 22 555 06 06',
    opens: '09:00',
    closes: '21:00',
    name: { en: 'Shop', pl: 'Sklep', ru: 'Магазин' },
  },
] as const

/**
 * What a new installation begins with: kinds of case, desks with opening hours in the organisation's zone, and the playbook for
 * a stolen wallet. Leaves everything alone that is there already.
 */
export async function ensureCareDefaults(tx: Tx, zone: string): Promise<void> {
  await tx.caseKind.createMany({ data: kinds.map((kind) => ({ ...kind })), skipDuplicates: true })
  await tx.playbook.createMany({
    data: [
      {
        key: 'stolen-wallet',
        version: 1,
        status: 'active',
        name: { en: 'Stolen wallet', pl: 'Skradziony portfel', ru: 'Украденный кошелёк' },
        steps: stolenWalletSteps.map((step) => ({ ...step })),
      },
    ],
    skipDuplicates: true,
  })
  await tx.desk.createMany({
    data: desks.map(({ key, phone, name }) => ({
      ...{ key, phone, name: { ...name }, zone, briefFields, acceptMinutes: 15, segments: [], languages: [] },
    })),
    skipDuplicates: true,
  })
  await tx.deskCalendar.createMany({
    data: desks.map(({ key, opens, closes }) => ({
      ...{ deskKey: key, validFrom: new Date(0) },
      calendar: {
        zone,
        weekly: Object.fromEntries(
          [...weekdays, ...(closes === '24:00' ? ['saturday', 'sunday'] : [])].map((day) => [
            day,
            [{ opens, closes }],
          ]),
        ),
      },
    })),
    skipDuplicates: true,
  })
}
