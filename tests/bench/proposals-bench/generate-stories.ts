import { type SeededRandom } from '../../../domain/statistics/seeded-random.ts'

const subjects = {
  en: 'card account transfer salary exchange address loan branch queue appointment statement currency terminal cashback insurance mortgage limit fraud refund delivery courier parcel receipt size exchange password application notification signature contract commission balance deposit withdrawal machine swallowed blocked expired discontinued reissue travel abroad wallet passport'.split(
    ' ',
  ),
  pl: 'karta konto przelew wynagrodzenie wymiana adres kredyt oddział kolejka termin wyciąg waluta terminal ubezpieczenie hipoteka limit oszustwo zwrot dostawa kurier paczka paragon rozmiar hasło aplikacja powiadomienie podpis umowa prowizja saldo lokata wypłata bankomat zatrzymana zablokowana wygasła wycofana wznowienie podróż zagranica portfel paszport'.split(
    ' ',
  ),
  ru: 'карта счёт перевод зарплата обмен адрес кредит отделение очередь запись выписка валюта терминал страховка ипотека лимит мошенничество возврат доставка курьер посылка чек размер пароль приложение уведомление подпись договор комиссия остаток вклад снятие банкомат проглочена заблокирована истекла снята перевыпуск поездка граница кошелёк паспорт'.split(
    ' ',
  ),
} as const

const languages = ['en', 'pl', 'ru'] as const
const endings = {
  en: ['', 's', 'ed', 'ing'],
  pl: ['', 'y', 'ów', 'ami', 'ą', 'ie'],
  ru: ['', 'ы', 'ами', 'ой', 'у', 'ов'],
} as const

/** Rare words: names of products, places and procedures, of which an organisation has thousands. */
function rareWord(random: SeededRandom, cyrillic: boolean): string {
  const syllables = cyrillic
    ? ['ка', 'ро', 'ми', 'ле', 'сту', 'вен', 'дар', 'пол']
    : ['ka', 'ro', 'mi', 'le', 'stu', 'ven', 'dar', 'pol']
  return Array.from({ length: random.int(3, 4) }, () => random.pick(syllables)).join('')
}

export interface BenchStory {
  readonly title: string
  readonly essence: string
  readonly rest: string
}

/** A story of about the length that people write, in one of three languages; common words are common and rare ones rare. */
export function generateStory(random: SeededRandom): BenchStory {
  const language = random.pick([...languages])
  const words = subjects[language]
  const word = () =>
    random.chance(0.25)
      ? rareWord(random, language === 'ru')
      : `${words[Math.floor(words.length * random.uniform() ** 2)]!}${random.pick([...endings[language]])}`
  const text = (length: number) => Array.from({ length }, word).join(' ')
  return { title: text(6), essence: text(45), rest: text(120) }
}
