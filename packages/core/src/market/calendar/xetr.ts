import type { ExchangeCalendar } from './exchange-calendar.ts'

/** Xetra, Frankfurt. */
export const xetr: ExchangeCalendar = {
  id: 'XETR',
  title: 'Xetra',
  timeZone: 'Europe/Berlin',
  hours: [
    ['2000-01-01', '0900-2000'],
    ['2003-11-03', '0900-1730'],
  ],
  years: [2001, 2028],
  holidays: `
    0101 New Year’s Day
    E&-2 Good Friday
    E&1 Easter Monday
    0501 Labour Day
    20070528 Whit Monday
    E&50 Whit Monday [2015-2021]
    1003 Day of German Unity [2014-2021]
    20171031 Reformation Day
    1224 Christmas Eve
    1225 Christmas Day
    1226 Day after Christmas
    1231 New Year’s Eve`,
  earlyCloses: '1400 1230< Last trading day of the year [2010-]',
}
