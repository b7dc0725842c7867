import type { MetricGroup } from './group.ts'

/**
 * What a market measures. The sign of `weight` says whether more of it is good news. Of a compound the last noun
 * counts ("operating profit" is a profit), so only those stand here whose last noun says something else.
 */
export const metrics: readonly MetricGroup[] = [
  {
    name: 'earnings',
    weight: 1,
    nouns:
      'profit earning eps ebit ebitda margin result cash_flow bottom_line earnings_per_share profit_before_tax',
    words: 'income',
  },
  { name: 'sales', weight: 1, nouns: 'sale revenue turnover top_line' },
  {
    name: 'orders',
    weight: 0.9,
    nouns: 'order order_book order_intake backlog booking shipment delivery registration pipeline contract',
  },
  {
    name: 'activity',
    weight: 0.8,
    nouns: 'volume output traffic footfall occupancy subscriber customer user passenger',
    words: 'demand production consumption utilization spending capex investments exports',
  },
  { name: 'position', weight: 0.8, nouns: 'market_share', words: 'productivity efficiency competitiveness' },
  {
    name: 'price',
    weight: 0.9,
    nouns: 'share stock valuation equity index market_cap gain',
    words: 'share_price stock_price indices dow nasdaq ftse dax s_p equities wall_street bitcoin btc',
  },
  { name: 'prices', weight: 0.35, nouns: 'price rent fare fee' },
  {
    name: 'commodity',
    weight: 0.5,
    nouns: 'yield',
    words: 'oil gold crude euro dollar',
  },
  { name: 'payout', weight: 1, nouns: 'dividend distribution payout' },
  {
    name: 'guidance',
    weight: 1.1,
    nouns: 'guidance outlook forecast estimate target view guide expectation',
  },
  { name: 'target', weight: 1.2, nouns: 'price_target target_price', words: 'pt' },
  { name: 'rating', weight: 1.1, nouns: 'rating' },
  { name: 'growth', weight: 1, alone: 0.35, words: 'growth momentum growth_rate' },
  {
    name: 'economy',
    weight: 0.8,
    nouns: 'economy payroll pmi inflow asset',
    words: 'gdp employment lending',
  },
  {
    name: 'jobs',
    weight: 0.8,
    nouns: 'job workforce headcount employee worker personnel staff',
    words: 'positions',
  },
  { name: 'stake', weight: 0.5, nouns: 'stake holding ownership' },
  {
    name: 'mood',
    weight: 0.8,
    alone: 0.25,
    nouns: 'hope optimism confidence appetite sentiment',
  },
  {
    name: 'loss',
    weight: -1.1,
    alone: -0.55,
    nouns: 'loss loss_per_share net_loss operating_loss deficit shortfall',
    words: 'in_the_red',
  },
  {
    name: 'cost',
    weight: -0.8,
    nouns: 'cost expense expenditure overhead cost_of_sale raw_material_price fuel_price',
    words: 'taxes tax',
  },
  { name: 'debt', weight: -0.8, nouns: 'debt liability borrowing leverage bad_loan' },
  {
    name: 'writedown',
    weight: -1,
    alone: -0.7,
    nouns: 'impairment write_down write_off loan_loss credit_loss',
  },
  { name: 'charge', weight: -0.8, alone: -0.1, nouns: 'charge provision' },
  {
    name: 'trouble',
    weight: -0.9,
    alone: -0.5,
    nouns:
      'concern fear worry doubt anxiety tension uncertainty headwind trouble problem difficulty turmoil crisis threat backlash weakness complaint disruption shortage bottleneck oversupply overcapacity pain hurdle setback fallout pressure woe jitter anger fury revolt crunch',
    words: 'unease volatility panic distress',
  },
  { name: 'risk', weight: -0.7, alone: -0.15, nouns: 'risk competition challenge' },
  {
    name: 'unemployment',
    weight: -0.9,
    nouns: 'jobless_claim unemployment_rate claim',
    words: 'unemployment',
  },
  {
    name: 'attrition',
    weight: -0.9,
    alone: -0.3,
    nouns: 'attrition cancellation outflow withdrawal redemption',
    words: 'churn',
  },
  {
    name: 'macro',
    weight: -0.5,
    nouns: 'interest_rate tariff spread inventory stockpile emission death',
    words: 'inflation cpi rates',
  },
]
