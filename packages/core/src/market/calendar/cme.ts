import type { ExchangeCalendar } from './exchange-calendar.ts'

/** CME Globex, equity index futures: a session opens at 17:00 in Chicago the evening before its date. */
export const cme: ExchangeCalendar = {
  id: 'XCME',
  title: 'CME Globex',
  timeZone: 'America/Chicago',
  hours: [
    ['2000-01-01', '-1700-1515'],
    ['2015-09-21', '-1700-1600'],
  ],
  years: [2013, 2028],
  holidays: `
    0101+ New Year’s Day
    E&-2 Good Friday [2013-2014]
    E&-2 Good Friday [2016-2020]
    E&-2 Good Friday [2022-2022]
    E&-2 Good Friday [2024-2025]
    E&-2 Good Friday [2027-]
    1225~ Christmas Day`,
  earlyCloses: `
    1200 01:1.3 Martin Luther King Jr. Day
    1200 02:1.3 Washington’s Birthday
    0815 E&-2 Good Friday [2015-2015]
    0815 E&-2 Good Friday [2021-2021]
    0815 E&-2 Good Friday [2023-2023]
    0815 E&-2 Good Friday [2026-2026]
    1200 05:1.-1 Memorial Day
    1200 0619~ Juneteenth [2022-]
    1215 0703 Day before Independence Day
    1200 0704~ Independence Day
    1200 09:1.1 Labor Day
    1200 11:4.4 Thanksgiving Day
    1215 11:4.4&1 Day after Thanksgiving
    1215 1224 Christmas Eve`,
}
