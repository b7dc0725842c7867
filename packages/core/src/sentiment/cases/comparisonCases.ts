import { parseCases } from './parseCases.ts'

/** Two figures without a verb that says which way, changes of sign, and results against what was expected. */
export const comparisonCases = parseCases(`
+ comparison | Operating profit was EUR 5.7 mn compared to EUR 2.4 mn a year earlier.
- comparison | Operating profit was EUR 2.4 mn compared to EUR 5.7 mn a year earlier.
+ comparison | Net sales totalled SEK 310 million versus SEK 280 million.
- comparison | Net sales totalled SEK 280 million versus SEK 310 million.
+ comparison | EBIT margin stood at 9.1 % against 7.7 %.
- comparison | EBIT margin stood at 7.7 % against 9.1 %.
+ comparison | Revenue came to $1.2 billion, compared with $950 million.
- comparison | Revenue came to $950 million, compared with $1.2 billion.
+ comparison | The net loss was EUR 1.1 mn compared to a loss of EUR 4.0 mn.
- comparison | The net loss was EUR 4.0 mn compared to a loss of EUR 1.1 mn.
- comparison | The net loss was EUR 1.1 mn compared to a profit of EUR 4.0 mn.
+ comparison | Pre-tax profit of GBP 3 m compared with a loss of GBP 8 m.
- comparison | Earnings per share were EUR 0.20 versus EUR 0.31.
+ comparison | Earnings per share were EUR 0.31 versus EUR 0.20.
+ comparison | Turnover was EUR 11.4 mn (EUR 7.5 mn).
- comparison | Turnover was EUR 7.5 mn (EUR 11.4 mn).
+ comparison | Halden Steel made an operating profit of EUR 120 mn (EUR 88 mn). | Halden Steel +
- comparison | Halden Steel made an operating profit of EUR 88 mn (EUR 120 mn). | Halden Steel -
+ comparison | The occupancy rate was 71.2 % compared to 64.9 % in the spring.
- comparison | The occupancy rate was 64.9 % compared to 71.2 % in the spring.
0 !comparison | Turnover was EUR 11.4 mn (USD 14.9 mn).
0 !comparison | The fair runs from 4 to 9 June.
0 !comparison | Sales figures for 2008 are compared with those of 2007 in the table.
0 !comparison | The train from Bern to Basel takes 55 minutes.
0 !comparison | The profit and loss account is on page 12.
+ swing | Kestrel Air returned to profit in the spring. | Kestrel Air +
- swing | Kestrel Air swung to a loss in the spring. | Kestrel Air -
+ swing | The newspaper unit is back in business and moved into profit.
- swing | The newspaper unit slipped into the red.
- swing | The quarter's loss was EUR 1.2 mn, down from a profit of EUR 2.1 mn.
+ swing | The quarter's profit was EUR 1.2 mn, up from a loss of EUR 2.1 mn.
0 !swing | The chart runs from profit per unit to units sold.
+ expectation | Quarterly revenue came in above estimates.
- expectation | Quarterly revenue came in below estimates.
+ expectation | Corvid Games tops analyst forecasts | Corvid Games +
- expectation | Results were worse than expected.
+ expectation | Results were better than expected.
+ expectation | The loss was smaller than expected.
- expectation | Costs were higher than expected.
+ expectation | Sales were higher than expected.
- expectation | Sales were lower than expected.
+ expectation | Earnings exceeded expectations at Brightwater Bank. | Brightwater Bank +
- event.miss | Margins fell short of consensus.
+ event.beat | Solano Energy beats on earnings | Solano Energy +
- event.miss | Solano Energy misses on earnings | Solano Energy -
+ event.beat | Velda Pharma beat Wall Street's revenue forecast. | Velda Pharma +
- event.miss | Second-quarter EPS misses by $0.04
- event.miss | The holiday quarter disappoints at Marrow Retail | Marrow Retail -
+ event.beat | Small caps outperform for a second week
- event.miss | Airline shares lag the market
0 !expectation | As expected, the meeting elected the same auditor.
0 !expectation | The office is above the bakery.
0 !expectation | Visitors over 65 pay half.
0 | The delegates missed the train.
+ level.record | Record profit at Tarn Shipping | Tarn Shipping +
- level.record | Record loss at Tarn Shipping | Tarn Shipping -
+ level.record | Osprey Motors posts record sales | Osprey Motors +
+ level.extreme | Shares of Quill Software hit an all-time high | Quill Software +
- level.extreme | Shares of Quill Software hit a 52-week low | Quill Software -
+ level.extreme | The index closed at a fresh high.
- level.extreme | The lira sinks to a record low
- level.extreme | Unemployment reaches a record high
0 !level.record | The hearing was recorded on tape.
0 !level.extreme | The ceilings are high and the windows new.
+ mention.growth | Organic sales growth of 6 % at Northwind Foods | Northwind Foods +
- mention.loss | Brightwater Bank posts a loss | Brightwater Bank -
- mention.charge mention.loss | The bank took a charge and made a loss.
- mention.writedown | Halden Steel books an impairment of EUR 40 mn | Halden Steel -
- mention.trouble | Fears over the bank's funding
- mention.attrition | Customer cancellations at Ridge Telecom, and a loss | Ridge Telecom -
0 !movement.growth | The growth strategy is described in section two.
0 !movement.loss | The policy covers theft, fire and water.
`)
