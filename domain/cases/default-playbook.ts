import type { PlaybookStep } from './playbook.ts'

/** What an installation begins with when somebody's wallet is gone; administrators edit it from there. */
export const stolenWalletSteps: readonly PlaybookStep[] = [
  {
    key: 'block-cards',
    phase: 'contain',
    title: { en: 'Block every card', pl: 'Zablokuj wszystkie karty', ru: 'Заблокируйте все карты' },
    script: {
      en: 'I am blocking all your cards right now. From this moment nobody can pay with them.',
      pl: 'Właśnie blokuję wszystkie Pana/Pani karty. Od tej chwili nikt nimi nie zapłaci.',
      ru: 'Я прямо сейчас блокирую все ваши карты. С этой минуты по ним никто не сможет заплатить.',
    },
    withinSeconds: 60,
    authority: {
      staff: {
        en: 'You may block all cards and online access.',
        pl: 'Możesz zablokować wszystkie karty i dostęp online.',
        ru: 'Вы можете заблокировать все карты и онлайн-доступ.',
      },
      manager: {
        en: 'You may also lift a block.',
        pl: 'Możesz także zdjąć blokadę.',
        ru: 'Вы можете также снять блокировку.',
      },
    },
  },
  {
    key: 'block-access',
    phase: 'contain',
    title: { en: 'Secure the account', pl: 'Zabezpiecz konto', ru: 'Обезопасьте счёт' },
    script: {
      en: 'Is your phone with you? If it is gone too, I close the app on it now.',
      pl: 'Czy ma Pan/Pani przy sobie telefon? Jeśli też zginął, zamykam teraz na nim aplikację.',
      ru: 'Телефон с вами? Если он тоже пропал, я сейчас закрою на нём приложение.',
    },
    withinSeconds: 120,
    authority: {
      staff: {
        en: 'You may end all sessions and unpair devices.',
        pl: 'Możesz zakończyć wszystkie sesje i odłączyć urządzenia.',
        ru: 'Вы можете завершить все сеансы и отвязать устройства.',
      },
      manager: {
        en: 'You may freeze the account.',
        pl: 'Możesz zamrozić konto.',
        ru: 'Вы можете заморозить счёт.',
      },
    },
  },
  {
    key: 'calm',
    phase: 'calm',
    title: { en: 'Calm', pl: 'Uspokój', ru: 'Успокойте' },
    script: {
      en: 'Your money is safe now. You did the right thing by calling. Are you in a safe place? I stay on the line.',
      pl: 'Pieniądze są już bezpieczne. Dobrze, że Pan/Pani zadzwonił(a). Czy jest Pan/Pani w bezpiecznym miejscu? Zostaję na linii.',
      ru: 'Ваши деньги теперь в безопасности. Вы правильно сделали, что позвонили. Вы в безопасном месте? Я остаюсь на линии.',
    },
    withinSeconds: 180,
    authority: {
      staff: {
        en: 'Take the time that the customer needs.',
        pl: 'Poświęć tyle czasu, ile klient potrzebuje.',
        ru: 'Уделите клиенту столько времени, сколько нужно.',
      },
      manager: { en: 'The same.', pl: 'To samo.', ru: 'То же самое.' },
    },
  },
  {
    key: 'identity',
    phase: 'identity',
    title: { en: 'Make sure who it is', pl: 'Ustal tożsamość', ru: 'Убедитесь, кто звонит' },
    script: {
      en: 'A few questions so that nobody else can act in your name. I never ask for codes or passwords.',
      pl: 'Kilka pytań, żeby nikt inny nie mógł działać w Pana/Pani imieniu. Nigdy nie pytam o kody ani hasła.',
      ru: 'Несколько вопросов, чтобы никто другой не мог действовать от вашего имени. Я никогда не спрашиваю коды и пароли.',
    },
    withinSeconds: 300,
    authority: {
      staff: {
        en: 'Without papers: three facts of the account are enough for help, not for payments.',
        pl: 'Bez dokumentów: trzy fakty o koncie wystarczą do pomocy, nie do wypłat.',
        ru: 'Без документов: трёх фактов о счёте достаточно для помощи, но не для выплат.',
      },
      manager: {
        en: 'You may accept a video call as proof.',
        pl: 'Możesz przyjąć rozmowę wideo jako potwierdzenie.',
        ru: 'Вы можете принять видеозвонок как подтверждение.',
      },
    },
  },
  {
    key: 'next-steps',
    phase: 'next',
    title: { en: 'Say what happens next', pl: 'Powiedz, co będzie dalej', ru: 'Скажите, что будет дальше' },
    script: {
      en: 'New cards are ordered. Until they come you can draw cash by a code at any of our machines. Here is what to tell the police.',
      pl: 'Nowe karty są zamówione. Do ich nadejścia może Pan/Pani wypłacić gotówkę kodem w każdym naszym bankomacie. Podam, co zgłosić policji.',
      ru: 'Новые карты заказаны. До их прихода вы можете снять наличные по коду в любом нашем банкомате. Скажу, что сообщить полиции.',
    },
    withinSeconds: 600,
    authority: {
      staff: {
        en: 'You may grant emergency cash up to 1,000 PLN.',
        pl: 'Możesz przyznać gotówkę awaryjną do 1000 PLN.',
        ru: 'Вы можете выдать экстренные наличные до 1000 PLN.',
      },
      manager: {
        en: 'Emergency cash up to 10,000 PLN.',
        pl: 'Gotówka awaryjna do 10 000 PLN.',
        ru: 'Экстренные наличные до 10 000 PLN.',
      },
    },
  },
  {
    key: 'promise',
    phase: 'promise',
    title: { en: 'Promise a call', pl: 'Obiecaj telefon', ru: 'Пообещайте звонок' },
    script: {
      en: 'I call you again within two hours, also if there is nothing new. Which number reaches you?',
      pl: 'Zadzwonię ponownie w ciągu dwóch godzin, także jeśli nic nowego się nie wydarzy. Pod jakim numerem?',
      ru: 'Я перезвоню вам в течение двух часов, даже если новостей не будет. По какому номеру?',
    },
    withinSeconds: 900,
    authority: {
      staff: {
        en: 'The promise is yours to keep.',
        pl: 'Tej obietnicy dotrzymujesz osobiście.',
        ru: 'Это обещание выполняете лично вы.',
      },
      manager: { en: 'The same.', pl: 'To samo.', ru: 'То же самое.' },
    },
  },
]
