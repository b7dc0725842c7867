import type { Claim, Comparison, Slot } from '../../claims/claim.ts'
import type { EvidenceContent, EvidenceMetric } from '../../evidence/evidence.ts'
import { createEvidenceLedger } from '../../evidence/ledger.ts'
import { indexEvidence } from '../indexEvidence.ts'
import { resolveIndexed } from '../resolveClaim.ts'
import { verifyClaim } from '../verifyClaim.ts'
import { type Violation, violationsAt } from '../violation.ts'

const ledger = createEvidenceLedger(Date.parse('2026-01-08'))
const days = ['2026-01-05', '2026-01-06', '2026-01-07']
const years = ['2024-12-31', '2025-12-31']
const now = ['2026-01-07T21:00:00.000Z']

const named = {
  'equity:AAPL': 'Apple Inc.',
  'equity:MSFT': 'Microsoft Corporation',
  'equity:NVDA': 'Nvidia',
  'market:XNYS': undefined,
}

function add(
  subject: keyof typeof named,
  tool: string,
  asOf: readonly string[],
  columns: Readonly<Record<string, readonly [unit: string, ...values: number[]]>>,
): string {
  const metrics = Object.entries(columns).map(
    ([name, [unit, ...values]]): EvidenceMetric => ({ name, unit, values }),
  )
  const subjectName = named[subject]
  const content: EvidenceContent = {
    tool,
    subject,
    provider: 'test',
    fetchedAt: '2026-01-08T00:00:00Z',
    asOf,
    metrics,
  }
  return ledger.add(subjectName ? { ...content, subjectName } : content).id
}

const day = (date: string) => Date.parse(date)

/** Where each metric stands, `subject metric`, so that a slot needs to say no more. */
const places = new Map<string, { ref: string; asOf: readonly string[] }>()
function lay(...[subject, tool, asOf, columns]: Parameters<typeof add>): void {
  const ref = add(subject, tool, asOf, columns)
  for (const metric of Object.keys(columns)) places.set(`${subject} ${metric}`, { ref, asOf })
}

