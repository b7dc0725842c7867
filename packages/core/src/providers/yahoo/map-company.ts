import {
  type CorporateActions,
  dateInZone,
  type Earnings,
  type EarningsReport,
  type Profile,
} from '../../market/index.ts'
import {
  type CorporateActionsQuery,
  type EarningsQuery,
  type HttpResponse,
  type ProfileQuery,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { asPaid } from './as-paid.ts'
import { shortestFloat32 } from './float32.ts'
import { openChart } from './map-bars.ts'
import { amountOrNull, dayOrNull, readResult } from './schema.ts'

/** The modules of a quoteSummary answer. A module that Yahoo left out reads as absent. */
function readSummary(
  response: HttpResponse,
  query: ProfileQuery,
  modules: readonly string[],
): (name: string) => Wire {
  const summary = readResult(response, 'quoteSummary', query).at(0)
  if (!modules.some((name) => !summary.at(name).isAbsent)) {
    throw summary.unlike(`one of the modules ${modules.join(', ')}`)
  }
  return (name) => summary.at(name)
}

export const profileModules = ['assetProfile', 'price', 'summaryDetail', 'defaultKeyStatistics'] as const

export function readProfile(response: HttpResponse, query: ProfileQuery): Profile {
  const module = readSummary(response, query, profileModules)
  const [about, price, detail] = [module('assetProfile'), module('price'), module('summaryDetail')]
  const { longName, shortName, currency, ...listing } = price.texts({
    longName: 'longName',
    shortName: 'shortName',
    currency: 'currency',
    exchange: 'exchangeName',
  })
  return {
    instrument: query.instrument,
    name: longName ?? shortName,
    ...listing,
    ...about.texts({
      description: 'longBusinessSummary',
      sector: 'sector',
      industry: 'industry',
      country: 'country',
      website: 'website',
    }),
    employees: amountOrNull(about.maybe('fullTimeEmployees')),
    currency: currency ?? detail.maybe('currency').textOrNull(),
    marketCap: amountOrNull(price.maybe('marketCap')) ?? amountOrNull(detail.maybe('marketCap')),
    sharesOutstanding: amountOrNull(module('defaultKeyStatistics').maybe('sharesOutstanding')),
    identifiers: {},
    source: sourceOf('yahoo', query),
  }
}

export const earningsModules = ['earningsHistory', 'calendarEvents', 'earnings'] as const

export function readEarnings(response: HttpResponse, query: EarningsQuery): Earnings {
  const module = readSummary(response, query, earningsModules)
  const past = module('earningsHistory').maybe('history').itemsOrNone()
  const chart = module('earnings').maybe('earningsChart').maybe('quarterly').itemsOrNone()
  return {
    instrument: query.instrument,
    history: past.length > 0 ? past.map(toReport) : chart.map(toChartReport),
    upcoming: upcoming(module('calendarEvents').maybe('earnings')),
    currency:
      past[0]?.at('currency').textOrNull() ?? module('earnings').maybe('financialCurrency').textOrNull(),
    source: sourceOf('yahoo', query),
  }
}

function toReport(wire: Wire): EarningsReport {
  const surprise = amountOrNull(wire.at('surprisePercent'))
  return {
    ...noReport,
    period: dayOrNull(wire.at('quarter')),
    ...wire.fields({ epsActual: 'epsActual', epsEstimate: 'epsEstimate' }, amountOrNull),
    // A fraction on the wire; widened float32 noise ends behind the seventh digit.
    surprisePercent: surprise === null ? null : Number((surprise * 100).toPrecision(7)),
  }
}

// The fallback names fiscal quarters ("1Q2024"), which have no known last day.
function toChartReport(wire: Wire): EarningsReport {
  return { ...noReport, ...wire.fields({ epsActual: 'actual', epsEstimate: 'estimate' }, amountOrNull) }
}

function upcoming(wire: Wire): EarningsReport[] {
  const [date] = wire.maybe('earningsDate').itemsOrNone()
  if (!date) return []
  return [
    {
      ...noReport,
      date: dayOrNull(date),
      ...wire.fields({ epsEstimate: 'earningsAverage', revenueEstimate: 'revenueAverage' }, amountOrNull),
    },
  ]
}

const noReport: EarningsReport = {
  date: null,
  period: null,
  epsActual: null,
  epsEstimate: null,
  revenueActual: null,
  revenueEstimate: null,
  surprisePercent: null,
}

/** Dividends, as paid, and splits, which come as events of a chart that reaches up to now. */
export function readCorporateActions(response: HttpResponse, query: CorporateActionsQuery): CorporateActions {
  const { wire, timeZone, currency, priceScale } = openChart(response, query)
  const events = wire.at('events')
  const each = (kind: string) =>
    (events.maybe(kind).isAbsent ? [] : events.at(kind).entries()).map(([, event]) => {
      const time = event.at('date').number() * 1000
      return { event, time, date: dateInZone(time, timeZone) }
    })
  const splits = each('splits').map(({ event, ...when }) => {
    const [numerator, denominator] = [event.at('numerator').number(), event.at('denominator').number()]
    if (numerator <= 0) throw event.at('numerator').unlike('a number above 0')
    if (denominator <= 0) throw event.at('denominator').unlike('a number above 0')
    return { type: 'split', ...when, numerator, denominator } as const
  })
  const dividends = each('dividends').map(({ event, ...when }) => {
    const paid = asPaid(shortestFloat32(event.at('amount').number()), when.date, splits)
    return {
      type: 'dividend',
      ...when,
      amount: Number((paid * priceScale).toPrecision(12)),
      currency,
    } as const
  })
  return {
    instrument: query.instrument,
    actions: [...dividends, ...splits]
      .filter(({ time }) => time >= query.start && time < query.end)
      .sort((a, b) => a.time - b.time)
      .map(({ time: _time, ...action }) => action),
    source: sourceOf('yahoo', query),
  }
}
