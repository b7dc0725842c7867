import { parseCases } from './parseCases.ts'

/** What rises and falls, and whether that is good. */
export const movementCases = parseCases(`
+ movement.earnings | Northwind Foods said operating profit rose 12 % to EUR 44 mn. | Northwind Foods +
- movement.earnings | Northwind Foods said operating profit fell 12 % to EUR 44 mn. | Northwind Foods -
+ movement.earnings | Net income at Halden Steel climbed to $81 million in the third quarter. | Halden Steel +
- movement.earnings | Halden Steel's margins shrank as raw materials grew dearer. | Halden Steel -
+ movement.earnings | Earnings per share jumped by a third at Corvid Games. | Corvid Games +
- movement.earnings | EBITDA dropped sharply in the packaging division of Arvo Mills. | Arvo Mills -
+ movement.earnings | Tarn Shipping doubled its quarterly profit. | Tarn Shipping +
- movement.earnings | A weaker dollar cut the profit of Quill Software by 8 %. | Quill Software -
+ movement.sales | Sales of Marrow Retail grew by 6 % over the holidays. | Marrow Retail +
- movement.sales | Sales of Marrow Retail slid by 6 % over the holidays. | Marrow Retail -
+ movement.sales | Revenue surged at Velda Pharma on the back of its new vaccine. | Velda Pharma +
- movement.sales | Lower revenue in Asia held Osprey Motors back.
+ movement.sales | Net turnover increased to SEK 410 million.
- movement.sales | Turnover in the trade segment decreased by a tenth.
+ movement.sales | Higher sales in Poland made up for a quiet home market.
- movement.sales | The company reported a decline in net sales.
+ movement.orders | Order intake rose to a level not seen since 2011.
- movement.orders | Orders for new turbines plunged 30 % at Lumen Grid. | Lumen Grid -
+ movement.orders | The backlog of Halden Steel has grown every month this year. | Halden Steel +
- movement.orders | Bookings slumped in the second half.
+ movement.orders | Osprey Motors deliveries jump 18 % in March | Osprey Motors +
- movement.orders | Osprey Motors deliveries drop 18 % in March | Osprey Motors -
+ movement.activity | Demand for refrigerated transport is rising, said Tarn Shipping. | Tarn Shipping +
- movement.activity | Passenger traffic fell at Kestrel Air for a third month. | Kestrel Air -
+ movement.activity | Ridge Telecom gained 40,000 subscribers in June. | Ridge Telecom +
- movement.activity | Ridge Telecom lost 40,000 subscribers in June. | Ridge Telecom -
+ movement.activity | Production volumes increased in both mills.
- movement.activity | Output at the smelter was reduced by a quarter.
+ movement.activity | Capital spending is up 5 % this year.
- movement.activity | Exports sank 9 % in August.
+ movement.position | Corvid Games increased its market share to 14 %. | Corvid Games +
- movement.position | Corvid Games is losing market share in consoles. | Corvid Games -
+ movement.position | Productivity improved after the merger of the two plants.
- movement.position | Efficiency declined at the older yard.
+ movement.price | Brightwater Bank shares rise 3 % | Brightwater Bank +
- movement.price | Brightwater Bank shares fall 3 % | Brightwater Bank -
+ movement.price | The stock soared after the announcement.
- movement.price | The stock tumbled after the announcement.
+ movement.price | FTSE closes higher for a fifth day
- movement.price | Dow ends lower as banks weigh
+ movement.price | Quill Software stock up 7 % in early trade | Quill Software +
- movement.price | Quill Software stock down 7 % in early trade | Quill Software -
+ movement.prices | Pulp prices rose in the spring, and the mill sold more of it, so sales grew.
- movement.commodity | Oil drops to a two-month trough
+ movement.commodity | Gold climbs to its best week of the year
+ movement.payout | Pinecrest Homes raises its dividend to 40 cents. | Pinecrest Homes +
- movement.payout | Pinecrest Homes slashes its dividend to 10 cents. | Pinecrest Homes -
+ movement.payout | The board proposes a higher payout to shareholders.
- movement.payout | A lower dividend is proposed for 2012.
+ movement.guidance | Solano Energy lifts full-year outlook | Solano Energy +
- movement.guidance | Solano Energy cuts full-year outlook | Solano Energy -
+ movement.guidance | The retailer raised its guidance for the second time this year.
- movement.guidance | The chip maker lowered its forecast for the current quarter.
+ movement.target | Price target raised to $64 from $58
- movement.target | Price target cut to $58 from $64
+ movement.rating | Its credit rating was raised by one notch.
- movement.rating | Its credit rating was lowered by one notch.
+ movement.growth | Growth accelerated in the cloud business.
- movement.growth | Growth slowed in the cloud business.
+ movement.economy | GDP expanded by 0.8 % in the quarter.
- movement.economy | GDP contracted by 0.8 % in the quarter.
+ movement.economy | Employment rose in all regions.
+ movement.jobs | Lumen Grid will add staff, creating jobs: headcount is to increase by 300. | Lumen Grid +
- movement.jobs | Lumen Grid to cut 300 jobs | Lumen Grid -
- movement.jobs | The workforce will be reduced by 90.
+ movement.stake | The founding family increased its stake to 31 %, buying more on the market as profit rose.
+ movement.mood | Consumer confidence rose for the fourth month.
- movement.mood | Investor confidence collapses
+ movement.loss | The operating loss narrowed to EUR 2 mn.
- movement.loss | The operating loss widened to EUR 9 mn.
- movement.loss | Losses deepened at Kestrel Air. | Kestrel Air -
+ movement.cost | Arvo Mills cut costs by EUR 30 mn. | Arvo Mills +
- movement.cost | Costs soared at Arvo Mills. | Arvo Mills -
- movement.cost | Fuel prices rose further, and taxes increased.
+ movement.debt | Tarn Shipping reduced its debt by a fifth. | Tarn Shipping +
- movement.debt | Tarn Shipping's debt increased by a fifth. | Tarn Shipping -
- movement.writedown | Impairments rose in the property book.
+ movement.charge | Loan provisions fell at Brightwater Bank. | Brightwater Bank +
- movement.charge | Loan provisions jumped at Brightwater Bank. | Brightwater Bank -
+ movement.trouble | Concerns over the balance sheet eased.
- movement.trouble | Concerns over the balance sheet are mounting.
+ movement.risk | Currency risk was reduced, said the company.
- movement.risk | Competition increased in the home market.
+ movement.unemployment | Unemployment fell to 4.1 %.
- movement.unemployment | Unemployment rose to 6.1 %.
+ movement.attrition | Churn declined to 1.2 % at Ridge Telecom. | Ridge Telecom +
- movement.attrition | Churn increased to 2.4 % at Ridge Telecom. | Ridge Telecom -
- movement.macro | Inflation soared, and inventories swelled: demand fell.
+ movement.subject | Kestrel jumps 6 % on the day
- movement.subject | Kestrel slides 6 % on the day
- movement.signed | Velda -4.2 % after the read-out | Velda -
+ movement.signed | Velda +4.2 % after the read-out | Velda +
0 movement.unbound | The path rises gently behind the old harbour.
0 !movement.activity | The plant employs more than 400 people in two shifts.
0 !movement.subject | The order is worth up to EUR 20 mn over five years.
0 !movement.position | She took up the position of treasurer in May.
0 !movement.price | The share capital is divided into 4,000,000 equal parts.
0 !movement.price | The company's shares are listed in Oslo.
0 !movement.sales | Sales offices are located in Lyon, Ghent and Porto.
0 !movement.earnings | The interim results will be published on 4 May.
0 !movement.orders | In order to apply, send the form to the address below.
0 !movement.subject | The two firms plan to set up an office in Turin.
0 !movement.cost | The price of the ticket includes taxes and charges.
0 !movement.guidance | The analysts' view is summarised in an appendix.
`)
