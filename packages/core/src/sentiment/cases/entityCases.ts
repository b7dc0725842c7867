import { parseCases } from './parseCases.ts'

/** Several names in one sentence, and what each of them gets. */
export const entityCases = parseCases(`
0 event.beat event.miss | Solano Energy beats while Lumen Grid misses | Solano Energy +; Lumen Grid -
0 movement.price | Halden Steel shares rise, Arvo Mills shares fall | Halden Steel +; Arvo Mills -
0 analyst.upgrade analyst.downgrade | Analysts upgrade Tarn Shipping but downgrade Kestrel Air | Tarn Shipping +; Kestrel Air -
+ movement.subject | Halden Steel and Arvo Mills jump 4 % | Halden Steel +; Arvo Mills +
- movement.subject | Halden Steel and Arvo Mills slump 4 % | Halden Steel -; Arvo Mills -
0 analyst.upgrade analyst.downgrade | Tarn Shipping upgraded, Kestrel Air downgraded at Elm Trust | Tarn Shipping +; Kestrel Air -
0 analyst.upgrade analyst.downgrade | Tarn Shipping raised to buy at Citi, Kestrel Air cut to sell | Tarn Shipping +; Kestrel Air -
0 movement.earnings | Profits rose at Kestrel Air and fell at Tarn Shipping | Kestrel Air +; Tarn Shipping -
- movement.subject event.miss | Halden Steel falls; Lumen Grid misses; Arvo Mills rises; Voltaic sinks | Halden Steel -; Lumen Grid -; Arvo Mills +; Voltaic -
+ deal.target !contract.signed | Northwind Foods agrees to buy Velda Pharma in $3bn deal | Velda Pharma +; Northwind Foods 0
- analyst.downgrade | Elm Trust downgrades Ridge Telecom | Ridge Telecom -; Elm Trust 0
+ analyst.upgrade | Elm Trust upgrades Ridge Telecom | Ridge Telecom +; Elm Trust 0
- analyst.downgrade | Ridge Telecom downgraded by Elm Trust | Ridge Telecom -
- event.legal | Corvid Games sues Quill Software | Quill Software -; Corvid Games 0
- event.legal | Quill Software is sued by Corvid Games | Quill Software -
+ deal.target | Northwind Foods agrees to buy Velda Pharma | Velda Pharma +; Northwind Foods 0
- movement.earnings | Marrow Retail's profit fell; its rival Pinecrest Homes reports in May. | Marrow Retail -; Pinecrest Homes 0
0 movement.sales | Sales grew at Osprey Motors, whereas sales fell at Voltaic. | Osprey Motors +; Voltaic -
+ contract.won | Tarn Shipping wins order from Solano Energy | Tarn Shipping +
- event.legal | Regulator fines Brightwater Bank | Brightwater Bank -
+ movement.price | Shares of Lumen Grid soared after results. | Lumen Grid +
- movement.price | Shares of Lumen Grid sank after results. | Lumen Grid -
0 movement.earnings | Profit rose at Kestrel Air but dropped at Tarn Shipping. | Kestrel Air +; Tarn Shipping -
- event.recall | After a strong year, Osprey Motors recalls 9,000 cars | Osprey Motors -
0 !movement.guidance | Target opened a shop in Dayton. | Target 0
- movement.sales | Sales at Target fell in June. | Target -
0 !tone.strong | Best Buy moves its office. | Best Buy 0
+ event.beat | Best Buy beats estimates | Best Buy +
0 !movement.price | Stock Spirits holds its meeting in May. | Stock Spirits 0
- movement.earnings | Gain Capital reports lower earnings | Gain Capital -
+ movement.earnings | Progressive doubles profit | Progressive +
0 | Kestrel Air flies from Elm to Oakham; Tarn Shipping sails there. | Kestrel Air 0; Tarn Shipping 0
+ expectation | Corvid Games results above expectations | Corvid Games +
- expectation | Corvid Games results below expectations | Corvid Games -
+ movement.payout | Pinecrest Homes, the builder, raised its dividend. | Pinecrest Homes +
- event.layoff | Arvo Mills said on Monday that it would lay off 80 people. | Arvo Mills -
- movement.jobs | Solano Energy cuts 400 jobs; Lumen Grid keeps its plan. | Solano Energy -; Lumen Grid 0
+ event.approval | Regulator approves Velda Pharma drug; Quill Software unchanged. | Velda Pharma +; Quill Software 0
- event.halt | Ridge Telecom suspends dividend | Ridge Telecom -
0 movement.target | Price target on Tarn Shipping raised, price target on Kestrel Air cut | Tarn Shipping +; Kestrel Air -
- event.damage | Strike hits Osprey Motors | Osprey Motors -
+ event.buyback | Northwind Foods plans buyback | Northwind Foods +
- mention.loss | Kestrel Air reports loss | Kestrel Air -
+ movement.earnings | Kestrel Air: profit up 40 % | Kestrel Air +
- movement.earnings | Kestrel Air: profit down 40 % | Kestrel Air -
+ swing | Marrow Retail back to profit: the chain returned to profit | Marrow Retail +
- event.default | Voltaic files for bankruptcy; Osprey Motors unaffected. | Voltaic -
+ ownership.buy | Elm Trust buys stake in Corvid Games | Elm Trust 0
+ movement.orders | Halden Steel's order book grew by a quarter. | Halden Steel +
- movement.orders | Halden Steel's order book shrank by a quarter. | Halden Steel -
`)
