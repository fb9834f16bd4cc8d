/**
 * Names with their forms in the singular as grammars print them: genitive, dative, accusative, instrumental, locative (after `о`) and,
 * in Polish, vocative. Written down by hand and not by the finders' rules, irregular ones included, so that misses are real.
 */
export const declinedNames: readonly { readonly name: string; readonly forms: string }[] = [
  { name: 'Piotr', forms: 'Piotra Piotrowi Piotra Piotrem Piotrze Piotrze' },
  { name: 'Marek', forms: 'Marka Markowi Marka Markiem Marku Marku' },
  { name: 'Paweł', forms: 'Pawła Pawłowi Pawła Pawłem Pawle Pawle' },
  { name: 'Tomasz', forms: 'Tomasza Tomaszowi Tomasza Tomaszem Tomaszu Tomaszu' },
  { name: 'Andrzej', forms: 'Andrzeja Andrzejowi Andrzeja Andrzejem Andrzeju Andrzeju' },
  { name: 'Jerzy', forms: 'Jerzego Jerzemu Jerzego Jerzym Jerzym Jerzy' },
  { name: 'Aleksander', forms: 'Aleksandra Aleksandrowi Aleksandra Aleksandrem Aleksandrze Aleksandrze' },
  { name: 'Anna', forms: 'Anny Annie Annę Anną Annie Anno' },
  { name: 'Marta', forms: 'Marty Marcie Martę Martą Marcie Marto' },
  { name: 'Monika', forms: 'Moniki Monice Monikę Moniką Monice Moniko' },
  { name: 'Zofia', forms: 'Zofii Zofii Zofię Zofią Zofii Zofio' },
  { name: 'Maja', forms: 'Mai Mai Maję Mają Mai Maju' },
  { name: 'Barbara', forms: 'Barbary Barbarze Barbarę Barbarą Barbarze Barbaro' },
  { name: 'Olga', forms: 'Olgi Oldze Olgę Olgą Oldze Olgo' },
  { name: 'Kowalski', forms: 'Kowalskiego Kowalskiemu Kowalskiego Kowalskim Kowalskim Kowalski' },
  { name: 'Kowalska', forms: 'Kowalskiej Kowalskiej Kowalską Kowalską Kowalskiej Kowalska' },
  { name: 'Nowak', forms: 'Nowaka Nowakowi Nowaka Nowakiem Nowaku Nowaku' },
  { name: 'Zaręba', forms: 'Zaręby Zarębie Zarębę Zarębą Zarębie Zarębo' },
  { name: 'Wróbel', forms: 'Wróbla Wróblowi Wróbla Wróblem Wróblu Wróblu' },
  { name: 'Dudek', forms: 'Dudka Dudkowi Dudka Dudkiem Dudku Dudku' },
  { name: 'Gołąb', forms: 'Gołębia Gołębiowi Gołębia Gołębiem Gołębiu Gołębiu' },
  { name: 'Jastrząb', forms: 'Jastrzębia Jastrzębiowi Jastrzębia Jastrzębiem Jastrzębiu Jastrzębiu' },
  { name: 'Stępień', forms: 'Stępnia Stępniowi Stępnia Stępniem Stępniu Stępniu' },
  { name: 'Kwiecień', forms: 'Kwietnia Kwietniowi Kwietnia Kwietniem Kwietniu Kwietniu' },
  { name: 'Niemiec', forms: 'Niemca Niemcowi Niemca Niemcem Niemcu Niemcze' },
  { name: 'Kozioł', forms: 'Kozła Kozłowi Kozła Kozłem Koźle Koźle' },
  { name: 'Orzeł', forms: 'Orła Orłowi Orła Orłem Orle Orle' },
  { name: 'Łoś', forms: 'Łosia Łosiowi Łosia Łosiem Łosiu Łosiu' },
  { name: 'Żuraw', forms: 'Żurawia Żurawiowi Żurawia Żurawiem Żurawiu Żurawiu' },
  { name: 'Matejko', forms: 'Matejki Matejce Matejkę Matejką Matejce Matejko' },
  { name: 'Wolny', forms: 'Wolnego Wolnemu Wolnego Wolnym Wolnym Wolny' },
  { name: 'Анна', forms: 'Анны Анне Анну Анной Анне' },
  { name: 'Мария', forms: 'Марии Марии Марию Марией Марии' },
  { name: 'Ольга', forms: 'Ольги Ольге Ольгу Ольгой Ольге' },
  { name: 'Любовь', forms: 'Любови Любови Любовь Любовью Любови' },
  { name: 'Иван', forms: 'Ивана Ивану Ивана Иваном Иване' },
  { name: 'Пётр', forms: 'Петра Петру Петра Петром Петре' },
  { name: 'Павел', forms: 'Павла Павлу Павла Павлом Павле' },
  { name: 'Сергей', forms: 'Сергея Сергею Сергея Сергеем Сергее' },
  { name: 'Игорь', forms: 'Игоря Игорю Игоря Игорем Игоре' },
  { name: 'Дмитрий', forms: 'Дмитрия Дмитрию Дмитрия Дмитрием Дмитрии' },
  { name: 'Илья', forms: 'Ильи Илье Илью Ильёй Илье' },
  { name: 'Иванов', forms: 'Иванова Иванову Иванова Ивановым Иванове' },
  { name: 'Иванова', forms: 'Ивановой Ивановой Иванову Ивановой Ивановой' },
  { name: 'Пушкин', forms: 'Пушкина Пушкину Пушкина Пушкиным Пушкине' },
  { name: 'Достоевский', forms: 'Достоевского Достоевскому Достоевского Достоевским Достоевском' },
  { name: 'Ковальская', forms: 'Ковальской Ковальской Ковальскую Ковальской Ковальской' },
  { name: 'Толстой', forms: 'Толстого Толстому Толстого Толстым Толстом' },
  { name: 'Петренко', forms: 'Петренко Петренко Петренко Петренко Петренко' },
  { name: 'Кравец', forms: 'Кравца Кравцу Кравца Кравцом Кравце' },
  { name: 'Заяц', forms: 'Зайца Зайцу Зайца Зайцем Зайце' },
  { name: 'Соловей', forms: 'Соловья Соловью Соловья Соловьём Соловье' },
  { name: 'Воробей', forms: 'Воробья Воробью Воробья Воробьём Воробье' },
  { name: 'Орёл', forms: 'Орла Орлу Орла Орлом Орле' },
  { name: 'Лев', forms: 'Льва Льву Льва Львом Льве' },
  { name: 'Стрелец', forms: 'Стрельца Стрельцу Стрельца Стрельцом Стрельце' },
  { name: 'Королёк', forms: 'Королька Корольку Королька Корольком Корольке' },
  { name: 'Кремень', forms: 'Кремня Кремню Кремня Кремнём Кремне' },
  { name: 'Коготь', forms: 'Когтя Когтю Когтя Когтем Когте' },
]

/** Ordinary words, several of which begin as the names above do; three languages, as stories have them. */
export const ordinaryWords =
  `annual announce annex january marketing martial paper pavement monitor normal olive tomato toll andean money the and customer salary
  exchange address branch statement petrol petition ivory igloo service dude nowadays wrong worry sofa soft major majority barber barrier
  annały anonim marzec marża martwy market piosenka pióro pawilon tom toaleta monitoring monit zofiówka sofa majątek majowy barbarzyński
  barwny olej kowadło kowal nowy nowość zaraz zarobek wróżba duży gołosłowny matematyka wolność wolno wolnych klient wynagrodzenie wymiana
  анкета аннулировать марка марш ольха любой любить иванчай петля петиция павильон сервис сергиевский игра игорный дмитровский или ильм
  пушка пушечный толстеть петрушка кредит кравчик заявка заявление клиент зарплата обмен адрес отделение выписка
  jastrych stępka stępiony kwiaty niemy kozica orka łosoś żurnal gołoledź левый левая слева левой львиный солод воробьиный орлиный
  стрелять стрела королева королевский кремовый когда коготок заявить зайти`.split(/\s+/)
