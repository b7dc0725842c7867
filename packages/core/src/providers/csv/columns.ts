/** What a column of a bar file may be. */
export type ColumnRole =
  | 'time'
  | 'clock'
  | 'open'
  | 'high'
  | 'low'
  | 'close'
  | 'adjustedClose'
  | 'volume'
  | 'vwap'
  | 'trades'
  | 'ticker'
  | 'dividend'
  | 'split'

/** Position of each column that a file has. */
export type ColumnMap = Partial<Record<ColumnRole, number>>

// Header cells in lower case without anything but letters and digits. Earlier names win over later ones.
const aliases: Record<ColumnRole, readonly string[]> = {
  time: [
    'timestamp',
    'unix',
    'unixtime',
    'epoch',
    'opentime',
    'datetime',
    'dateandtime',
    'gmttime',
    'localtime',
    'timeutc',
    'dateutc',
    'datetimeutc',
    'starttime',
    'barstart',
    'ts',
    't',
    'date',
    'tradedate',
    'tradingdate',
    'day',
    'dt',
    'datum',
    'time',
  ],
  clock: ['time', 'timeofday', 'hour', 'zeit'],
  open: ['open', 'o', 'openprice', 'priceopen', 'opening', 'first', 'eröffnung'],
  high: ['high', 'h', 'highprice', 'pricehigh', 'max', 'hoch'],
  low: ['low', 'l', 'lowprice', 'pricelow', 'min', 'tief'],
  close: [
    'close',
    'c',
    'closeprice',
    'priceclose',
    'closelast',
    'closing',
    'last',
    'settle',
    'schluss',
    'schlusskurs',
    'price',
    'value',
  ],
  adjustedClose: ['adjclose', 'adjustedclose', 'adjcloseprice', 'closeadj', 'closeadjusted'],
  volume: [
    'volume',
    'vol',
    'v',
    'volumetraded',
    'basevolume',
    'tickvol',
    'tickvolume',
    'totalvolume',
    'shares',
    'volumen',
    'umsatz',
  ],
  vwap: ['vwap', 'vw', 'weightedaverage'],
  trades: [
    'trades',
    'tradecount',
    'tradescount',
    'numberoftrades',
    'numtrades',
    'count',
    'n',
    'transactions',
  ],
  ticker: ['ticker', 'symbol', 'sym', 'code', 'instrument', 'tic', 'asset', 'pair', 'name'],
  dividend: ['dividends', 'dividend', 'dividendamount', 'divcash'],
  split: ['stocksplits', 'stocksplit', 'splits', 'splitcoefficient', 'splitratio', 'splitfactor'],
}

/** Finds the columns of a bar file by its header's names; `side` picks the prices where there are a bid and an ask. */
export function columnsOf(header: readonly string[], side: 'bid' | 'ask'): ColumnMap {
  const names = header.map((cell) =>
    cell
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .replace(/^\d(?=[a-z])/, ''),
  )
  const columns: ColumnMap = {}
  for (const [role, accepted] of Object.entries(aliases) as [ColumnRole, readonly string[]][]) {
    const position = firstOf(names, accepted)
    if (position >= 0) columns[role] = position
  }
  if (columns.volume === undefined) {
    // "Volume BTC", "Vol. (shares)": a unit behind the name.
    const position = names.findIndex((name) => /^vol(ume)?[a-z]{2,6}$/.test(name))
    if (position >= 0) columns.volume = position
  }
  for (const role of ['open', 'high', 'low', 'close'] as const) {
    if (columns[role] === undefined) {
      const position = firstOf(names, [`${side}${role}`, `${role}${side}`])
      if (position >= 0) columns[role] = position
    }
  }
  if (columns.time === undefined && columns.open !== undefined && columns.close !== undefined) {
    // An index without a name, "Week", "Month": the first column that means nothing else.
    const used = Object.values(columns)
    columns.time = names.findIndex((_, index) => !used.includes(index))
    if (columns.time < 0) delete columns.time
  }
  // A column serves once: "time" is the time of day only beside a date.
  if (columns.clock === columns.time) delete columns.clock
  return columns
}

/** Whether these columns are enough for a bar: a time and a price. */
export function isBarHeader(columns: ColumnMap): boolean {
  return columns.time !== undefined && columns.close !== undefined
}

/** Whether the cells look like names rather than values. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => /\p{L}{2}/u.test(cell)) && cells.every((cell) => !/^[-+]?\d+[.,]\d+$/.test(cell))
  )
}

/** Whether these are the columns of a factor file: a date with cumulative price and split factors. */
export function isFactorHeader(header: readonly string[]): boolean {
  const names = header.map((cell) => cell.toLowerCase().replaceAll(/[^a-z]/g, ''))
  return names.includes('date') && names.includes('pricefactor') && names.includes('splitfactor')
}

function firstOf(names: readonly string[], accepted: readonly string[]): number {
  for (const name of accepted) {
    const position = names.indexOf(name)
    if (position >= 0) return position
  }
  return -1
}
