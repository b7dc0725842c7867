/**
 * The words that prose may be made of, by what they may do there. A closed set, so that whatever counts, compares, scales
 * or turns a statement round is refused without being foreseen: in any language, spelling or slang. Endings of verbs and
 * nouns come with each word (`report` lets `reports`, `reported` and `reporting` stand); `docs/decisions/numbers-by-reference.md`
 * says what a new word must not be able to do.
 */
export const words = {
  /** May stand anywhere. */
  plain: `
    a about according action add after again against all also amount an analysis analyst and any are area as at back
    balance band base based be bearish because been before began between board bollinger bond break broad bullish
    business but buyback buyer by came can candle capital case cautious change chart claim client come comfortable
    common compare comparison concentration consist consolidation constructive continue contrast cost could coverage
    credit current cycle data date deal demand depreciation development did direct diversification do does done
    drive driver due during dynamic effect end event evidence exchange expenditure expense favorable file financial
    find finish fiscal flow for foreign form found frame from fund fundamental give given global go good group
    growth had has have headline headwind healthy histogram holding how however if in index indicate indicator
    industry intact interest into intraday is issue it its key know last late latest left level lie like line
    liquidity local long look made mainly manage management matter may mean measure mixed model momentum move moved
    moving must name need net neutral never new news next no not notable note now of on operate operation or orderly
    oscillator other our outcome outlook outstanding own paid past pattern pay peer performance portfolio position
    power press previous price produce profit profitability purchase quality quiet quote range rate ratio read
    reading real recent reference reflect relative remain reported reporting research resilient result risk robust
    rule run s sale say schedule score sector see sell seller sentiment series service set settle setup shareholder
    sheet shift should show shown side signal simple since sit size so solid source span spending stand start state
    statement stay strength structure subject suggest summary surprise swing technical technology than that the
    their them then there these they this those though through throughout to tone topic traded trading trend true
    turnover underlying unrealized use using usual valuation value view visibility visible volatility was way we weigh
    weight well were what when where whether which while who whole whose will window with without work worth would
  `,
  /** Name what can be counted or say of what a number holds: not directly behind a slot, where they would be its unit. Nouns: no ending of a verb. */
  counted: `
    annual article bar company contract currency customer daily day employee instrument market month order part
    period point product quarter quarterly report segment session share stock store story tax term time today trade
    unit week year
  `,
  /** Relate: two values of one unit beside such a word would be compared without saying so. */
  loose: `
    around carry cover differ different follow free full gap held hold inside leave limit limited narrow near out
    outside reach resistance rest return same support supportive track yield
  `,
  /** May stand in capitals, which otherwise spell a ticker. */
  capitals: 'ai ceo cfo ebit ebitda eps gaap gdp nasdaq sec us',
  /** Name a metric, which a slot must point at. */
  metric: `
    asset cash close consensus debt dividend earnings equity estimate expect guidance income inventory leverage
    liability margin open revenue sales target volume
  `,
  /** Stand for a relation, which the claim must declare. */
  above: 'above ahead over beat exceed greater larger more outperform topped',
  below: 'behind below fewer lag less miss smaller trail under',
  higher: 'higher',
  lower: 'lower',
  equal: 'equal flat identical match unchanged',
  rising: `
    accelerate added advance climb expand gain grew grow grown improve increase jump positive rally rise risen rose
    up widen
  `,
  falling: `
    decline decrease deficit down drop dropped fall fallen fell lose losing loss lost narrowed narrows negative shed
    slip weaken worsen
  `,
  highest: 'best highest',
  lowest: 'lowest worst',
  overbought: 'overbought',
  oversold: 'oversold',
} as const
