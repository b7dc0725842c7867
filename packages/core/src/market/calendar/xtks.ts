import type { ExchangeCalendar } from './exchange-calendar.ts'

/** Tokyo Stock Exchange. */
export const xtks: ExchangeCalendar = {
  id: 'XTKS',
  title: 'Tokyo Stock Exchange',
  timeZone: 'Asia/Tokyo',
  hours: [
    ['2000-01-01', '0900-1100,1230-1500'],
    ['2011-11-21', '0900-1130,1230-1500'],
    ['2024-11-05', '0900-1130,1230-1530'],
  ],
  years: [2000, 2028],
  days: { spring: (year) => equinox(year, 2, 20.8431), autumn: (year) => equinox(year, 8, 23.2488) },
  holidays: `
    0101+ New Year’s Day
    0102 Market Holiday
    0103 Market Holiday
    01:1.2 Coming of Age Day
    0211+ Foundation Day
    0223+ Emperor’s Birthday [2020-]
    @spring+ Vernal Equinox
    0429+ Shōwa Day
    0503+ Constitution Day
    0504 Citizens’ Holiday [-2006]
    0504+ Greenery Day [2007-]
    0505+ Children’s Day
    20190430 Abdication of the Emperor
    20190501-02 Accession of the Emperor
    0720+ Marine Day [-2002]
    07:1.3 Marine Day [2003-2019]
    20200723-24 Marine Day and Sports Day
    20210722-23 Marine Day and Sports Day
    07:1.3 Marine Day [2022-]
    0811+ Mountain Day [2016-2019]
    20200810 Mountain Day
    20210809 Mountain Day
    0811+ Mountain Day [2022-]
    0915+ Respect for the Aged Day [-2002]
    09:1.3 Respect for the Aged Day [2003-]
    20090922 Citizens’ Holiday
    20150922 Citizens’ Holiday
    20260922 Citizens’ Holiday
    @autumn+ Autumnal Equinox
    10:1.2 Sports Day [-2019]
    10:1.2 Sports Day [2022-]
    20191022 Enthronement of the Emperor
    20201001 Failure of the trading system
    1103+ Culture Day
    1123+ Labour Thanksgiving Day
    1223+ Emperor’s Birthday [-2018]
    1231 Market Holiday`,
  earlyCloses: '',
}

/** By the formula of the National Astronomical Observatory for 1980 to 2099. */
function equinox(year: number, month: number, base: number): number {
  const years = year - 1980
  return Date.UTC(year, month, Math.floor(base + 0.242194 * years) - Math.floor(years / 4))
}
