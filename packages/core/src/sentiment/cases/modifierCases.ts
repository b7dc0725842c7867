import { parseCases } from './parseCases.ts'

/** Tone, negation, hedges, degree, concession, clauses, questions, registers. */
export const modifierCases = parseCases(`
+ tone.positive | Halden Steel is not only profitable but growing | Halden Steel +
+ tone.strong | Strong demand for Arvo Mills' board | Arvo Mills +
- tone.weak | Weak demand for Arvo Mills' board | Arvo Mills -
+ tone.strong | Sales were excellent in every market.
- tone.weak | Sales were disappointing in every market.
+ tone.positive | The company is confident and sees good sales.
- tone.negative | The company is worried about sluggish sales.
+ tone.positive | Profitable year and healthy order book at Lumen Grid | Lumen Grid +
- tone.negative | Difficult year and soft order book at Lumen Grid | Lumen Grid -
- tone.negative | The paper business was unprofitable, and its sales were unsatisfactory and weak.
+ tone.strong | Robust margins, said the company.
- tone.weak | Poor margins, said the company.
0 tone.mild | The company is a leading maker of doors.
0 | Strong winds are forecast for the weekend.
0 | Good Friday is a public holiday.
- !tone.strong | A strong decline in sales was seen in the north.
+ event.layoff | Lumen Grid rules out job cuts. | Lumen Grid +
+ tone.weak | Lumen Grid overcame weak demand. | Lumen Grid +
- tone.strong | Sales were anything but strong.
- movement.earnings | Although sales rose, profit plunged.
+ movement.earnings | Although costs rose, profit jumped.
+ movement.earnings | Profit rose even though demand was weak.
- mention.loss !tone.strong | Strong losses at the dealer
- movement.earnings | Profit did not rise.
+ movement.earnings | Profit did not fall.
- tone.strong | Sales were not strong.
- movement.sales | Sales didn't grow.
- movement.earnings | The bank failed to increase its profit.
+ mention.loss | The company avoided a loss.
0 mention.trouble | There are no problems with the ship.
0 movement.jobs | The company said that no jobs would be cut.
- event.approval | The regulator did not approve the drug.
- contract.won | Lumen Grid did not win the contract. | Lumen Grid -
0 movement.earnings | The plan is designed to increase profit over time.
0 movement.cost | The system helps hospitals to reduce costs.
0 movement.sales | The aim is to increase sales.
0 movement.position | The software enables customers to increase productivity.
0 movement.earnings | If profit rises, bonuses may rise.
+ movement.sales | Sales are expected to grow next year.
- movement.sales | Sales are expected to fall next year.
- movement.guidance | The company may lower its guidance, and demand is weak.
0 deal.target | Quill Software may acquire Parchment. | Quill Software 0
0 event.approval | Approval might come in May.
+ movement.earnings | Profit rose sharply.
+ movement.earnings | Profit rose slightly.
- movement.earnings | Profit fell significantly.
- movement.earnings | Profit fell marginally.
+ movement.earnings | Despite higher costs, profit rose.
- movement.earnings | Despite higher sales, profit fell.
+ movement.sales | Sales grew in spite of a weak market.
- movement.sales | Sales fell notwithstanding the good weather, and profit dropped.
- movement.price | Shares fall as profit misses estimates
+ movement.price | Shares rise after strong quarter
+ movement.price | Stocks gain as fears ease
- movement.price | Stocks slip amid growth worries
0 movement.earnings | Profit rose but sales fell.
0 movement.sales | Revenue grew while the margin shrank.
0 movement.earnings | Did profit rise?
0 | Will the company raise its dividend?
0 | Should you buy shares of Halden Steel now? | Halden Steel 0
0 | How the bank fixes its credit ratings
0 | Why some traders prefer bonds
- movement.price | Market rally ends for bank shares
+ movement.earnings | "Profit rose," said the company.
+ movement.earnings | PROFIT ROSE AT HALDEN STEEL | HALDEN STEEL +
+ movement.earnings | profit rose at the steel maker
- event.damage | Sales hurt by the strong euro, said the company.
+ movement.sales | Net sales: up 12 %.
- movement.sales | Net sales: down 12 %.
+ movement.earnings | Operating profit EUR 12 mn, up from EUR 9 mn.
- movement.earnings | Operating profit EUR 9 mn, down from EUR 12 mn.
+ movement.sales | Sales improved in the second half.
- movement.sales | Sales worsened in the second half.
+ movement.loss | Losses improved in the second half.
- movement.cost | Costs went up in every division, said the company.
+ movement.cost | Costs went down in every division, said the company.
- movement.price | Shares of the company moved lower.
+ movement.price | Shares of the company moved higher.
+ movement.earnings | Profitability has improved, and margins with it: profit rose.
0 | The committee met on Tuesday and will meet again in June.
0 | The agenda and the documents are available on the website.
0 | The company has offices in nine countries.
0 | The new chairman is a lawyer by training.
0 | Halden Steel makes rails, wire and sheet piles. | Halden Steel 0
0 | The annual report will be published in week 11.
0 | The seminar is held in English.
0 | The ship was built in 1998 and sails under the flag of Malta.
0 | The value of the deal was not disclosed.
0 | The parties have agreed not to disclose the price.
0 | The factory covers 12,000 square metres.
0 | The product range includes pumps, valves and filters.
0 | Payment is due thirty days after delivery.
0 | The chief executive will speak at a conference on Thursday.
0 | The company was founded in 1911.
0 | The transaction is subject to customary conditions.
0 | Terms were not given.
0 | The bond matures in 2031.
0 | The number of votes per share is ten.
0 | A webcast can be followed on the website of the company.
0 | The unit has 45 employees.
0 | Kestrel Air flies to 60 cities. | Kestrel Air 0
0 | The company's headquarters are in Leeds.
0 | The bank uses the software of Quill Software in its branches. | Quill Software 0
0 | Investors will meet managers on 12 March.
0 | The exhibition shows paintings of the harbour.
0 | Trading hours are from nine to five.
0 | The mine produces copper and zinc.
0 | The agreement covers 14 vessels.
0 | The price is 4 euros.
`)