lay('equity:AAPL', 'bars', days, {
  open: ['USD', 101.2, 102.1, 102.9],
  high: ['USD', 108.9, 103, 105.9],
  low: ['USD', 98.1, 101, 102.4],
  volume: ['shares', 40_000_000, 52_000_000, 48_100_000],
})
lay('equity:AAPL', 'indicator', days, {
  close: ['USD', 102, 98.7, 105.2],
  'SMA(50)': ['USD', 100.8, 101.1, 101.4],
  'SMA(200)': ['USD', 95.9, 96, 96.1],
  'EMA(20)': ['USD', 103.2, 103.5, 103.9],
  'RSI(14)': ['1', 55, 58, 62],
  'MACD(12,26,9).macd': ['1', 1, 1.4, 1.8],
  'MACD(12,26,9).signal': ['1', 0.8, 1, 1.2],
  'MACD(12,26,9).histogram': ['1', 0.2, 0.4, 0.6],
  'ATR(14)': ['USD', 2.3, 2.4, 2.4],
  'BBANDS(20).upper': ['USD', 108, 108.5, 109],
  'BBANDS(20).lower': ['USD', 94, 94.5, 95],
})
lay('equity:AAPL', 'quote', now, {
  last: ['USD', 105.2],
  previousClose: ['USD', 98.7],
  change: ['USD', 6.5],
  changePercent: ['%', 6.59],
})
lay('equity:AAPL', 'fundamentals', years, {
  revenue: ['USD', 85.8e9, 94e9],
  costOfRevenue: ['USD', 46e9, 50.6e9],
  grossProfit: ['USD', 39.8e9, 43.4e9],
  grossMargin: ['%', 47.1, 46.2],
  operatingIncome: ['USD', 27e9, 28.3e9],
  operatingMargin: ['%', 31.4, 30.1],
  netIncome: ['USD', 24.1e9, 23.4e9],
  interestExpense: ['USD', 0.9e9, 1e9],
  researchAndDevelopment: ['USD', 7e9, 7.8e9],
  sellingGeneralAndAdministrative: ['USD', 6e9, 6.3e9],
  incomeTaxExpense: ['USD', 4e9, 4.1e9],
  operatingCashFlow: ['USD', 28e9, 29.9e9],
  capitalExpenditure: ['USD', 2e9, 2.4e9],
  freeCashFlow: ['USD', 26e9, 27.5e9],
  cashAndEquivalents: ['USD', 28e9, 30e9],
  totalDebt: ['USD', 98e9, 96e9],
  totalAssets: ['USD', 350e9, 365e9],
  totalLiabilities: ['USD', 290e9, 300e9],
  equity: ['USD', 60e9, 65e9],
  inventory: ['USD', 6e9, 7.1e9],
  goodwill: ['USD', 5e9, 5e9],
  currentRatio: ['x', 0.9, 1],
  buybacks: ['USD', 80e9, 85e9],
  stockBasedCompensation: ['USD', 10e9, 11e9],
  depreciationAndAmortization: ['USD', 11e9, 11.4e9],
  ebitda: ['USD', 38e9, 39.7e9],
  priceToEarnings: ['x', 29, 31.2],
})
lay('equity:AAPL', 'profile', now, {
  marketCap: ['USD', 1.57e12],
  sharesOutstanding: ['shares', 14.9e9],
  employees: ['employees', 164_000],
})
lay('equity:AAPL', 'earnings', ['2025-10-30'], {
  epsActual: ['USD', 1.57],
  epsEstimate: ['USD', 1.5],
  revenueActual: ['USD', 25.1e9],
  revenueEstimate: ['USD', 24.6e9],
  surprisePercent: ['%', 4.7],
  reports: ['reports', 1],
})
lay('equity:AAPL', 'calendar', now, {
  nextReport: ['date', day('2026-01-29')],
  nextExDate: ['date', day('2026-02-09')],
  nextPayDate: ['date', day('2026-02-16')],
  nextDividend: ['USD', 0.26],
  nextEpsEstimate: ['USD', 1.6],
  nextRevenueEstimate: ['USD', 26e9],
})
lay('equity:AAPL', 'dividends', ['2025-11-10'], { dividend: ['USD', 0.25] })
lay('equity:AAPL', 'news_search', now, {
  articles: ['articles', 7],
  positiveArticles: ['articles', 4],
  negativeArticles: ['articles', 1],
})
lay('equity:AAPL', 'sentiment_summary', now, {
  sentiment: ['1', 0.31],
  momentum: ['1', 0.05],
  sentimentMomentum: ['1', 0.05],
  disagreement: ['1', 0.12],
  stories: ['stories', 6],
})
lay('equity:AAPL', 'portfolio', now, {
  quantity: ['shares', 120],
  marketValue: ['USD', 12_624],
  weight: ['%', 48],
  averageCost: ['USD', 90],
  unrealizedChange: ['USD', 1824],
  unrealizedChangePercent: ['%', 16.9],
})
lay('equity:MSFT', 'bars', days, { close: ['USD', 404, 399, 410], 'SMA(50)': ['USD', 399, 400, 400] })
lay('equity:MSFT', 'other', now, {
  'RSI(14)': ['1', 74],
  changePercent: ['%', 2.8],
  weight: ['%', 32],
  revenue: ['USD', 70e9],
  grossMargin: ['%', 69],
  operatingMargin: ['%', 44],
  netIncome: ['USD', 22e9],
  totalDebt: ['USD', 60e9],
  priceToEarnings: ['x', 35],
})
lay('equity:NVDA', 'bars', days, { close: ['USD', 96, 92, 88], 'SMA(50)': ['USD', 97, 96, 95] })
lay('equity:NVDA', 'other', now, {
  'RSI(14)': ['1', 24],
  changePercent: ['%', -4.3],
  weight: ['%', 20],
  unrealizedChange: ['USD', -310],
  unrealizedChangePercent: ['%', -9],
})
lay('market:XNYS', 'calendar', now, { nextChange: ['time', Date.parse('2026-01-08T14:30:00Z')] })
lay('market:XNYS', 'sessions', days.slice(2), {
  sessionOpen: ['time', Date.parse('2026-01-07T14:30:00Z')],
  sessionClose: ['time', Date.parse('2026-01-07T21:00:00Z')],
})

function at(subject: string, metric: string, row?: string) {
  const place = places.get(`${subject} ${metric}`)
  if (!place) throw new Error(`No ${metric} of ${subject}.`)
  return { subject, metric, ref: place.ref, asOf: row ?? place.asOf.at(-1) ?? '' }
}

function slot(subject: string, metric: string, more: Partial<Slot> = {}): Omit<Slot, 'name'> {
  return { ...at(subject, metric), op: 'value', base: null, since: null, magnitude: false, ...more }
}

