import { parseCases } from './parseCases.ts'

/** Headlines and sentences as feeds carry them, mixed: the rules together. */
export const headlineCases = parseCases(`
+ movement.earnings | Northwind Foods Q3 profit up 9 percent on higher prices | Northwind Foods +
- movement.earnings | Northwind Foods Q3 profit down 9 percent on higher costs | Northwind Foods -
+ movement.sales | Marrow Retail same-store sales rise 2.1 pct | Marrow Retail +
- movement.sales | Marrow Retail same-store sales fall 2.1 pct | Marrow Retail -
+ movement.guidance | Osprey Motors hikes annual forecast after record quarter | Osprey Motors +
- movement.guidance | Osprey Motors slashes annual forecast on chip shortage | Osprey Motors -
- event.warning | Tarn Shipping warns of loss | Tarn Shipping -
+ contract.won | Halden Steel wins battle for rail contract | Halden Steel +
- event.legal | Kestrel Air faces lawsuit over delays | Kestrel Air -
- event.legal | Solano Energy hit with $40 million penalty | Solano Energy -
+ movement.price | European shares rise as banks rally
- movement.price | European shares slide on recession fears
+ movement.price | Wall Street gains ground, tech stocks climb
- movement.price | Wall Street tumbles, tech stocks slump
+ event.approval | EU regulators approve merger of Elm Trust | Elm Trust +
- event.rejection | EU regulators block merger of Elm Trust | Elm Trust -
+ movement.debt | Ridge Telecom cuts debt after tower sale | Ridge Telecom +
- movement.debt | Ridge Telecom debt rises after purchase of spectrum | Ridge Telecom -
- event.departure mention.loss | Pinecrest Homes finance chief quits after loss | Pinecrest Homes -
+ movement.activity | Strong demand lifts output at Arvo Mills | Arvo Mills +
- movement.activity | Weak demand cuts output at Arvo Mills | Arvo Mills -
+ event.resume | Velda Pharma resumes trial, shares rise | Velda Pharma +
- event.halt | Velda Pharma halts trial, shares fall | Velda Pharma -
+ movement.earnings | Quill Software swings higher as cloud earnings double | Quill Software +
- event.closure | Brightwater Bank to close 60 branches and cut 500 jobs | Brightwater Bank -
+ movement.price | Corvid Games shares surge on takeover bid | Corvid Games +
- movement.price | Corvid Games shares plunge on weak outlook | Corvid Games -
+ contract.won | Lumen Grid bags Indian grid order | Lumen Grid +
+ contract.won | Lumen Grid lands $90 million contract | Lumen Grid +
+ contract.signed | Northwind Foods signs supply agreement with airline | Northwind Foods +
- movement.activity | Drought cuts harvest: production falls at Northwind Foods | Northwind Foods -
- event.layoff | Bank layoffs mount | 
+ movement.unemployment | Jobless claims fall to lowest since spring
- movement.unemployment | Jobless claims rise more than forecast
+ movement.economy | Payrolls rise, GDP up 0.6 pct
- movement.economy | Factory PMI falls again
- movement.macro | Inflation jumps, stocks drop
+ deal.talk | Merger of Elm Trust and Brightwater Bank | Elm Trust +
0 !deal.talk | The rivers merge below the town.
- movement.subject | Setback sends Velda tumbling 9 %
+ movement.cost | Cost cuts helped the margins of Arvo Mills | Arvo Mills +
- movement.earnings | Costs cut margins at Arvo Mills | Arvo Mills -
+ event.acquittal | Corvid Games wins appeal over patents | Corvid Games +
0 event.departure | Boss of Marrow Retail steps down | Marrow Retail 0
+ movement.mood | Business confidence improves
- movement.mood | Consumer confidence sinks
+ movement.rating | Agency raises credit rating of Halden Steel | Halden Steel +
- movement.rating | Agency cuts credit rating of Halden Steel | Halden Steel -
- event.default | Agency cuts Marrow Retail bonds to junk | Marrow Retail -
+ event.beat | Tarn Shipping earnings beat, revenue tops estimates | Tarn Shipping +
- event.miss | Tarn Shipping earnings miss, revenue below estimates | Tarn Shipping -
+ movement.stake movement.price | Activist raises stake in Ridge Telecom, shares up 4 % | Ridge Telecom +
0 ownership.sell | Pension fund sells stake in Ridge Telecom | Ridge Telecom 0
0 | Northwind Foods to report results on 3 May | Northwind Foods 0
0 | Northwind Foods names new finance chief | Northwind Foods 0
0 | Brightwater Bank to hold investor day in Leeds | Brightwater Bank 0
0 | Halden Steel: notice of annual general meeting | Halden Steel 0
0 | Pinecrest Homes declares quarterly dividend of 12 cents | Pinecrest Homes 0
0 | Ridge Telecom changes its ticker symbol | Ridge Telecom 0
0 | Transcript of the Corvid Games call with analysts | Corvid Games 0
0 | Five facts about the new finance minister
0 | What to watch in the week ahead
0 | Central bank publishes minutes of its March meeting
0 | Parliament debates the budget
0 | Museum of money opens in the capital
0 | Solano Energy holds talks with unions | Solano Energy 0
0 | Elm Trust moves to new headquarters | Elm Trust 0
0 | Kestrel Air appoints head of network planning | Kestrel Air 0
0 | Osprey Motors shows new van at the fair | Osprey Motors 0
0 | Tarn Shipping: change in the number of votes | Tarn Shipping 0
0 | Quill Software publishes its annual report | Quill Software 0
0 | Arvo Mills: managers' transactions | Arvo Mills 0
0 | Velda Pharma to present at a health conference | Velda Pharma 0
+ movement.earnings | The company's operating profit increased to EUR 7.2 mn from EUR 6.1 mn in the previous year.
- movement.earnings | The company's operating profit decreased to EUR 6.1 mn from EUR 7.2 mn in the previous year.
+ movement.sales | Net sales in January to March increased by 11 % to EUR 84 mn, the company said.
- movement.sales | Net sales in January to March decreased by 11 % to EUR 84 mn, the company said.
+ movement.earnings | Diluted earnings per share rose to $1.31 from $1.04.
- movement.earnings | Diluted earnings per share fell to $1.04 from $1.31.
+ movement.activity | The number of subscribers grew to 2.1 million at the end of June.
- movement.activity | The number of passengers decreased by 7 % in April.
+ movement.loss | The division cut its operating loss by half.
- mention.loss | The division made an operating loss of EUR 4 mn.
- movement.jobs | Some 150 jobs will be cut at the Oakham site.
- event.layoff | The company has given notice of redundancies to 60 people.
+ movement.cost | Unit costs fell for the third quarter in a row.
- movement.cost | Unit costs rose for the third quarter in a row.
+ movement.growth | Growth in services picked up and accelerated.
- movement.growth | Growth in services slowed and weakened.
+ movement.payout | The bank proposes to raise its dividend by a fifth.
- movement.payout | The bank proposes to cut its dividend by a fifth.
+ level.record | The year brought record earnings to the yard.
- level.record | The year brought record losses to the yard.
+ event.success | The new drug is a breakthrough, and orders rose.
- event.struggle | The new drug failed, and orders fell.
+ tone.strong | The outlook is strong, said the company.
- tone.weak | The outlook is weak, said the company.
+ movement.orders | Orders for cranes rose in China.
- movement.orders | Orders for cranes dropped in China.
+ comparison | Profit before taxes was EUR 4.0 mn compared with EUR 3.1 mn.
- comparison | Profit before taxes was EUR 3.1 mn compared with EUR 4.0 mn.
`)
