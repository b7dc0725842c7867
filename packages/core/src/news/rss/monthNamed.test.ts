import { expect, test } from 'vitest'
import { monthNamed } from './monthNamed.ts'

test.each([
  ['Jan januari janvier enero gennaio ene gen Jänner янв. января', 0],
  ['Feb. février févr fevr febrero Febbraio fev feb', 1],
  ['Mar. März Mär mrz mars marzo março мар', 2],
  ['Apr avril avr abril abr aprile', 3],
  ['May Mai mayo maggio mag maio maj', 4],
  ['June juin junio giugno giu jun', 5],
  ['July juillet juil julio luglio lug jul', 6],
  ['Aug août aout agosto ago Août', 7],
  ['Sept. September septiembre setiembre settembre set sep', 8],
  ['Oct Oktober Okt octobre octubre ottobre ott outubro', 9],
  ['Nov noviembre novembre listopada', 10],
  ['Dec Dezember Dez décembre diciembre dic DÉC.', 11],
])('%s are the same month', (names, month) => {
  for (const name of names.split(' ')) expect([name, monthNamed(name)]).toEqual([name, month])
})

test('days of the week and other words are no months, and neither is what may be two', () => {
  const words =
    'Mon lundi lun jeu vendredi samedi Die Dienstag Mittwoch Don Sonntag miércoles mié vie venerdì Uhr de am'
  expect(words.split(' ').map(monthNamed)).toEqual(words.split(' ').map(() => undefined))
  // `juin` and `juillet`, `juni` and `juli`.
  expect([monthNamed('ju'), monthNamed('jui')]).toEqual([undefined, undefined])
})

test('no beginning of three letters or more belongs to two months, in any of the languages', () => {
  const styles = ['long', 'short'] as const
  const languages = 'en de fr es it pt nl sv da nb fi pl cs hu ro tr el ru uk ca id'.split(' ')
  const told = languages.flatMap((language) =>
    styles.flatMap((style) => {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
      return Array.from(
        { length: 12 },
        (_, month) => [format.format(Date.UTC(2026, month, 5)), month] as const,
      )
    }),
  )
  const wrong = told.filter(([name, month]) => /^\p{L}{3}/u.test(name) && monthNamed(name) !== month)
  expect(wrong).toEqual([])
})
