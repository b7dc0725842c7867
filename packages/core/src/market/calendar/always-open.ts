import type { ExchangeCalendar } from './exchange-calendar.ts'

/** A market that never closes, like that of crypto currencies: its day is that of UTC. */
export const alwaysOpen: ExchangeCalendar = {
  id: '24/7',
  title: 'Always open',
  timeZone: 'UTC',
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  hours: '0000-2400',
  years: [1970, 2099],
  holidays: '',
  earlyCloses: '',
}
