import { foldLetters } from '../language/fold-letters.ts'

/** Surnames, and a few first names, in their first case that are words of any story as well; birds and beasts, which are none, are not among them. */
const words = `
  bank biały bliski cichy czarny czerwony dobry długi dziki dzień fala głowa góra górka gruby grudzień karta kasa klucz koło kowal
  krawiec krótki krzywy kula kupiec kwiatek kwiecień las lato lipa lipiec list listek ławka maj majster mały marzec miły młody mocny
  moneta mostek nowy niedziela ostry parada pasek piątek piec pieniążek pióro pisarz płatek podróżny pomoc prosty rata ręka rok róg
  róża rząd sad skarb sobota sól stary szeląg sztuka szybki śmiały śnieg święty tata trawa twardy wesoły wiatr woda wolny wójt
  wrzesień wysoki zgoda zielony zima złoty zły znajomy żelazny
  банк белый близкий боец большой быстрый вечер вода гора город гость дорогой золотой камень карта ключ кольцо король короткий красный
  круглый крупный лес любовь май малый мастер мороз надежда нагорный новый осень ось палец писарь портной река рожок роза рыжий сад
  сахар середа скорый слепой снег соль старый суд сыр тихий туз ус хороший черный чистый шаг широкий шуба юг ясный
  bank banks bell bill black book bond brown case cash charge church clay cook cross day dean field grant gray green hall hill
  hope hunt king lane law lock long love mark marsh may mill moon new noble page parish park penny pope post power price prince rich
  rose sale sales salt short small snow spring star stone street strong summer sweet temple wall ward waters wells west white
  wild will winter wise wood young`

const folded: ReadonlySet<string> = new Set(words.trim().split(/\s+/).map(foldLetters))

/** Whether a name, folded, is a word as well: in small letters by itself it says nothing of a person. */
export function isOrdinaryWord(name: string): boolean {
  return folded.has(name)
}
