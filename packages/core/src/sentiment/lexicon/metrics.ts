import type { MetricGroup } from './group.ts'

/**
 * What a market measures. The sign of `metric` says whether more of it is good news. Of a compound the last noun
 * counts ("operating profit" is a profit), so only those stand here whose last noun says something else.
 */
export const metrics: readonly MetricGroup[] = [
  {
    metricName: 'earnings',
    metric: 1,
    nouns:
      'profit earning eps ebit ebitda margin result cash_flow bottom_line earnings_per_share profit_before_tax',
    words: 'income',
  },
  { metricName: 'sales', metric: 1, nouns: 'sale revenue turnover top_line' },
  {
    metricName: 'orders',
    metric: 0.9,
    nouns: 'order order_book order_intake backlog booking shipment delivery registration pipeline contract',
  },
  {
    metricName: 'activity',
    metric: 0.8,
    nouns: 'volume output traffic occupancy subscriber customer user passenger',
    words: 'demand production consumption utilization spending capex investments exports',
  },
  {
    metricName: 'position',
    metric: 0.8,
    nouns: 'market_share',
    words: 'productivity efficiency competitiveness',
  },
  {
    metricName: 'price',
    metric: 0.9,
    nouns: 'share stock valuation equity index market_cap gain',
    words: 'share_price stock_price indices dow nasdaq ftse dax s_p equities wall_street bitcoin btc',
  },
  { metricName: 'prices', metric: 0.35, nouns: 'price rent fare fee' },
  {
    metricName: 'commodity',
    metric: 0.5,
    nouns: 'yield',
    words: 'oil gold crude euro dollar',
  },
  { metricName: 'payout', metric: 1, nouns: 'dividend distribution payout' },
  {
    metricName: 'guidance',
    metric: 1.1,
    nouns: 'guidance outlook forecast estimate target view guide expectation',
  },
  { metricName: 'target', metric: 1.2, nouns: 'price_target target_price', words: 'pt' },
  { metricName: 'rating', metric: 1.1, nouns: 'rating' },
  { metricName: 'growth', metric: 1, alone: 0.35, words: 'growth momentum' },
  {
    metricName: 'economy',
    metric: 0.8,
    nouns: 'economy payroll pmi inflow asset',
    words: 'gdp employment lending',
  },
  {
    metricName: 'jobs',
    metric: 0.8,
    nouns: 'job workforce headcount employee worker personnel staff',
    words: 'positions',
  },
  { metricName: 'stake', metric: 0.5, nouns: 'stake holding ownership' },
  {
    metricName: 'mood',
    metric: 0.8,
    alone: 0.25,
    nouns: 'hope optimism confidence appetite sentiment',
  },
  {
    metricName: 'loss',
    metric: -1.1,
    alone: -0.55,
    nouns: 'loss loss_per_share deficit shortfall',
    words: 'in_the_red',
  },
  {
    metricName: 'cost',
    metric: -0.8,
    nouns: 'cost expense expenditure overhead wage',
    words: 'taxes tax',
  },
  { metricName: 'debt', metric: -0.8, nouns: 'debt liability borrowing leverage bad_loan' },
  {
    metricName: 'writedown',
    metric: -1,
    alone: -0.7,
    nouns: 'impairment write_down write_off loan_loss credit_loss',
    words: 'writes_down',
  },
  { metricName: 'charge', metric: -0.8, alone: -0.1, nouns: 'charge provision' },
  {
    metricName: 'trouble',
    metric: -0.9,
    alone: -0.4,
    nouns:
      'concern fear worry doubt anxiety tension uncertainty headwind trouble problem difficulty turmoil crisis threat backlash weakness complaint disruption shortage bottleneck oversupply overcapacity pain hurdle setback fallout pressure woe anger fury revolt row crunch',
    words: 'unease volatility panic distress',
  },
  { metricName: 'risk', metric: -0.7, alone: -0.15, nouns: 'risk competition challenge' },
  {
    metricName: 'unemployment',
    metric: -0.9,
    nouns: 'jobless_claim claim',
    words: 'unemployment',
  },
  {
    metricName: 'attrition',
    metric: -0.9,
    alone: -0.3,
    nouns: 'attrition cancellation outflow withdrawal',
    words: 'churn',
  },
  {
    metricName: 'macro',
    metric: -0.5,
    nouns: 'interest_rate tariff spread inventory emission death',
    words: 'inflation cpi rates',
  },
]
