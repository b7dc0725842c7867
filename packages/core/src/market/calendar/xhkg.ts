import type { ExchangeCalendar } from './exchange-calendar.ts'

/**
 * A feast of the lunar year: how many days after an earliest date it falls in each year from 2000 to 2028, one digit of
 * base 36 a year. Not every runtime has that calendar, and a holiday must not depend on it.
 */
function feast(month: number, day: number, later: string): (year: number) => number {
  return (year) => Date.UTC(year, month - 1, day + Number.parseInt(later[year - 2000] ?? '', 36))
}

/** Hong Kong Stock Exchange, with the days that storms closed it. */
export const xhkg: ExchangeCalendar = {
  id: 'XHKG',
  title: 'Hong Kong Stock Exchange',
  timeZone: 'Asia/Hong_Kong',
  hours: [
    ['2000-01-01', '1000-1230,1430-1600'],
    ['2011-03-07', '0930-1200,1330-1600'],
    ['2012-03-05', '0930-1200,1300-1600'],
  ],
  years: [2000, 2028],
  days: {
    newYear: feast(1, 21, 'f3mb1j8sh5od2kati7qf4mb1k8rh5'),
    buddha: feast(4, 28, 'd2lash7qe4nc0j8rg5oe2lash7qf4'),
    boats: feast(5, 25, 'cvlash6pe3mcti8qf5odvk9sg6pf3'),
    moon: feast(9, 7, '5oe4lbti7qf5nc1k8rh6oe3mati8q'),
    ninth: feast(10, 1, '5od3lati6pf4mc1k8rg6od3mash7p'),
    clear: (year) =>
      Date.UTC(year, 3, Math.floor(0.2422 * (year % 100) + 4.81) - Math.floor((year % 100) / 4)),
  },
  holidays: `
    0101+ New Year’s Day
    @newYear Lunar New Year’s Day [-2012]
    @newYear&1 Second day of Lunar New Year [-2012]
    @newYear&2 Third day of Lunar New Year [-2012]
    @newYear+ Lunar New Year’s Day [2013-]
    @newYear&1+ Second day of Lunar New Year [2013-]
    @newYear&2+ Third day of Lunar New Year [2013-]
    20060131 Fourth day of Lunar New Year
    E&-2 Good Friday
    E&1 Easter Monday
    @clear+ Ching Ming Festival
    20100406 Day after Ching Ming
    20150407 Day after Easter Monday
    0501+ Labour Day
    @buddha+ Buddha’s Birthday
    @boats+ Tuen Ng Festival
    0701+ Establishment Day
    @moon&1 Day after Mid-Autumn
    20121002 Mid-Autumn and National Day
    20201002 Day after Mid-Autumn
    20220912 Mid-Autumn
    1001+ National Day
    @ninth+ Chung Yeung Festival
    1225+ Christmas Day
    1226+ Day after Christmas
    20010706 Typhoon Utor
    20010725 Typhoon Yutu
    20080806 Typhoon Kammuri
    20080822 Typhoon Nuri
    20110929 Typhoon Nesat
    20130814 Typhoon Utor
    20150903 Victory Day
    20160802 Typhoon Nida
    20161021 Typhoon Haima
    20170823 Typhoon Hato
    20201013 Storm Nangka
    20211013 Storm Kompasu
    20230717 Storm Talim
    20230901 Typhoon Saola
    20230908 Black rainstorm
    20240906 Typhoon Yagi`,
  earlyCloses: `
    1230 1224 Christmas Eve [-2010]
    1230 1231 New Year’s Eve [-2010]
    1200 @newYear&-1 Lunar New Year’s Eve [2013-]
    1200 1224 Christmas Eve [2011-]
    1200 1231 New Year’s Eve [2011-]`,
}
