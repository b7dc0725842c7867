import type { ExchangeCalendar } from './exchange-calendar.ts'
import { xnys } from './xnys.ts'

/** Nasdaq: trades when New York does. */
export const xnas: ExchangeCalendar = { ...xnys, id: 'XNAS', title: 'Nasdaq' }
