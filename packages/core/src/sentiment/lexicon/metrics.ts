import type { MetricGroup } from './group.ts'

/**
 * What a market measures. The sign of `metric` says whether more of it is good news. Of a compound the last noun
 * counts ("operating profit" is a profit), so only those stand here whose last noun says something else.
 */
export const metrics: readonly MetricGroup[] = [
  ['earnings', 1, '| profit earning eps ebit ebitda margin result cash_flow earnings_per_share | income'],
  ['sales', 1, '| sale revenue turnover'],
  [
    'orders',
    0.9,
    '| order order_book order_intake backlog booking shipment delivery registration pipeline contract',
  ],
  [
    'activity',
    0.8,
    '| volume output traffic occupancy subscriber customer user passenger | demand production consumption utilization spending capacity capex investments exports',
  ],
  [
    'position',
    0.8,
    '| market_share market_position presence foothold equity_ratio | productivity efficiency competitiveness profitability liquidity',
  ],
  [
    'price',
    0.9,
    '| share stock valuation equity index market_cap gain | share_price stock_price indices dow nasdaq ftse dax s_p wall_street bitcoin',
  ],
  ['prices', 0.35, '| price rent'],
  ['commodity', 0.5, '| yield | oil gold crude euro dollar'],
  ['payout', 1, '| dividend distribution payout'],
  ['guidance', 1.1, '| guidance outlook forecast estimate target view expectation'],
  ['target', 1.2, '| price_target target_price | pt'],
  ['rating', 1.1, '| rating'],
  ['growth', 1, '|| growth momentum', 0.43],
  ['economy', 0.8, '| economy payroll pmi asset | gdp employment'],
  ['jobs', 0.8, '| job workforce employee worker staff | positions'],
  ['stake', 0.5, '| stake holding ownership'],
  ['mood', 0.8, '| hope optimism confidence appetite sentiment', 0.25],
  ['loss', -1.1, '| loss loss_per_share deficit shortfall | in_the_red', -0.66],
  [
    'cost',
    -0.8,
    '| cost energy_consumption fuel_consumption fuel_price raw_material expense expenditure wage | taxes tax',
  ],
  ['debt', -0.8, '| debt gearing liability bad_loan'],
  ['writedown', -1, '| impairment write_down write_off | writes_down', -0.7],
  ['charge', -0.8, '| charge provision', -0.1],
  [
    'trouble',
    -0.9,
    '| concern fear worry doubt tension uncertainty headwind trouble problem difficulty turmoil crisis threat backlash weakness disruption shortage pain setback fallout pressure revolt row | volatility panic',
    -0.4,
  ],
  ['risk', -0.7, '| risk competition challenge', -0.15],
  ['unemployment', -0.9, '| jobless_claim claim | unemployment'],
  ['attrition', -0.9, '| attrition cancellation withdrawal | churn', -0.3],
  ['macro', -0.5, '| interest_rate tariff spread inventory emission | inflation cpi rates'],
]
