import { parseCases } from './parseCases.ts'

/**
 * How a thing is put: called off, less than feared, unlike another, asked rather than told, by somebody under pressure,
 * in a headline or in passing.
 */
export const phrasingCases = parseCases(`
+ event.strike !event.halt | Strike called off at Osprey Motors | Osprey Motors +
+ event.recall !event.halt | Osprey Motors halts recall of its vans | Osprey Motors +
+ event.legal !movement.subject | Solano Energy drops the lawsuit against Tarn Shipping | Solano Energy +
- event.halt !event.buyback | Halden Steel suspends buyback | Halden Steel -
- event.halt !event.dividend | Pinecrest Homes cancels special dividend | Pinecrest Homes -
- event.halt !event.approval | FDA delays approval of Velda Pharma's drug | Velda Pharma -
- event.halt | Velda Pharma halts production after fire | Velda Pharma -
+ movement.sales | Marrow Retail's sales fell less than feared | Marrow Retail +
- movement.sales | Marrow Retail's sales fell more than feared | Marrow Retail -
- movement.sales | Marrow Retail's sales fell less than last year | Marrow Retail -
+ movement.macro | Inflation rises less than expected
- movement.macro | Inflation rises more than expected
+ movement.unemployment | Jobless claims rise less than expected
+ expectation | Net loss was narrower than expected.
- expectation | Net loss was wider than expected.
+ expectation | Sales growth was faster than expected.
- expectation | Orders were weaker than expected.
+ expectation | Volumes were above last year's level.
- expectation | Volumes were below last year's level.
+ market.rise | Kestrel Air is back in the black | Kestrel Air +
- swing | Kestrel Air falls into the red | Kestrel Air -
+ swing | Lumen Grid swings to a profit | Lumen Grid +
- swing | Lumen Grid swings to a loss | Lumen Grid -
- swing | Lumen Grid posts surprise loss | Lumen Grid -
0 !swing | Lumen Grid to report profit and loss account on Friday | Lumen Grid 0
- event.pressure | Brightwater Bank faces probe into its accounts | Brightwater Bank -
- event.pressure | Tariffs loom for Arvo Mills | Arvo Mills -
- event.pressure | Halden Steel boss under fire over bonus | Halden Steel -
- event.pressure | Hedge funds bet against Ridge Telecom | Ridge Telecom -
0 !event.pressure | Ridge Telecom paints the face of its tower | Ridge Telecom 0
+ event.pressure | Halden Steel no longer under pressure | Halden Steel +
+ movement.sales | Unlike Ridge Telecom, Lumen Grid posted higher sales | Lumen Grid +; Ridge Telecom 0
+ movement.sales | Lumen Grid, unlike Ridge Telecom, posted higher sales | Lumen Grid +; Ridge Telecom 0
+ movement.sales | Lumen Grid and Ridge Telecom posted higher sales | Lumen Grid +; Ridge Telecom +
+ deal.approach deal.acquirer | Elm Trust to be acquired by Brightwater Bank | Elm Trust +; Brightwater Bank 0
+ deal.approach deal.acquirer | Elm Trust bought by Brightwater Bank for $2 billion | Elm Trust +; Brightwater Bank 0
+ deal.target deal.acquirer | Brightwater Bank to acquire Elm Trust | Elm Trust +; Brightwater Bank 0
- analyst.downgrade | Brightwater Bank downgrades Tarn | Brightwater Bank 0
- analyst.downgrade | Tarn Shipping downgraded on weak demand | Tarn Shipping -
- event.legal | Brightwater Bank sues Tarn over loan | Brightwater Bank 0
- !deal.talk | Brightwater Bank's bid for Elm Trust fails to win support, talks end
- movement.orders | Corvid Games loses contract with console maker | Corvid Games -
+ event.legal | Brightwater Bank escapes fine | Brightwater Bank +
+ mention.trouble | Arvo Mills solves its delivery problems | Arvo Mills +
+ event.resolve | Solano Energy shrugs off price slump | Solano Energy +
+ event.acquittal | Brightwater Bank cleared of wrongdoing by judge | Brightwater Bank +
+ level.extreme | Record year for Northwind Foods | Northwind Foods +
+ level.extreme | Index notches record close
0 | How to invest during a downturn
0 | Opinion: why the central bank should raise rates
0 | Podcast: what next for oil
0 | Will Halden Steel cut its dividend? | Halden Steel 0
0 | Is it too late to buy Corvid Games? | Corvid Games 0
0 | Inside the new factory of Osprey Motors | Osprey Motors 0
0 | Earthquake shakes the island
0 | The default font is small.
0 | Senate rejects bill on schools
- event.rejection | FDA rejects Velda Pharma's drug | Velda Pharma -
0 event.rejection | The club refused to let the guests in.
0 event.departure | Finance chief of Quill Software steps down after ten years | Quill Software 0
- event.departure movement.price | Quill Software shares fall as founder quits | Quill Software -
0 event.conflict | Virus outbreak: what is known so far
- event.conflict movement.price | Stocks slide as virus spreads
0 movement.unbound | The new process reduces the time in the kiln.
- movement.activity | The mill reduces output.
+ movement.cost | The new boiler reduces energy consumption.
- movement.cost | Raw material costs rose sharply.
+ movement.jobs | Arvo Mills to create 500 jobs | Arvo Mills +
0 !movement.unbound | Arvo Mills creates a new logo | Arvo Mills 0
+ movement.debt | Ridge Telecom pays down debt | Ridge Telecom +
- movement.price | Index erases gains
+ movement.position | Halden Steel strengthens its market position | Halden Steel +
+ event.success | Velda Pharma's drug met main goal in trial | Velda Pharma +
+ event.award | The system was chosen for the largest wind farm of the country, said the company.
0 !event.award | The contract ends at the end of the year.
+ event.benefit | The merger brings cost savings of EUR 10 million to the company.
+ event.partnership | Corvid Games and Quill Software agree to cooperate | Corvid Games +
0 !event.approval | The deal is subject to approval.
- event.layoff | Kestrel Air furloughs 900 staff | Kestrel Air -
- event.accident | Hackers breached the network of Ridge Telecom | Ridge Telecom -
- event.damage | Wet summer dampens sales at Marrow Retail | Marrow Retail -
- event.damage | Osprey Motors hit by fresh setback | Osprey Motors -
0 !event.damage | Osprey Motors hits its target | Osprey Motors 0
`)
