import type { ExchangeCalendar } from './exchange-calendar.ts'

/** The currency market: from Sunday 17:00 to Friday 17:00 in New York, each day opening the evening before. */
export const fxWeek: ExchangeCalendar = {
  id: 'FX',
  title: 'Currency market',
  timeZone: 'America/New_York',
  hours: '-1700-1700',
  years: [1970, 2099],
  holidays: `
    0101 New Year’s Day
    1225 Christmas Day`,
  earlyCloses: '',
}
