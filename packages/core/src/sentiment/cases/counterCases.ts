import { parseCases } from './parseCases.ts'

/** Events and tones turned round: denied, avoided, ended, or another meaning of the same word. */
export const counterCases = parseCases(`
+ event.halt | Osprey Motors did not halt production after all. | Osprey Motors +
- event.win | Velda Pharma did not win its case. | Velda Pharma -
- event.award | Lumen Grid was not awarded the ferry line. | Lumen Grid -
- event.success | Corvid Games has no success with its new game | Corvid Games -
- event.benefit | Shareholders did not benefit from the higher price.
- event.resolve | No relief for Kestrel Air | Kestrel Air -
0 event.partnership | Ridge Telecom has no partnership with the maker of the phone.
0 event.expansion | Marrow Retail has no plans for an expansion.
- event.resume | Halden Steel cannot restart its furnace | Halden Steel -
- event.buyback | No buyback at Halden Steel | Halden Steel -
- event.dividend | Pinecrest Homes will not pay a special dividend. | Pinecrest Homes -
+ event.dilution | Kestrel Air raises money without a rights issue | Kestrel Air +
+ event.default | Kestrel Air avoids bankruptcy | Kestrel Air +
+ event.rescue | Brightwater Bank needs no bailout | Brightwater Bank +
+ event.strike | Union ends strike at Osprey Motors | Osprey Motors +
0 event.hiring | Quill Software will not hire anybody this year.
+ tone.weak | Sales were not weak at all.
+ event.struggle | Velda Pharma does not struggle to sell its drug. | Velda Pharma +
+ event.recall | Osprey Motors avoids a recall | Osprey Motors +
+ event.accident | Brightwater Bank found no breach of its systems. | Brightwater Bank +
+ event.rejection | The regulator did not reject the drug of Velda Pharma. | Velda Pharma +
+ event.miss | Corvid Games did not miss its targets. | Corvid Games +
- event.beat | Corvid Games did not beat estimates. | Corvid Games -
0 mention.risk | Halden Steel names competition as a risk. | Halden Steel 0
+ movement.risk !mention.risk | Risks to Halden Steel eased in May. | Halden Steel +
0 mention.growth | The company is without growth in the north.
+ mention.charge | Halden Steel gets through the quarter without a charge or a loss | Halden Steel +
+ mention.writedown | Halden Steel closes its books without an impairment | Halden Steel +
0 mention.attrition | Ridge Telecom reports no cancellations. | Ridge Telecom 0
+ analyst.downgrade | Arvo Mills avoids a downgrade | Arvo Mills +
0 !deal.acquirer | Quill Software says what it bought last year.
- ownership.buy | The fund did not buy a stake in Tarn Shipping.
- movement.prices | Rents fall for shop owner Marrow Retail | Marrow Retail -
+ market.fall | Germany avoids recession as exports grow
0 !deal.approach | Talks about Parchment go on, although its suitor has suspended its bid.
+ movement.macro | Inflation eases, and stocks rise
- event.acquittal | The court has not cleared Arvo Mills, which was not cleared of the charges. | Arvo Mills -
- movement.stake | Fund cuts its stake in Tarn Shipping
+ event.settlement | The company pays no settlement, and its profit rose.
+ event.restriction | Watchdog lifts ban on Velda Pharma drug
+ event.conflict | Stocks rise as the war ends
- analyst.positive | The broker is not bullish on the shares.
+ analyst.negative | The broker is not bearish on the shares.
- market.rise | This is no bull market, and stocks fall.
- market.stimulus | There will be no stimulus, and stocks fall.
+ market.tightening | Stocks rise as the Fed sees no rate hike
- tone.positive | The outlook of the company is not good.
0 tone.negative | The outlook of the company is not bad.
- tone.mild | Prices are not stable, and sales fell.
+ movement.writedown | Impairments fell at Halden Steel | Halden Steel +
0 !market.fall | Correction: the report on Arvo Mills
0 !event.miss | The top gainers and losers of the day
+ comparison | Corvid Games Q2 EPS $1.12 vs. $0.98 expected | Corvid Games +
- comparison | Corvid Games Q2 EPS $0.71, est. $0.85 | Corvid Games -
+ comparison | Corvid Games Q4 revenue $512M, consensus $498M | Corvid Games +
- comparison | Corvid Games Q4 revenue $412M, consensus $498M | Corvid Games -
+ swing | Marrow Retail is back in profit | Marrow Retail +
- swing | Marrow Retail posts a surprise loss | Marrow Retail -
+ event.legal | Court throws out lawsuit against Arvo Mills
- !deal.talk | Merger of Quill Software and Parchment called off
+ level.extreme | Wall Street ends at record
- movement.price !movement.trouble | Stocks fall on slowdown fears
+ movement.commodity !movement.mood | Oil gains on supply cut hopes
- event.struggle | Velda Pharma fails to meet its goal | Velda Pharma -
- mention.mood | No hope for Kestrel Air | Kestrel Air -
`)
