import type { Comparison } from '../../claims/claim.ts'

/**
 * Sentences as analysts write them, each true of `sentenceSlots`. Behind the bar stand the comparisons that they
 * declare: `a>b` above, `a<b` below, `a=b` equal, `c+` rising, `c-` falling, `mc^mh` highest, `na_nl` lowest,
 * `mr!` overbought, `nr?` oversold.
 */
const technical = `
The close of {a} is above the 50-day average of {b}. | a>b
The close of {a} sits above its 50-day simple moving average of {b}. | a>b
At {a} the stock trades above its 200-day average of {t}. | a>t
Price, at {a}, remains above the 200-day moving average of {t}. | a>t
The shares ended the session at {a}.
Apple shares settled at {a} on {a.date}.
Apple closed at {a}, and the 50-day average stands at {b}.
The stock finished the week at {a}.
The last close was {a}.
The latest daily close came in at {a}.
Shares changed hands at {a} by the close.
The 50-day average of {b} is above the 200-day average of {t}, a constructive setup for the primary trend. | b>t
The 50-day average of {b} exceeds the 200-day average of {t}. | b>t
The 20-day EMA of {m} lies above the 50-day SMA of {b}. | m>b
The 200-day average of {t} is below the 50-day average of {b}. | t<b
The close gained {c} on the day. | c+
Shares rose {c} from the close of {p} on {p.date}. | c+
The stock advanced {c} over the period. | c+
The shares are up {c} since {p.date}, when they closed at {p}. | c+
The move of {c} since {p.date} began at a close of {p}. |
The close climbed {c} in the latest session. | c+
Over the window, the close ranged from {l} to {h}.
The trading range of the window runs from {l} to {h}.
The window's low close of {l} is a natural reference for support.
The window's high close of {h} marks resistance.
Resistance is near {h}, the top of the window's range by close.
Support near {l} held throughout the window.
The closing range spans {l} to {h}, with the last close at {a}.
Between {l} and {h}, price action has been two-sided.
The chart shows a double top around {h}.
The pattern resembles a double bottom around {l}.
A head-and-shoulders pattern is forming, with the close at {a}.
The setup looks like a cup and handle, and the stock closed at {a}.
An inside day left the close at {a}.
A doji formed with the close at {a}.
The close of {a} leaves the uptrend intact. | 
The RSI(14) reads {r}.
RSI(14) stands at {r}, a neutral reading.
Momentum is neutral, with the 14-day RSI at {r}.
The 14-day RSI of {r} shows no extreme in momentum.
At {r}, RSI(14) is in neutral territory.
MACD(12,26,9) reads {k} and its signal line {j}.
The MACD line of {k} is above its signal line of {j}. | k>j
The MACD histogram is {mhist}.
The average true range over 14 days is {i}.
ATR(14) of {i} frames the usual daily swing.
Volatility as measured by ATR(14) is {i}.
With ATR(14) at {i}, daily moves are orderly.
Volume was {v} in the last session.
Volume came to {v}, above the window's average of {w}. | v>w
Turnover of {v} in the last session exceeded the window's mean of {w}. | v>w
Trading volume of {v} compares with a mean of {w} over the window.
Volume fell {vc} from the session before. | vc-
Volume declined by {vc} against the previous session. | vc-
Participation thinned as volume dropped {vc}. | vc-
The upper Bollinger Band is at {u}, above the close of {a}. | u>a
The close of {a} lies between the lower band at {lb} and the upper band at {u}.
The Bollinger Bands run from {lb} to {u}.
Price is trading inside the bands, with a close of {a}.
The stock opened at {op} and closed at {a}.
The close of {a} was above the open of {op}. | a>op
The session opened at {op} and never looked back, closing at {a}.
The day's high was {dh} and its low {dl}.
Intraday, shares traded between {dl} and {dh}.
The previous close was {pc}.
The stock changed by {chg} on the day, or {chp}.
The trend is constructive while the close of {a} is above the 50-day average of {b}. | a>b
Buyers remained in control, with a close of {a}.
Sellers did not follow through, and the close was {a}.
The tape was quiet and the close was {a}.
The primary trend is supported by the 200-day average of {t}.
The moving averages of {b} and {t} point to a healthy trend.
The 50-day average of {b} acts as dynamic support.
Microsoft closed at {mc}, the highest close of the window. | mc^mh
Microsoft's close of {mc} matches the window's high of {mh}. | mc=mh
At {mc}, Microsoft set the highest close of the window. | mc^mh
The RSI(14) of Microsoft is overbought at {mr}. | mr!
With RSI(14) at {mr}, Microsoft looks overbought. | mr!
Nvidia closed at {na}, the lowest close of the window. | na_nl
Nvidia's RSI(14) of {nr} is oversold. | nr?
Nvidia is oversold, with RSI(14) at {nr}. | nr?
Nvidia's close of {na} is below its 50-day average of {nb}. | na<nb
At {na}, Nvidia trades below its 50-day average of {nb}. | na<nb
Nvidia fell {nc} on the day. | nc-
Nvidia shed {nc} in the session. | nc-
Nvidia slipped {nc}, to a close of {na}. | nc-
Nvidia lost {nc} and closed at {na}. | nc-
Microsoft added {mch} on the day. | mch+
Microsoft gained {mch} in the last session and closed at {mc}. | mch+
The daily chart shows consolidation around {a}.
The short-term trend is sideways, with the close at {a}.
A break of the window's high close of {h} would change the picture.
A daily close outside the range of {l} to {h} would be a signal.
The close of {a} leaves room before resistance at {h}.
The stock is range-bound between {l} and {h}.
Price is consolidating between the 50-day average of {b} and the window's high close of {h}.
Follow-through will be judged against the close of {a}.
Implied volatility is not part of this view; ATR(14) is {i}.
Level 2 data were not used; the last close was {a}.
`

