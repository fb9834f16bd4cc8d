import type { Language } from '../language/language.ts'
import type { StoryKey } from '../proposals/story.ts'
import type { CarePerson } from './care-people.ts'

/** One of the field's own case stories, told by a colleague in their own words. */
export interface ProposalStory {
  readonly author: CarePerson
  readonly language: Language
  /** The care story that it begins with (domain/demo/stories); null: from scratch. */
  readonly caseKey: string | null
  readonly answers: Readonly<Record<StoryKey, string>>
}

/** The salary that was not exchanged: accepted and being worked on, without evidence of an effect yet. */
export const salaryStory: ProposalStory = {
  ...{ author: 'zofia', language: 'en', caseKey: 'salary-exchange' },
  answers: {
    title: 'The automatic exchange of the salary did not run',
    essence:
      'The customer has the salary exchanged automatically on the day it arrives. This month it was not, and the customer noticed days later, when the rate was worse.',
    difficulty:
      'The customer had done everything right and still had to find the mistake. I could not see why the exchange was skipped: the hourly check between nine and five compares the balance with the expected amount, and a small card fee had lowered it.',
    solution:
      'Payments found the rate of that day within minutes and a manager granted it. About an hour in all; the customer only waited for our call.',
    helped:
      'A colleague at payments who picked up at once, and a manager who answered the memo within twenty minutes.',
    proposal:
      'Exchange at the moment the salary arrives, by the amount that came in; or run on schedule without looking at the balance.',
  },
}

/** The swallowed card: declined with a reason, and appealed. */
export const cardStory: ProposalStory = {
  ...{ author: 'tomek', language: 'pl', caseKey: 'swallowed-card' },
  answers: {
    title: 'Nie da się wznowić wycofanej karty premium',
    essence:
      'Bankomat innego banku zatrzymał kartę premium wydaną z partnerem, ważną jeszcze dwa lata. Produkt jest wycofany, więc ponowne wydanie okazało się technicznie niemożliwe.',
    difficulty:
      'Chodziło o przywileje karty, a nie o program partnera. Moje uprawnienia kończą się o jeden poziom kart niżej, a osoba odpowiedzialna była nieobecna.',
    solution:
      'Zastępująca ją koleżanka znalazła kartę z tymi samymi przywilejami. Trwało to dwa dni, cały czas informowaliśmy, co się dzieje.',
    helped:
      'Zastępstwo, które naprawdę działało, i jedna osoba, która prowadziła sprawę od początku do końca.',
    proposal: 'Trzymać niewielki zapas wycofanych kart, żeby móc je wznawiać do końca ich ważności.',
  },
}

/** The wrong address: implemented, with an effect that a year of cases shows. */
export const addressStory: ProposalStory = {
  ...{ author: 'igor', language: 'ru', caseKey: null },
  answers: {
    title: 'Неверный адрес доставки новой карты нельзя исправить',
    essence:
      'При заказе карты в форме не оказалось нужной улицы, и карта должна была уйти по чужому адресу. Ошибку заметили сразу после подписания.',
    difficulty:
      'После подписания адрес нельзя изменить ни в отделении, ни по телефону. Приходится просить специалистов процессинга, а человек тем временем ждёт и волнуется.',
    solution: 'Специалисты процессинга остановили отправку и поменяли адрес вручную. Ушло около двух часов.',
    helped: 'Коллега из процессинга, который знал, что карта ещё не в производстве.',
    proposal:
      'Разрешить менять адрес, пока карта не ушла в производство: окно в два часа и номер, по которому можно позвонить.',
  },
}
