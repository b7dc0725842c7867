import { parseCases } from './parseCases.ts'

/** Courts, regulators, analysts, deals, owners. */
export const legalCases = parseCases(`
- event.legal | Regulators probe Brightwater Bank | Brightwater Bank -
- event.legal | Brightwater Bank fined EUR 20 mn | Brightwater Bank -
- event.legal | Investors sue Velda Pharma | Velda Pharma -
- event.legal | Prosecutors indict former head of Kestrel Air | Kestrel Air -
- event.legal | Lawsuit against Osprey Motors over emissions | Osprey Motors -
- event.legal | Fraud at Marrow Retail, auditors say | Marrow Retail -
- event.legal | The antitrust authority opened an investigation into the company.
- event.legal | Bribery scandal reaches Halden Steel | Halden Steel -
- event.legal | Brightwater Bank accused of money laundering | Brightwater Bank -
- event.legal | A court found the company guilty.
- event.legal | Police raid offices of Solano Energy | Solano Energy -
- event.legal | Corvid Games is being investigated by the regulator | Corvid Games -
- event.legal | Minister criticizes Ridge Telecom, a company under scrutiny | Ridge Telecom -
- event.legal | Misconduct and corruption at the bank
0 | The weather is fine on the coast.
0 !event.legal | The law faculty moved to a new building.
0 !event.legal | The trial period of the app is thirty days.
0 event.settlement | Velda Pharma settles a patent case | Velda Pharma 0
+ event.acquittal | Regulator drops lawsuit: Corvid Games cleared of all charges | Corvid Games +
- event.restriction | Ministry bans exports of Halden Steel's alloy | Halden Steel -
- event.restriction | The country will restrict imports of cars from the maker.
0 event.conflict | War memorial restored in the old town
- event.conflict movement.activity | War in the region cuts demand for Kestrel Air's flights | Kestrel Air -
+ analyst.upgrade | Broker upgrades Tarn Shipping to buy | Tarn Shipping +
- analyst.downgrade | Broker downgrades Tarn Shipping to sell | Tarn Shipping -
+ analyst.upgrade | Tarn Shipping upgraded to Outperform | Tarn Shipping +
- analyst.downgrade | Tarn Shipping downgraded to Underperform | Tarn Shipping -
+ analyst.rating | Quill Software initiated at Overweight | Quill Software +
- analyst.rating | Quill Software initiated at Underweight | Quill Software -
0 !analyst.upgrade | Quill Software initiated at Neutral | Quill Software 0
+ analyst.rating | The broker reiterated its buy rating.
- analyst.rating | The broker maintained its sell rating.
- analyst.downgrade | Corvid Games cut to Neutral | Corvid Games -
+ analyst.upgrade | Corvid Games raised to Buy | Corvid Games +
- analyst.downgrade | Big broker cuts $CRVD | CRVD -
+ analyst.upgrade | Big broker lifts $CRVD | CRVD +
+ analyst.positive | Analysts see upside in Halden Steel shares | Halden Steel +
- analyst.negative | Halden Steel shares look overvalued, says fund | Halden Steel -
+ analyst.positive | Fund manager bullish on Lumen Grid shares | Lumen Grid +
- analyst.negative | Fund manager bearish on Lumen Grid shares | Lumen Grid -
- analyst.negative | A short seller attacks the company | 
0 !analyst.rating | She will buy bread at the market.
0 !analyst.rating | Guests hold the rail.
+ deal.target | Osprey Motors to buy Voltaic for $4 billion | Voltaic +; Osprey Motors 0
+ deal.target | Brightwater Bank buys Elm Trust | Elm Trust +; Brightwater Bank 0
+ deal.target | Quill Software acquires Parchment | Parchment +; Quill Software 0
+ deal.approach | Elm Trust receives takeover offer | Elm Trust +
+ deal.approach | Elm Trust to be acquired by a pension fund | Elm Trust +
+ deal.approach | Suitor raises its takeover bid for Elm Trust | Elm Trust +
0 deal.acquirer | The group acquired Parchment in 2004.
+ deal.disposal | Solano Energy sells its pipelines for $900 million | Solano Energy +
0 !deal.disposal | The kiosk sells stamps and postcards.
0 !deal.target | She bought a kettle.
+ ownership.buy | Fund buys 5 % stake in Halden Steel | Halden Steel +
0 ownership.sell | Founder sells his stake in Halden Steel | Halden Steel 0
- ownership.sell | Hedge fund dumps shares of Ridge Telecom | Ridge Telecom -
0 !ownership.sell | The shop sells wooden toys.
- market.fall | Market recession looms as a correction sets in
- market.fall | Economists fear a recession and a bear market in stocks
+ market.rise | Stocks enter a bull market
+ market.rise | Bull run lifts equities
+ market.stimulus | Stocks cheer stimulus and rate cut
- market.tightening | Rate hike hits bank shares
0 | The correction of the spelling took an hour.
+ event.acquittal | Brightwater Bank cleared of wrongdoing by the court | Brightwater Bank +
- event.legal | Subpoena for Solano Energy | Solano Energy -
- event.legal | Class action filed, says lawsuit against Velda Pharma | Velda Pharma -
- event.restriction | Trade war hurts exporters
+ deal.approach | Premium bid makes Elm Trust a takeover target | Elm Trust +
`)