const fundamental = `
Revenue was {s} in fiscal 2025.
Revenue for FY2025 came to {s}.
Apple reported revenue of {s} for the year.
Revenue grew {d} from the previous year. | d+
Revenue rose {d} to {s}. | d+
Sales increased by {d}, on revenue of {s}. | d+
The top line expanded {d}, with revenue at {s}. | d+
Year over year, revenue was up {d}. | d+
Year-over-year revenue growth was {d}.
Revenue growth of {d} came from services and hardware.
Revenue of {sp} in the year to {sp.date} compares with {s} now.
Revenue moved from {sp} on {sp.date} to {s}.
Net income was {n}.
Net income reached {n} in the fiscal year.
Net income fell {nd} despite revenue growth. | nd-
Net income declined {nd} over the year. | nd-
The bottom line came in at {n}, on revenue of {s}.
Net income of {n} and revenue of {s} set the earnings base.
Earnings power rests on net income of {n}.
Gross profit was {gp} on revenue of {s}.
Gross margin is {g}.
Gross margin stands at {g}, operating margin at {o}.
Gross margin of {g} is above the operating margin of {o}, as it must be. | g>o
Gross margin narrowed by {gd} over the year. | gd-
Margins remain healthy: gross margin is {g}.
The operating margin of {o} reflects tight cost control.
Operating income was {oi}, and the operating margin {o}.
Interest expense of {ie} is set against operating income of {oi}.
Operating income covers interest expense by {cov}.
Interest coverage is {cov}.
Research and development expense was {rd}.
R&D spending came to {rd}, and revenue to {s}.
Selling, general and administrative expense was {sga}.
The effective tax rate is not given; income tax expense was {tax}.
Free cash flow was {fcf}.
Free cash flow of {fcf} exceeded net income of {n}. | fcf>n
Free cash flow of {fcf} was lower than operating cash flow of {ocf}. | fcf<ocf
Cash from operations was {ocf} and capital expenditure {capex}.
Capital expenditure of {capex} compares with operating cash flow of {ocf}.
The company generated {ocf} of operating cash flow.
Operating cash flow funds capital expenditure of {capex}.
Cash conversion, free cash flow over net income, was {conv}.
The ratio of free cash flow to net income is {conv}.
Cash and equivalents amount to {cash}.
The balance sheet carries {debt} of total debt and {cash} of cash.
Total debt of {debt} is above cash of {cash}. | debt>cash
Total debt is {debt}, against equity of {eq}.
Debt to equity is {lev}.
Leverage, measured as total debt over equity, is {lev}.
Total assets are {ta} and total liabilities {tl}.
Total liabilities of {tl} are below total assets of {ta}. | tl<ta
Shareholders' equity stands at {eq}.
Inventory was {inv} at year-end.
Working capital needs are limited, with inventory at {inv}.
Goodwill is {gw} of total assets of {ta}.
The current ratio is {cur}.
Liquidity is comfortable, with a current ratio of {cur}.
The market capitalization is {mcap}.
The market cap of {mcap} compares with revenue of {s}.
The company employs {emp}.
The company has {sout} outstanding.
Earnings per share were {eps}.
EPS of {eps} was above the estimate of {est}. | eps>est
EPS came in at {eps}, ahead of the {est} estimate. | eps>est
EPS of {eps} beat the estimate of {est}. | eps>est
The earnings surprise was {sur}.
The valuation is full at {q} earnings.
The price-to-earnings ratio is {q}.
The stock trades at {q} earnings.
Valuation rests on a price-to-earnings ratio of {q}.
On a trailing basis the P/E is {q}.
The dividend per share was {dv}.
The last dividend was {dv} on {dv.date}.
The payout is backed by free cash flow of {fcf}.
Buybacks totalled {bb} in the fiscal year.
Share repurchases came to {bb}.
The company returned {bb} to shareholders through buybacks.
The 10-K for FY2025 shows revenue of {s}.
According to the 10-K, net income was {n}.
The annual report puts revenue at {s}.
Growth is broad-based, with revenue up {d}. | d+
A single-digit growth rate, {d}, is what revenue shows.
The business model is asset-light, with capital expenditure of {capex}.
Pricing power shows in a gross margin of {g}.
The mix shift towards services supports gross margin of {g}.
The B2B segment is not broken out; revenue in total was {s}.
5G handsets are part of the product line; revenue was {s}.
Net zero targets do not show in capital expenditure of {capex}.
Zero-coupon debt is not reported; total debt is {debt}.
Tier 1 suppliers are a cost driver; cost of revenue was {cogs}.
Cost of revenue was {cogs}.
Deferred revenue adds visibility, with revenue at {s}.
Foreign exchange was a headwind, and revenue was {s}.
Management's guidance is not in evidence; revenue was {s}.
Stock-based compensation was {sbc}.
Depreciation and amortization came to {da}.
EBITDA was {ebitda}.
Return on equity, net income over equity, was {roe}.
Asset turnover, revenue over total assets, was {at}.
`

