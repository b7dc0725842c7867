import { parseCases } from './parseCases.ts'

/** What companies do, and what happens to them. */
export const companyCases = parseCases(`
+ contract.won | Halden Steel wins EUR 60 mn order from a shipyard | Halden Steel +
+ contract.won | Lumen Grid secured a contract for 40 substations. | Lumen Grid +
+ contract.won | Tarn Shipping has been awarded a contract by the navy. | Tarn Shipping +
+ contract.won | Arvo Mills received an order for two paper machines. | Arvo Mills +
+ contract.signed | Quill Software signed an agreement with three hospitals. | Quill Software +
+ contract.signed | Ridge Telecom signs five-year deal with a railway | Ridge Telecom +
- movement.orders | Tarn Shipping lost the contract to a rival. | Tarn Shipping -
- event.halt | Customer cancels EUR 60 mn order at Halden Steel | Halden Steel -
0 !contract.won | The order of the speakers is below.
0 !contract.won | The contract is available in the archive.
0 !contract.signed | Visitors sign the guest book at the gate.
+ event.win | Velda Pharma wins race for new antibiotic | Velda Pharma +
+ event.award | Lumen Grid was chosen as the supplier of the meters. | Lumen Grid +
+ event.award | The consortium has selected Lumen Grid; it was chosen by all members. | Lumen Grid +
+ event.success | The trial was a success for Velda Pharma. | Velda Pharma +
+ event.success | Business is thriving at Pinecrest Homes. | Pinecrest Homes +
+ event.success | A breakthrough at Velda Pharma | Velda Pharma +
+ event.benefit | Northwind Foods benefits from strong demand. | Northwind Foods +
+ event.benefit | The merger yields synergies and the bank benefits. | 
+ event.resolve | Brightwater Bank resolves its dispute, to investors' relief | Brightwater Bank +
+ event.partnership | Corvid Games and Ridge Telecom team up: a strategic partnership with higher revenue. | Corvid Games +
0 event.expansion | Northwind Foods launched a soup. | Northwind Foods 0
+ event.resume | Osprey Motors reopens its plant and restarts production | Osprey Motors +
+ event.buyback | Quill Software announces a $2 billion buyback | Quill Software +
+ event.buyback | The board approved a share repurchase.
+ event.dividend | Pinecrest Homes to pay a special dividend | Pinecrest Homes +
- event.dilution | Kestrel Air launches rights issue | Kestrel Air -
- event.dilution | The bank plans a share offering that is dilutive.
- event.default | Marrow Retail files for bankruptcy | Marrow Retail -
- event.default | The developer defaulted on its bonds.
- event.default | Auditors see a threat to the builder as a going concern.
- event.rescue | Kestrel Air asks for a bailout | Kestrel Air -
- event.warning | Marrow Retail warns on profit | Marrow Retail -
- event.warning | Arvo Mills issues a profit warning | Arvo Mills -
- event.layoff | Halden Steel lays off 200 workers | Halden Steel -
- event.layoff | Layoffs at Corvid Games | Corvid Games -
- event.layoff | The mill starts codetermination negotiations on redundancies.
- event.layoff | Kestrel Air furloughs its cabin crew | Kestrel Air -
- event.strike | Strike at Osprey Motors enters second week | Osprey Motors -
- event.strike | Port workers walk out, halting Tarn Shipping | Tarn Shipping -
- event.closure | Arvo Mills to close its mill in the north | Arvo Mills -
- event.closure | Marrow Retail shuts 20 stores | Marrow Retail -
- event.closure | Plant closure at Halden Steel | Halden Steel -
- event.closure | The company will discontinue the operations of its depot and close the factory.
0 !event.closure | Markets close at five.
0 !event.closure | The restaurant is close to the station.
- event.halt | Velda Pharma suspends its trial | Velda Pharma -
- event.halt | Osprey Motors postpones its new model | Osprey Motors -
- event.halt | Solano Energy withdraws its guidance | Solano Energy -
- event.halt | Lumen Grid delays the commissioning of its plant | Lumen Grid -
- event.halt | The regulator halted trading in the company's shares.
- event.departure | Finance chief of Brightwater Bank resigns amid crisis | Brightwater Bank -
- event.departure | Chief executive of Marrow Retail ousted after losses | Marrow Retail -
0 !event.departure | The bus departs every ten minutes.
+ event.hiring | Quill Software is hiring: 200 recruits, and revenue is growing. | Quill Software +
- event.damage | Storms hit sales at Marrow Retail | Marrow Retail -
- event.damage | The strong franc hurt exporters.
- event.damage | A weak spring weighed on Northwind Foods, the company said. | Northwind Foods -
- event.damage | Tariffs threaten Osprey Motors | Osprey Motors -
- event.damage | The company suffers from a shortage of drivers.
0 | The ball hit the post.
+ level.extreme !event.damage | Northwind Foods shares hit a record high | Northwind Foods +
- event.struggle | Marrow Retail struggles online | Marrow Retail -
- event.struggle | The product launch failed, said the company.
- event.struggle | Retailers falter and struggle for cash
- event.recall | Osprey Motors recalls 40,000 vans | Osprey Motors -
- event.recall | A defect was found in the company's brakes.
- event.accident | Hackers leak customer data of Brightwater Bank | Brightwater Bank -
- event.accident | Data breach at Ridge Telecom | Ridge Telecom -
+ event.approval | FDA approves Velda Pharma's inhaler | Velda Pharma +
+ event.approval | Velda Pharma gets regulatory approval for its vaccine | Velda Pharma +
0 | The meeting approved the minutes.
- event.rejection | FDA rejects Velda Pharma's inhaler | Velda Pharma -
- event.rejection | The court blocked the merger of the two companies.
0 event.rejection | Shareholders vetoed the plan of the company.
0 | The village won its football match.
0 | The former success of the play is told in the museum.
0 | The water leaked into the cellar of the museum.
0 | She will strike a balance.
0 !event.layoff | The hens lay eggs every morning.
0 !event.warning | Storm clouds over the lake.
0 | The default colour is blue.
0 | Visitors recall the smell of the sea.
0 event.expansion | The museum launched a new website.
- event.miss | Quill Software underperforms its peers | Quill Software -
+ event.win | Ridge Telecom wins licence | Ridge Telecom +
- event.closure | Solano Energy closes two refineries and a depot | Solano Energy -
- event.halt | Kestrel Air cancels 400 flights | Kestrel Air -
- event.damage | Drought damages crops and Northwind Foods suffers | Northwind Foods -
`)
