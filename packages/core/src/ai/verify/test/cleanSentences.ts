import type { Comparison } from '../../claims/claim.ts'

/**
 * Sentences as analysts write them, each true of `sentenceSlots`. Behind the bar stand the comparisons that they
 * declare: `a>b` above, `a<b` below, `a=b` equal, `c+` rising, `c-` falling, `mc^mh` highest, `na_nl` lowest,
 * `mr!` overbought, `nr?` oversold.
 */
const varied = `
The close of {a} is above the 50-day average of {b}, a constructive setup. | a>b
The window's high close of {h} is a reference for resistance.
The window's low close of {l} is a reference for support.
The chart shows a double bottom, and support is near {l}.
A break of the window's high close of {h} would change the view.
The close of {a} leaves the trend intact.
The 14-day RSI of {r} shows a neutral momentum.
The average true range is {i}, by the 14-day measure.
The trading day was quiet, and the close was {a}.
The trend is supported by the 200-day average of {t}.
The moving averages are {b} and {t}, which is healthy for the trend.
The 50-day average of {b} is a dynamic level of support.
Nvidia dropped {nc}, to a close of {na}. | nc-
The trading range is {l} to {h}, and it has been two-sided.
Revenue growth of {d} came from services and products.
The operating margin of {o} reflects cost management.
The company made {ocf} of operating cash flow.
Operating cash flow was {ocf}, and capital expenditure {capex}.
Interest expense was {ie}, against operating income of {oi}.
Total debt is {debt}, against total assets of {ta}.
Total debt over equity is {lev}.
The market cap is {mcap}.
The company has {emp}.
The surprise in the report was {sur}.
The price-to-earnings ratio, P/E, is {q}.
Buybacks were {bb} in the fiscal year.
Buybacks amount to {bb}.
Revenue was {s}, as the annual report shows.
The news flow in the window was {art}.
News coverage in the window came to {art}.
The tone of the news is constructive, at {sent}.
Sentiment in the news is {sent}, on a mixed tone.
The news is mixed, with a sentiment of {sent}.
Coverage of the company was {art} in the period.
The press has been quiet, with {art}.
The window has {art}, and their tone is mixed.
Gross margin is {mg} for Microsoft and {g} for Apple.
Apple's net income was {n}, and Microsoft's {mn}.
Apple's total debt is {debt}, against Microsoft's {md}.
Momentum is with Microsoft, whose close of {mc} is above its 50-day average of {mb}. | mc>mb
Nvidia was down {nc} in the session. | nc-
The Apple position is up {up} on cost. | up+
Concentration is a risk, with Apple at {wt} of the portfolio.
Apple and Microsoft, at {wt} and {mw}, set the tone of the portfolio.
The EPS estimate for the next quarter is {nest}.
The 8-K of the quarter shows revenue of {ract}.
The surprise in the last report was {sur}.
Revenue in the quarter was {ract}, against an estimate of {rest}.
The session began at {so} and ended at {sc}.
The next change of the market is at {xc}.
The market's next change is at {xc}.
Apple shares gained {c} since {p.date}. | c+
Apple's close of {a} is above its 200-day average of {t}. | a>t
Apple's close of {a} is above its 20-day EMA of {m}. | a>m
The close of {a} exceeds the 50-day average of {b}. | a>b
The close, at {a}, is higher than the 50-day average of {b}. | a>b
The 200-day average of {t} is lower than the close of {a}. | t<a
The 50-day average of {b} is below the close of {a}. | b<a
At {t}, the 200-day average is below the 50-day average of {b}. | t<b
The close has risen {c} in the window. | c+
Shares climbed {c} from {p.date} on. | c+
With a gain of {c}, the shares closed at {a}. | c+
The shares have gained {c} since {p.date}. | c+
Volume of {v} is above the average of {w}. | v>w
Volume, at {v}, is higher than its average of {w}. | v>w
Trading volume came to {v} on the day.
The last price is {last}.
The quote stands at {last}, after a previous close of {pc}.
The day's change is {chg}, or {chp}.
The share price opened at {op} and was {dh} at its high.
The bands are {lb} and {u}.
The lower Bollinger Band is at {lb}.
The upper band of {u} is above the close of {a}. | u>a
The signal line of {j} is below the MACD of {k}. | j<k
The MACD histogram stands at {mhist}.
Revenue increased {d} in the fiscal year. | d+
Sales grew {d} year over year. | d+
Sales gained {d}, to {s}. | d+
Revenue in fiscal 2025 was {s}, up {d}. | d+
Growth in revenue was {d}.
The growth rate of revenue is {d}.
Net income decreased {nd} from the year before. | nd-
Net income lost {nd} year over year. | nd-
Gross margin fell {gd} from the year before. | gd-
Gross margin of {g} exceeds the operating margin of {o}. | g>o
Operating margin of {o} is below gross margin of {g}. | o<g
The operating margin is {o}, and the gross margin {g}.
Profitability is solid, with an operating margin of {o}.
Profitability remains healthy, with gross margin at {g}.
The cost of revenue was {cogs}, and gross profit {gp}.
Research and development came to {rd}.
Income tax expense was {tax}.
Cash of {cash} is below total debt of {debt}. | cash<debt
Equity is {eq}, and total assets are {ta}.
Assets of {ta} exceed liabilities of {tl}. | ta>tl
EBITDA came to {ebitda}.
Inventory stands at {inv}.
Goodwill of {gw} is on the balance sheet.
The current ratio stands at {cur}.
Free cash flow over net income is {conv}.
Net income over equity is {roe}.
Revenue over total assets is {at}.
Operating income over interest expense is {cov}.
EPS of {eps} exceeded the estimate of {est}. | eps>est
EPS was {eps}, against an estimate of {est}.
Reported EPS of {eps} is higher than the estimate of {est}. | eps>est
The dividend of {dv} was paid on {dv.date}.
The next dividend is {ndv}.
The next pay date is {npd}.
The next ex date is {nx}.
Microsoft closed at {mc}.
Microsoft's close of {mc} is the highest of the window. | mc^mh
Microsoft's revenue is {ms}, below Apple's {s}. | ms<s
Microsoft's gross margin of {mg} exceeds Apple's {g}. | mg>g
Microsoft's RSI(14) of {mr} is overbought. | mr!
Microsoft rose {mch} in the session. | mch+
Microsoft's weight is {mw}.
Nvidia closed at {na}.
Nvidia's close of {na} is the lowest of the window. | na_nl
Nvidia declined {nc} on the day. | nc-
Nvidia's weight is {nw}, and Microsoft's {mw}.
Nvidia's RSI(14) stands at {nr}.
The Nvidia position is down {np}. | np-
The Nvidia position shows a loss of {nu}. | nu-
The Apple position has gained {up}. | up+
The Apple position shows a gain of {ug}. | ug+
Apple's market value in the portfolio is {mv}.
The last price of {last} is above the average cost of {ac}. | last>ac
Apple's revenue over Microsoft's is {rel}.
Apple's P/E of {q} is below Microsoft's {mq}. | q<mq
`

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
The 50-day average of {b} exceeds the 200-day average of {t}. | b>t
The 20-day EMA of {m} lies above the 50-day SMA of {b}. | m>b
The 200-day average of {t} is below the 50-day average of {b}. | t<b
The close gained {c} on the day. | c+
Shares rose {c} from the close of {p} on {p.date}. | c+
The stock advanced {c} over the period. | c+
The shares are up {c} since {p.date}, when they closed at {p}. | c+
The move of {c} since {p.date} began at a close of {p}.
The close climbed {c} in the latest session. | c+
Over the window, the close ranged from {l} to {h}.
The trading range of the window runs from {l} to {h}.
Support near {l} held throughout the window.
The closing range spans {l} to {h}, with the last close at {a}.
Between {l} and {h}, price action has been two-sided.
The chart shows a double top around {h}.
An inside day left the close at {a}.
The RSI(14) reads {r}.
RSI(14) stands at {r}, a neutral reading.
Momentum is neutral, with the 14-day RSI at {r}.
MACD(12,26,9) reads {k} and its signal line {j}.
The MACD line of {k} is above its signal line of {j}. | k>j
The MACD histogram is {mhist}.
ATR(14) of {i} frames the usual daily swing.
Volume was {v} in the last session.
Volume came to {v}, above the window's average of {w}. | v>w
Turnover of {v} in the last session exceeded the window's mean of {w}. | v>w
Trading volume of {v} compares with a mean of {w} over the window.
Volume fell {vc} from the session before. | vc-
Volume declined by {vc} against the previous session. | vc-
The upper Bollinger Band is at {u}, above the close of {a}. | u>a
The Bollinger Bands run from {lb} to {u}.
Price is trading inside the bands, with a close of {a}.
The stock opened at {op} and closed at {a}.
The close of {a} was above the open of {op}. | a>op
The day's high was {dh} and its low {dl}.
The previous close was {pc}.
The stock changed by {chg} on the day, or {chp}.
The trend is constructive while the close of {a} is above the 50-day average of {b}. | a>b
Sellers did not follow through, and the close was {a}.
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
Nvidia lost {nc} and closed at {na}. | nc-
Microsoft added {mch} on the day. | mch+
Microsoft gained {mch} in the last session and closed at {mc}. | mch+
The daily chart shows consolidation around {a}.
Price is consolidating between the 50-day average of {b} and the window's high close of {h}.
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
Revenue of {sp} in the year to {sp.date} compares with {s} now.
Revenue moved from {sp} on {sp.date} to {s}.
Net income was {n}.
Net income reached {n} in the fiscal year.
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
Operating income was {oi}, and the operating margin {o}.
Operating income covers interest expense by {cov}.
Research and development expense was {rd}.
The effective tax rate is not given; income tax expense was {tax}.
Free cash flow was {fcf}.
Sentiment is {sent}, with momentum of {smom}.
Free cash flow of {fcf} exceeded net income of {n}. | fcf>n
Free cash flow of {fcf} was lower than operating cash flow of {ocf}. | fcf<ocf
Cash from operations was {ocf} and capital expenditure {capex}.
Capital expenditure of {capex} compares with operating cash flow of {ocf}.
The ratio of free cash flow to net income is {conv}.
Cash and equivalents amount to {cash}.
Total debt of {debt} is above cash of {cash}. | debt>cash
Total debt is {debt}, against equity of {eq}.
Debt to equity is {lev}.
Total assets are {ta} and total liabilities {tl}.
Total liabilities of {tl} are below total assets of {ta}. | tl<ta
Shareholders' equity stands at {eq}.
Inventory was {inv} at year-end.
Working capital needs are limited, with inventory at {inv}.
Goodwill is {gw} of total assets of {ta}.
The current ratio is {cur}.
Liquidity is comfortable, with a current ratio of {cur}.
The market cap of {mcap} compares with revenue of {s}.
The company has {sout} outstanding.
Earnings per share were {eps}.
EPS of {eps} was above the estimate of {est}. | eps>est
EPS came in at {eps}, ahead of the {est} estimate. | eps>est
EPS of {eps} beat the estimate of {est}. | eps>est
The valuation is full at {q} earnings.
The price-to-earnings ratio is {q}.
The stock trades at {q} earnings.
Valuation rests on a price-to-earnings ratio of {q}.
The dividend per share was {dv}.
The last dividend was {dv} on {dv.date}.
The company returned {bb} to shareholders through buybacks.
The 10-K for FY2025 shows revenue of {s}.
According to the 10-K, net income was {n}.
Growth is broad-based, with revenue up {d}. | d+
Pricing power shows in a gross margin of {g}.
Cost of revenue was {cogs}.
Foreign exchange was a headwind, and revenue was {s}.
Depreciation and amortization came to {da}.
EBITDA was {ebitda}.
`

const news = `
There were {art} in the window.
The window holds {art}.
On the good side there were {pos}, above the {neg} on the other. | pos>neg
The sentiment score is {sent}.
Sentiment is positive at {sent}. | sent+
The tone of the coverage is constructive, with a sentiment of {sent}.
The news flow consists of {art}.
`

const comparison = `
Apple closed at {a} and Microsoft at {mc}.
Microsoft's close of {mc} is above its 50-day average of {mb}. | mc>mb
Apple's revenue of {s} is above Microsoft's {ms}. | s>ms
Apple's gross margin of {g} is below Microsoft's {mg}. | g<mg
Microsoft's gross margin of {mg} is higher than Apple's {g}. | mg>g
Microsoft's operating margin of {mo} exceeds Apple's {o}. | mo>o
Of the group, Nvidia has an RSI(14) of {nr}.
Apple's RSI(14) of {r} is below Microsoft's {mr}. | r<mr
RSI(14) is {r} for Apple, {mr} for Microsoft and {nr} for Nvidia.
Apple rose {c} while Nvidia fell {nc}. | c+ nc-
Apple gained {c}; Nvidia lost {nc}. | c+ nc-
Nvidia's decline of {nc} contrasts with Apple's gain of {c}. | nc- c+
The gap between Apple's and Microsoft's revenue is {gap}.
Apple's revenue is {rel} that of Microsoft.
Apple's net income of {n} is above Microsoft's {mn}. | n>mn
Microsoft carries a price-to-earnings ratio of {mq}.
Microsoft's price-to-earnings ratio of {mq} is above Apple's {q}. | mq>q
On leverage, Microsoft's total debt of {md} is below Apple's {debt}. | md<debt
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
Apple's last price of {last} is above the average cost of {ac}. | last>ac
Nvidia's position is down {np} from cost. | np-
Nvidia shows an unrealized loss of {nu}. | nu-
The Nvidia holding has lost {np} since purchase. | np-
The portfolio is concentrated in technology, with Apple at {wt}.
The average cost of the Apple position is {ac}.
Apple quantity held is {qty}.
Single-name risk is notable, as Apple weighs {wt}.
`

const calendar = `
The next report is due on {nrd}.
Apple reports next on {nrd}.
The next report is scheduled for {nrd}.
The next report date is {nrd}.
The consensus EPS estimate is {nest}.
The next dividend of {ndv} is paid on {npd}.
In Q3 2025 the company reported EPS of {eps}.
The Q3 2025 report showed EPS of {eps}.
In the third quarter EPS was {eps}.
For the quarter, EPS was {eps} against an estimate of {est}.
Revenue in the report was {ract}, above the estimate of {rest}. | ract>rest
At {ract}, revenue topped the consensus of {rest}. | ract>rest
The surprise of {sur} was positive. | sur+
The market opens at {so}.
The last session closed at {sc}.
H1 2025 results are in the 10-Q; revenue was {s}.
`

// Of two instruments or two metrics: quotients, differences, and values side by side.
const pairs = `
The ratio of Apple's revenue to Microsoft's is {rel}.
Revenue is {rel} that of Microsoft.
At {rel}, Apple's revenue over Microsoft's says who has the reach.
Apple is the company with revenue {rel} that of Microsoft, which leaves Apple room.
The gap in gross margin between Microsoft and Apple is {mgap}.
Apple's total debt is {dex} higher than Microsoft's. | dex+
Total debt is {dex} higher than that of Microsoft. | dex+
Apple's total debt was up {dex} against Microsoft's. | dex+
Microsoft's net income is {mnr} lower than Apple's. | mnr-
Free cash flow is {cfd} higher than net income. | cfd+
Free cash flow over net income is {conv}, a sign of quality.
At {lev}, debt to equity says that leverage is part of the plan.
The company has a {lev} debt to equity ratio.
Debt to equity is {lev}, and net income over equity is {roe}.
Net income over equity is {roe}, and debt to equity {lev}.
Net income was {n}, or {roe} of equity.
Revenue was {s}, or {at} of total assets.
Operating income over interest expense is {cov}, and debt to equity is {lev}.
The difference between total debt and cash is {cdx}.
The close is {prem} higher than the 50-day average. | prem+
The distance from the close to the 200-day average is {head}.
EPS was {beat} higher than the estimate. | beat+
Apple's net income over Microsoft's revenue is {nrel}.
The ratio of Apple's net income to Microsoft's revenue is {nrel}.
Microsoft's net income over revenue is {mnm}.
At Microsoft, net income over revenue is {mnm}.
Gross margin is {mg} at Microsoft against {g} at Apple.
Gross margin was {g} at Apple and {mg} at Microsoft.
The gross margin of {mg} at Microsoft compares with {g} at Apple.
Apple's gross margin is {g}, against {mg} at Microsoft.
Apple reported revenue of {s}, against {ms} for Microsoft.
Revenue came to {s} for Apple and {ms} for Microsoft.
The close was {a} for Apple, {mc} for Microsoft and {na} for Nvidia.
The RSI stands at {r} for Apple against {mr} for Microsoft.
Apple's and Microsoft's closes are {a} and {mc}.
Apple and Microsoft have gross margins of {g} and {mg}.
Total debt is {md} at Microsoft, below the {debt} at Apple. | md<debt
Revenue of {s} at Apple is above the {ms} at Microsoft. | s>ms
Revenue was {s}, against {ms} at Microsoft.
Revenue of {s} is above Microsoft's {ms}. | s>ms
Gross margin is {g}; at Microsoft it is {mg}.
Apple closed at {a} and Nvidia at {na}.
For Apple, revenue was {s}; for Microsoft, it was {ms}.
With weights of {wt} and {mw}, Apple and Microsoft set the tone.
Apple's P/E is {q}, against {mq} for Microsoft.
Competition from Samsung remains, and Apple's revenue was {s}.
Suppliers such as Foxconn and Pegatron follow the plan, and revenue was {s}.
In China and Japan the launch went well, and revenue was {s}.
A deal with Goldman was extended; net income was {n}.
The Federal Reserve kept its course, and the stock closed at {a}.
The Department of Justice filed a suit; the stock closed at {a}.
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

/** A sentence a line. */
export function parseSentences(lines: string): CleanSentence[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => parse(line.replace(/ \|\s*$/, '')))
}

export const cleanSentences: readonly CleanSentence[] = [
  varied,
  technical,
  fundamental,
  news,
  comparison,
  portfolio,
  calendar,
  pairs,
].flatMap(parseSentences)