const [first = ''] = days
const apple = (metric: string, more?: Partial<Slot>) => slot('equity:AAPL', metric, more)
const microsoft = (metric: string, more?: Partial<Slot>) => slot('equity:MSFT', metric, more)
const nvidia = (metric: string, more?: Partial<Slot>) => slot('equity:NVDA', metric, more)
const since = (metric: string, subject = 'equity:AAPL', more: Partial<Slot> = {}) =>
  slot(subject, metric, {
    op: 'pctDiff',
    base: at(subject, metric, places.get(`${subject} ${metric}`)?.asOf[0]),
    ...more,
  })

const window = { since: first } as const

/** What the sentences of the corpora call by a few letters. */
const slots: Readonly<Record<string, Omit<Slot, 'name'>>> = {
  a: apple('close'),
  b: apple('SMA(50)'),
  c: since('close', 'equity:AAPL', { magnitude: true }),
  d: since('revenue', 'equity:AAPL', { magnitude: true }),
  e: apple('epsActual'),
  g: apple('grossMargin'),
  h: apple('close', { op: 'max', ...window }),
  l: apple('close', { op: 'min', ...window }),
  i: apple('ATR(14)'),
  j: apple('MACD(12,26,9).signal'),
  k: apple('MACD(12,26,9).macd'),
  m: apple('EMA(20)'),
  n: apple('netIncome'),
  o: apple('operatingMargin'),
  p: apple('close', { asOf: first }),
  q: apple('priceToEarnings'),
  r: apple('RSI(14)'),
  s: apple('revenue'),
  t: apple('SMA(200)'),
  u: apple('BBANDS(20).upper'),
  v: apple('volume'),
  w: apple('volume', { op: 'mean', ...window }),
  ac: apple('averageCost'),
  art: apple('articles'),
  at: apple('revenue', { op: 'ratio', base: at('equity:AAPL', 'totalAssets') }),
  bb: apple('buybacks'),
  beat: apple('epsActual', { op: 'pctDiff', base: at('equity:AAPL', 'epsEstimate') }),
  capex: apple('capitalExpenditure'),
  cash: apple('cashAndEquivalents'),
  cdx: apple('totalDebt', { op: 'diff', base: at('equity:AAPL', 'cashAndEquivalents') }),
  cfd: apple('freeCashFlow', { op: 'pctDiff', base: at('equity:AAPL', 'netIncome') }),
  chg: apple('change'),
  chp: apple('changePercent'),
  cnt: apple('stories'),
  cogs: apple('costOfRevenue'),
  conv: apple('freeCashFlow', { op: 'ratio', base: at('equity:AAPL', 'netIncome') }),
  cov: apple('operatingIncome', { op: 'ratio', base: at('equity:AAPL', 'interestExpense') }),
  cur: apple('currentRatio'),
  da: apple('depreciationAndAmortization'),
  debt: apple('totalDebt'),
  dex: apple('totalDebt', { op: 'pctDiff', base: at('equity:MSFT', 'totalDebt') }),
  dh: apple('high'),
  dis: apple('disagreement'),
  dl: apple('low'),
  dv: apple('dividend'),
  ebitda: apple('ebitda'),
  emp: apple('employees'),
  eps: apple('epsActual'),
  eq: apple('equity'),
  est: apple('epsEstimate'),
  fcf: apple('freeCashFlow'),
  gap: apple('revenue', { op: 'diff', base: at('equity:MSFT', 'revenue') }),
  gd: apple('grossMargin', { op: 'diff', base: at('equity:AAPL', 'grossMargin', years[0]), magnitude: true }),
  gp: apple('grossProfit'),
  gw: apple('goodwill'),
  head: apple('close', { op: 'diff', base: at('equity:AAPL', 'SMA(200)') }),
  ie: apple('interestExpense'),
  inv: apple('inventory'),
  last: apple('last'),
  lb: apple('BBANDS(20).lower'),
  lev: apple('totalDebt', { op: 'ratio', base: at('equity:AAPL', 'equity') }),
  mb: microsoft('SMA(50)'),
  mc: microsoft('close'),
  mcap: apple('marketCap'),
  mch: microsoft('changePercent', { magnitude: true }),
  md: microsoft('totalDebt'),
  mg: microsoft('grossMargin'),
  mgap: microsoft('grossMargin', { op: 'diff', base: at('equity:AAPL', 'grossMargin') }),
  mh: microsoft('close', { op: 'max', ...window }),
  mhist: apple('MACD(12,26,9).histogram'),
  mn: microsoft('netIncome'),
  mnm: microsoft('netIncome', { op: 'ratio', base: at('equity:MSFT', 'revenue') }),
  mnr: microsoft('netIncome', { op: 'pctDiff', base: at('equity:AAPL', 'netIncome'), magnitude: true }),
  mo: microsoft('operatingMargin'),
  mq: microsoft('priceToEarnings'),
  mr: microsoft('RSI(14)'),
  ms: microsoft('revenue'),
  mv: apple('marketValue'),
  mw: microsoft('weight'),
  na: nvidia('close'),
  nb: nvidia('SMA(50)'),
  nc: nvidia('changePercent', { magnitude: true }),
  nd: since('netIncome', 'equity:AAPL', { magnitude: true }),
  ndv: apple('nextDividend'),
  neg: apple('negativeArticles'),
  nest: apple('nextEpsEstimate'),
  nl: nvidia('close', { op: 'min', ...window }),
  np: nvidia('unrealizedChangePercent', { magnitude: true }),
  npd: apple('nextPayDate'),
  nr: nvidia('RSI(14)'),
  nrd: apple('nextReport'),
  nrel: apple('netIncome', { op: 'ratio', base: at('equity:MSFT', 'revenue') }),
  nrev: apple('nextRevenueEstimate'),
  nu: nvidia('unrealizedChange', { magnitude: true }),
  nw: nvidia('weight'),
  nx: apple('nextExDate'),
  ocf: apple('operatingCashFlow'),
  oi: apple('operatingIncome'),
  op: apple('open'),
  pc: apple('previousClose'),
  pos: apple('positiveArticles'),
  prem: apple('close', { op: 'pctDiff', base: at('equity:AAPL', 'SMA(50)') }),
  qty: apple('quantity'),
  ract: apple('revenueActual'),
  rd: apple('researchAndDevelopment'),
  rel: apple('revenue', { op: 'ratio', base: at('equity:MSFT', 'revenue') }),
  reps: apple('reports'),
  rest: apple('revenueEstimate'),
  roe: apple('netIncome', { op: 'ratio', base: at('equity:AAPL', 'equity') }),
  sbc: apple('stockBasedCompensation'),
  sc: slot('market:XNYS', 'sessionClose'),
  sent: apple('sentiment'),
  sga: apple('sellingGeneralAndAdministrative'),
  sm: apple('momentum'),
  smom: apple('sentimentMomentum'),
  so: slot('market:XNYS', 'sessionOpen'),
  sout: apple('sharesOutstanding'),
  sp: apple('revenue', { asOf: years[0] ?? '' }),
  sur: apple('surprisePercent'),
  ta: apple('totalAssets'),
  tax: apple('incomeTaxExpense'),
  tl: apple('totalLiabilities'),
  ug: apple('unrealizedChange', { magnitude: true }),
  up: apple('unrealizedChangePercent', { magnitude: true }),
  vc: apple('volume', {
    op: 'pctDiff',
    base: at('equity:AAPL', 'volume', days[1]),
    magnitude: true,
  }),
  wt: apple('weight'),
  xc: slot('market:XNYS', 'nextChange'),
}

