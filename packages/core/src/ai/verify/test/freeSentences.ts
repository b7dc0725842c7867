import { parseSentences } from './cleanSentences.ts'

/**
 * Honest sentences in free English, written without the words of the verifier in view, in the notation of `cleanSentences`. Not all of
 * them stand.
 */
export const freeSentences = parseSentences(`
Apple shares finished Wednesday's session at {a}.
Apple ended the day at {a}, extending a run of strength since the start of the week.
The iPhone maker reported revenue of {s} for fiscal 2025.
Revenue climbed {d} to {s}, helped by strong demand for services and wearables. | d+
Net sales came in at {s}, with management pointing to resilient consumer spending in North America.
At {a}, the stock sits well above its 200-day average of {t}, which keeps the long-term uptrend intact. | a>t
Gross margin came in at {g}, supported by a favorable mix of software and services.
Free cash flow of {fcf} gives the board considerable flexibility on buybacks and dividends.
The company generated {ocf} in operating cash flow during the year.
Cash and equivalents stood at {cash} at the end of the fiscal year.
The balance sheet carries {debt} of total debt.
The company bought back {bb} of its own stock during the year.
The 14-day RSI reads {r}, which is neutral.
Volume reached {v}, above the three-day average of {w}. | v>w
Trading volume of {v} was higher than the average of {w}, a sign that buyers were active. | v>w
The MACD line at {k} remains above the signal line at {j}, confirming positive momentum. | k>j
Microsoft looks overbought, with its RSI at {mr}. | mr!
Nvidia's RSI has dropped into oversold territory at {nr}. | nr?
Nvidia tumbled {nc} on concerns about export restrictions. | nc-
Nvidia shares slid {nc} to close at {na}. | nc-
Microsoft jumped {mch} after the company unveiled new cloud partnerships. | mch+
Microsoft gained {mch} as investors welcomed its guidance. | mch+
Microsoft's close of {mc} is the highest in the window, at {mh}. | mc^mh
Apple earned {e} per share in the latest quarter, beating the consensus estimate of {est}. | e>est
Earnings per share of {eps} topped the analyst consensus of {est}. | eps>est
The company delivered EPS of {eps}, ahead of expectations of {est}. | eps>est
Quarterly revenue of {ract} exceeded the Street's estimate of {rest}. | ract>rest
Analysts expect earnings of {nest} per share next quarter.
Consensus calls for revenue of {nrev} in the coming quarter.
The next earnings report is scheduled for {nrd}.
Apple will report results on {nrd}.
The shares go ex-dividend on {nx}.
The next dividend of {ndv} will be paid on {npd}.
Apple paid a dividend of {dv} on {dv.date}.
The stock trades at {q} times earnings.
Apple's price-to-earnings ratio of {q} is below Microsoft's {mq}. | q<mq
On a price-to-earnings basis, Apple at {q} is cheaper than Microsoft at {mq}. | q<mq
Apple's market capitalization is {mcap}.
The company employs {emp} worldwide.
Apple accounts for {wt} of the portfolio, which leaves it exposed to a single name.
The Apple position shows an unrealized gain of {ug}, or {up}. | ug+
The Nvidia position is sitting on an unrealized loss of {nu}. | nu-
The average cost of the Apple stake is {ac}, compared with a last price of {last}.
There were {art} about the company in the past week.
Of the articles found, {pos} were positive and {neg} negative.
Overall news sentiment is mildly positive at {sent}. | sent+
Management warned that tariffs could weigh on margins, and gross margin was {g}.
Regulators in Brussels are investigating the App Store, but revenue still came to {s}.
The lawsuit filed by the Department of Justice remains a risk; the stock closed at {a}.
Investors appear to be looking past the antitrust case, with the stock at {a}.
Even so, the close of {a} keeps the stock above its rising 50-day average of {b}. | a>b
Apple closed at {a}, up from {p} on {p.date}. | a+p
The stock has advanced {c} since {p.date}, a steady climb. | c+
The shares rallied {c} over the past few sessions. | c+
Shares rebounded from {p} on {p.date} to {a}. | p+a
The price moved from {p} on {p.date} to {a}.
Support can be found near the 200-day average at {t}.
Resistance sits around the upper Bollinger Band at {u}.
The average true range is {i}, so daily swings are modest.
The stock opened the session at {op} and changed hands between {dl} and {dh}.
After opening at {op}, the stock traded as high as {dh} before settling at {a}.
The bid came back late in the session, and the stock closed at {a}.
The previous close was {pc}, and the stock is now quoted at {last}.
It added {chp} in the session, or {chg} in dollar terms. | chp+
Cost of revenue came to {cogs}, leaving gross profit of {gp}.
Operating income amounted to {oi}.
Interest expense of {ie} is easily covered by operating income of {oi}.
Income tax expense totaled {tax}.
Capital expenditures were {capex}, mostly for data centers and tooling.
Depreciation and amortization totaled {da} in the year.
Stock-based compensation was {sbc}, an expense that shareholders should keep in mind.
Selling, general and administrative expense was {sga}.
Inventory of {inv} suggests that channels are clean.
Total assets stood at {ta}, funded by liabilities of {tl} and equity of {eq}.
Total liabilities of {tl} exceed shareholders' equity of {eq}. | tl>eq
The current ratio is {cur}, which is adequate for a business with such predictable cash flow.
Debt to equity is {lev}, reflecting years of borrowing to fund buybacks.
Return on equity was {roe}.
Free cash flow conversion was {conv}, measured against net income.
EBITDA came to {ebitda} for the year.
Apple has {sout} outstanding.
Goodwill is just {gw}, because the company prefers to build rather than buy.
Apple generated revenue of {s} and net income of {n} in its latest fiscal year.
Net income for the year was {n}.
Profit fell {nd} despite the increase in revenue. | nd-
Revenue growth of {d} was driven by the services segment, advertising and licensing.
Revenue was {s} compared with {sp} in the year ended {sp.date}.
Services, which include the App Store, iCloud and Apple Music, helped lift revenue to {s}.
Apple's revenue of {s} exceeds Microsoft's {ms}. | s>ms
Microsoft has the fatter gross margin at {mg}, versus {g} for Apple. | mg>g
Microsoft's operating margin of {mo} is well ahead of Apple's {o}. | mo>o
Nvidia closed at {na}, below its 50-day moving average of {nb}. | na<nb
The technical picture for Nvidia is weak, as the close of {na} is under its 50-day average of {nb}. | na<nb
Apple carries a weight of {wt}, larger than Microsoft's {mw}. | wt>mw
The largest holding is Apple, at {wt} of assets.
Rebalancing would reduce the Apple weight of {wt}.
Diversification is limited, as Apple alone is {wt} of the book.
The session will open at {so} and close at {sc}.
The market is closed now; it opens next at {xc}.
Apple's chief executive said that customers are embracing the new product lineup, and revenue grew {d}. | d+
Supply chain problems in Asia have faded, and inventory is {inv}.
Currency swings hurt results abroad, yet revenue reached {s}.
In the September quarter, the company earned {eps} a share.
For the quarter, Apple posted revenue of {ract} and earnings per share of {eps}.
That surprise of {sur} suggests that analysts have been too cautious.
Investor attention now turns to the January report, due {nrd}.
Wall Street is looking for EPS of {nest}.
Buyers stepped in near {l}, the low of the window.
The window's low was {l} and its high {h}.
Over the window, the stock has traded in a range of {l} to {h}.
The 20-day exponential average is {m}.
Short-term momentum is positive, as the close of {a} is above the 20-day EMA of {m}. | a>m
The shorter average at {b} is above the longer one at {t}, a bullish alignment. | b>t
The golden cross remains in place, with the 50-day average of {b} above the 200-day average of {t}. | b>t
Bollinger Bands currently span {lb} to {u}.
The lower Bollinger Band is at {lb}, and a test of it seems unlikely for now.
Momentum indicators are supportive: RSI stands at {r} and MACD at {k}.
Trading was orderly, with {v} changing hands.
Volume declined {vc} from the day before. | vc-
Volume shrank by {vc} compared with Tuesday. | vc-
The disagreement among sources is {dis}, so the tone is fairly uniform.
Sentiment momentum is {sm}.
The reader counted {cnt} in the news of the week.
Apple has a strong brand and a loyal customer base, which helps explain a gross margin of {g}.
Because hardware demand is seasonal, revenue of {s} should be read together with the calendar.
While the smartphone market is mature, Apple still grew revenue by {d}. | d+
Although competition in China is intense, the company kept its gross margin at {g}.
Despite a difficult macroeconomic backdrop, sales rose {d}. | d+
Thanks to disciplined cost control, operating margin was {o}.
If the regulator approves the deal, integration will begin next year; revenue today is {s}.
The company relies on contract manufacturers such as Foxconn, and cost of revenue was {cogs}.
Apple is a technology company that designs phones, computers and software, with revenue of {s}.
Investors who bought at the average cost of {ac} are sitting on a gain of {up}. | up+
Nvidia has been the weakest position, down {np} on cost. | np-
Apple's valuation of {q} times earnings leaves little room for disappointment.
At {q} times earnings, the valuation assumes that growth continues.
The P/E multiple is {q}, and the market clearly rewards stability.
The dividend of {dv} per share is modest but well covered.
Apple last paid {dv} per share, on {dv.date}.
The company returned {bb} through share repurchases.
Apple's cash of {cash} falls short of its total debt of {debt}. | cash<debt
Total debt of {debt} dwarfs cash of {cash}. | debt>cash
Operating cash flow of {ocf} comfortably exceeds capital spending of {capex}. | ocf>capex
Operating cash flow fully covers capital expenditure: {ocf} against {capex}.
The quality of earnings looks good, with free cash flow of {fcf} above net income of {n}. | fcf>n
Taxes took {tax}.
Competitors such as Samsung and Google are investing heavily, and Apple's research spending was {rd}.
The stock dipped to {l} earlier in the window before recovering to {a}.
Shares hit a low of {l} during the window.
Apple outperformed, gaining {c} while Nvidia lost {nc}. | c+ nc-
Nvidia led the decline with a drop of {nc}. | nc-
Microsoft trades at {mq} times earnings, richer than Apple's {q}. | mq>q
The premium reflects Microsoft's recurring revenue; its price-to-earnings ratio is {mq}.
Leverage at Microsoft is modest, with total debt of {md}.
Both companies are profitable: Apple earned {n} and Microsoft {mn}.
Apple earned {n}, more than Microsoft's {mn}. | n>mn
Apple's revenue is {rel} Microsoft's.
The difference in revenue between the two companies is {gap}.
Traders will be watching the 50-day average at {b} closely.
The chart remains healthy, and the stock closed at {a}.
The latest quote is {last}.
Apple last traded at {last}, little changed from where it closed.
The stock rose {chp} on Wednesday. | chp+
Apple was among the gainers in the Dow, rising {chp}. | chp+
The annual report shows that revenue was {s}.
According to its annual report, the company had revenue of {s} and employed {emp}.
The report, published in October, showed EPS of {eps}.
Apple's fiscal year ended with cash of {cash} on hand.
The company ended the year holding {inv} of inventory.
Customers continue to upgrade their devices, and revenue was {s}.
Enterprise adoption of the Mac has been encouraging; revenue reached {s}.
The new factory in Arizona should help secure chip supply, while capital expenditure was {capex}.
Shareholders approved the board's proposals at the annual meeting; the stock closed at {a}.
The stock looks fairly valued to us at {q} times earnings.
We see the position as a core holding, with a market value of {mv}.
The position is worth {mv}, at a weight of {wt}.
We hold {qty} at an average cost of {ac}.
The portfolio holds {qty} of Apple.
Our Nvidia holding has lost {np} since it was bought. | np-
`)