const news = `
There were {art} in the window.
The window holds {art}.
Coverage counted {pos} on the good side and {neg} on the bad.
The good side of the coverage counts {pos}.
On the good side there were {pos}, above the {neg} on the other. | pos>neg
The sentiment score is {sent}.
News sentiment stands at {sent}, a mildly positive tone.
Sentiment is positive at {sent}. | sent+
The tone of the coverage is constructive, with a sentiment of {sent}.
Sentiment momentum is {sm}.
Disagreement among the stories is {dis}.
Dispersion of the coverage is {dis}, so the stories broadly agree.
Coverage has been steady, at {art}.
Headline flow is thin, with {art} in the period.
The news flow consists of {art}.
Coverage centred on earnings, with {art} found.
Much of the coverage was about product news, with {art} in all.
The stories found so far number {cnt}.
Attention from the press is limited to {art}.
Media tone, at {sent}, leans constructive.
`

const comparison = `
Apple closed at {a} and Microsoft at {mc}.
Microsoft's close of {mc} is above its 50-day average of {mb}. | mc>mb
Apple's revenue of {s} is above Microsoft's {ms}. | s>ms
Apple's gross margin of {g} is below Microsoft's {mg}. | g<mg
Microsoft's gross margin of {mg} is higher than Apple's {g}. | mg>g
Microsoft's operating margin of {mo} exceeds Apple's {o}. | mo>o
Microsoft and Apple differ in gross margin: {mg} against {g}.
Of the group, Nvidia has an RSI(14) of {nr}.
Among the Big Three, Apple had revenue of {s}.
Apple's RSI(14) of {r} is below Microsoft's {mr}. | r<mr
RSI(14) is {r} for Apple, {mr} for Microsoft and {nr} for Nvidia.
Apple rose {c} while Nvidia fell {nc}. | c+ nc-
Apple gained {c}; Nvidia lost {nc}. | c+ nc-
Nvidia's decline of {nc} contrasts with Apple's gain of {c}. | nc- c+
Microsoft and Apple moved in the same direction.
The gap between Apple's and Microsoft's revenue is {gap}.
Apple's revenue is {rel} that of Microsoft.
Both companies are profitable; Apple's net income was {n} and Microsoft's {mn}.
Apple's net income of {n} is above Microsoft's {mn}. | n>mn
Microsoft carries a price-to-earnings ratio of {mq}.
Microsoft's price-to-earnings ratio of {mq} is above Apple's {q}. | mq>q
Apple carries total debt of {debt}; Microsoft carries {md}.
On leverage, Microsoft's total debt of {md} is below Apple's {debt}. | md<debt
Relative strength favours Microsoft, whose close of {mc} is above its 50-day average of {mb}. | mc>mb
Nvidia was the weak spot, down {nc}. | nc-
`