/** Evidence that the sentences of the corpora point at. */
export const sentenceEvidence = ledger.list()
const index = indexEvidence(sentenceEvidence)

/** A sentence of the corpora as a claim. Every slot that it uses, or that is compared, is given. */
export function sentenceClaim(text: string, comparisons: readonly Comparison[] = [], id = 'x'): Claim {
  const names = new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))
  for (const { left, right } of comparisons) for (const name of [left, right]) if (name) names.add(name)
  const used = [...names].flatMap((name) => {
    const found = slots[name]
    return found ? [{ name, ...found }] : []
  })
  return { id, text, slots: used, comparisons, quotes: [] }
}

/** What is wrong with it as a draft of a report about Apple. */
export function judgeSentence(text: string, comparisons: readonly Comparison[] = []): readonly Violation[] {
  const resolution = resolveIndexed(sentenceClaim(text, comparisons), index, 'en', 'x', 'equity:AAPL')
  return 'violations' in resolution ? resolution.violations : []
}

/** What is wrong with it once it is stored. */
export function judgeStored(text: string, comparisons: readonly Comparison[] = []): readonly Violation[] {
  return violationsAt('x', (note) =>
    verifyClaim(sentenceClaim(text, comparisons), index, note, 'equity:AAPL'),
  )
}
