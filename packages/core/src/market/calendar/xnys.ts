import type { ExchangeCalendar } from './exchange-calendar.ts'

/** New York Stock Exchange. Its early closes are known from 1999 on. */
export const xnys: ExchangeCalendar = {
  id: 'XNYS',
  title: 'New York Stock Exchange',
  timeZone: 'America/New_York',
  hours: '0930-1600',
  extendedHours: '0400-2000',
  years: [1998, 2028],
  holidays: `
    0101+ New Year’s Day
    01:1.3 Martin Luther King Jr. Day
    02:1.3 Washington’s Birthday
    E&-2 Good Friday
    05:1.-1 Memorial Day
    0619~ Juneteenth [2022-]
    0704~ Independence Day
    09:1.1 Labor Day
    11:4.4 Thanksgiving Day
    1225~ Christmas Day
    20010911-14 Attacks of September 11
    20040611 Mourning for Ronald Reagan
    20070102 Mourning for Gerald Ford
    20121029-30 Hurricane Sandy
    20181205 Mourning for George H. W. Bush
    20250109 Mourning for Jimmy Carter`,
  earlyCloses: `
    1300 0703 Day before Independence Day [1999-2001]
    1300 20020705 Day after Independence Day
    1300 0703 Day before Independence Day [2003-]
    1300 11:4.4&1 Day after Thanksgiving [1999-]
    1300 1224 Christmas Eve [1999-]
    1300 20031226 Day after Christmas`,
}
