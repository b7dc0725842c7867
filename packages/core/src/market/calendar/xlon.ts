import type { ExchangeCalendar } from './exchange-calendar.ts'

/** London Stock Exchange. */
export const xlon: ExchangeCalendar = {
  id: 'XLON',
  title: 'London Stock Exchange',
  timeZone: 'Europe/London',
  hours: '0800-1630',
  years: [2000, 2028],
  holidays: `
    0101> New Year’s Day
    E&-2 Good Friday
    E&1 Easter Monday
    05:1.1 Early May Bank Holiday [-2019]
    20200508 Victory in Europe Day
    05:1.1 Early May Bank Holiday [2021-]
    05:1.-1 Spring Bank Holiday [-2001]
    20020603-04 Golden Jubilee
    05:1.-1 Spring Bank Holiday [2003-2011]
    20110429 Royal Wedding
    20120604-05 Diamond Jubilee
    05:1.-1 Spring Bank Holiday [2013-2021]
    20220602-03 Platinum Jubilee
    20220919 Funeral of Queen Elizabeth II
    20230508 Coronation of King Charles III
    05:1.-1 Spring Bank Holiday [2023-]
    08:1.-1 Summer Bank Holiday
    1225> Christmas Day
    1226> Boxing Day`,
  earlyCloses: `
    1230 1224< Christmas Eve
    1230 1231< New Year’s Eve`,
}
