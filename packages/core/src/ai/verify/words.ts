/**
 * The words that prose may be made of, by what they may do there. A closed set, so that whatever counts, compares, scales
 * or turns a statement round is refused without being foreseen: in any language, spelling or slang. Endings of verbs and
 * nouns come with each word (`report` lets `reports`, `reported` and `reporting` stand); `docs/decisions/numbers-by-reference.md`
 * says what a new word must not be able to do.
 */
export const words = {
  /** May stand anywhere. */
  plain: `
    a about according action add after again against all amount an analysis analyst and any are as at back
    balance band base based be because been before began between bollinger bond break broad bullish business
    but buyback by came can capital case change chart claim client come comfortable common compare comparison
    concentration consist consolidation constructive continue contrast cost could coverage current data date
    demand depreciation development did diversification do does due dynamic effect end event evidence exchange
    expenditure expense file financial find finish fiscal flow for foreign form found frame from fund
    fundamental give given go good group growth had has have headwind healthy histogram holding how if in
    index indicate indicator industry intact interest into is it its key know last late latest left level lie
    like line liquidity local long look made manage management matter may mean measure mixed model momentum
    move moved moving must name need net neutral never new news next no not notable note now of on operate
    operation or other our outstanding own paid past pay peer performance portfolio position power press
    previous price produce profit profitability purchase quiet quote range rate ratio read reading real
    reference reflect remain reported research result risk rule run s sale say schedule score sector see sell
    seller sentiment service set settle setup shareholder sheet shift should show shown side signal simple
    since sit size so solid span stand start state stay subject summary surprise swing technical technology
    than that the their them then there they this through throughout to tone topic trading trend true turnover
    unrealized use using usual valuation value view volatility was we weigh weight well were what when where
    whether which while who whose will window with without work worth would
  `,
  /** Name what can be counted or say of what a number holds: not directly behind a slot, where they would be its unit. Nouns: no ending of a verb. */
  counted: `
    annual article bar company contract daily day instrument market month order part period point product
    quarter quarterly report segment session share stock store tax term time today trade unit week year
  `,
  /** Relate: two values of one unit beside such a word would be compared without saying so. */
  loose: `
    around carry cover differ follow free full gap held hold inside leave limit limited narrow near out
    outside reach resistance rest return same support track
  `,
  /** May stand in capitals, which otherwise spell a ticker. */
  capitals: 'ai ceo cfo ebit ebitda eps gaap gdp nasdaq sec us',
  /** Name a metric, which a slot must point at. */
  metric: `
    asset cash close consensus debt dividend earnings equity estimate expect guidance income inventory leverage
    liability margin open revenue sales target volume
  `,
  /** Stand for a relation, which the claim must declare. */
  above: 'above ahead over beat exceed more outperform topped',
  below: 'behind below less miss trail under',
  higher: 'higher',
  lower: 'lower',
  equal: 'equal flat match unchanged',
  rising: `
    accelerate added advance climb expand gain grew grow grown improve increase positive rally rise risen rose
    up widen
  `,
  falling: `
    decline decrease deficit down drop dropped fall fell lose loss lost narrowed negative shed weaken worsen
  `,
  highest: 'best highest',
  lowest: 'lowest',
  overbought: 'overbought',
  oversold: 'oversold',
} as const