const portfolio = `
Apple is {wt} of the portfolio.
Apple has a weight of {wt}.
Apple's weight of {wt} is above Microsoft's {mw}. | wt>mw
The weight of Nvidia is {nw}, below that of Microsoft at {mw}. | nw<mw
The position in Apple is worth {mv}.
The Apple holding has a market value of {mv}.
Apple shows an unrealized gain of {ug}. | ug+
The unrealized change in Apple is {ug}, or {up}.
The Apple position is up {up} on its average cost. | up+
Apple's last price of {last} is above the average cost of {ac}. | last>ac
Nvidia's position is down {np} from cost. | np-
Nvidia shows an unrealized loss of {nu}. | nu-
The Nvidia holding has lost {np} since purchase. | np-
The portfolio is concentrated in technology, with Apple at {wt}.
Concentration risk is real, with Apple at {wt} of the total.
The average cost of the Apple position is {ac}.
Apple quantity held is {qty}.
The holdings share sector risk, with Apple at {wt}.
Single-name risk is notable, as Apple weighs {wt}.
Diversification is limited, with Microsoft at {mw} and Apple at {wt}.
`

const calendar = `
The next report is due on {nrd}.
Apple reports next on {nrd}.
Earnings are scheduled for {nrd}.
The next earnings date is {nrd}.
The consensus EPS estimate is {nest}.
Analysts look for EPS of {nest} in the coming report.
The estimate for the coming quarter is EPS of {nest}.
The consensus revenue estimate for the next report is {nrev}.
The shares go ex-dividend on {nx}.
The next ex-dividend date is {nx}.
The next dividend of {ndv} is paid on {npd}.
The company has {reps} in the record.
In Q3 2025 the company reported EPS of {eps}.
The Q3 2025 report showed EPS of {eps}.
In the third quarter EPS was {eps}.
For the quarter, EPS was {eps} against an estimate of {est}.
Revenue in the report was {ract}, above the estimate of {rest}. | ract>rest
At {ract}, revenue topped the consensus of {rest}. | ract>rest
The surprise of {sur} was positive. | sur+
Past reports show a surprise of {sur}.
The market opens at {so}.
The New York session opened at {so} and closed at {sc}.
The last session closed at {sc}.
H1 2025 results are in the 10-Q; revenue was {s}.
The 8-K of the quarter confirms revenue of {ract}.
`

export type CleanSentence = { text: string; comparisons: readonly Comparison[] }

const relations: Readonly<Record<string, Comparison['relation']>> = {
  '>': 'above',
  '<': 'below',
  '=': 'equal',
  '+': 'rising',
  '-': 'falling',
  '^': 'highest',
  _: 'lowest',
  '!': 'overbought',
  '?': 'oversold',
}

function parse(line: string): CleanSentence {
  const [text = '', said = ''] = line.split(' | ')
  const comparisons = said.match(/\S+/g)?.map((one): Comparison => {
    const [, left = '', sign = '', right] = /^([a-z]+)(\W|_)([a-z]*)$/.exec(one) ?? []
    const relation = relations[sign]
    if (!relation) throw new Error(`No comparison: ${one}`)
    return { left, relation, right: right || null }
  })
  return { text: text.trim(), comparisons: comparisons ?? [] }
}

export const cleanSentences: readonly CleanSentence[] = [
  technical,
  fundamental,
  news,
  comparison,
  portfolio,
  calendar,
]
  .flatMap((part) => part.trim().split('\n'))
  .map((line) => parse(line.replace(/ \|\s*$/, '')))
