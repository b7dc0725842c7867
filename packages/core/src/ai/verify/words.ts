/**
 * The words that the verifier knows, by what they may do in a sentence. Inflections come with each word (`report` lets
 * `reports`, `reported` and `reporting` stand). A word that is in none of these lists may stand where it can say nothing of a value;
 * `docs/decisions/numbers-by-reference.md` says where that is, and what a word of each list must not be able to do.
 */
export const words = {
  /** Known to say nothing of a value's size, way or kind. */
  plain: 'do go he i interest latest me modest request rest s test we',
  /** Stand before a name. */
  link: `
    a about across against an around at by compare excluding for from his in including into its like my of on or
    our per the their these those through to toward with within your
  `,
  /** Begin another part of a sentence, on what was said before. */
  joint: 'after amid and as before despite since than when where which who',
  /** Begin a statement of its own. */
  opener: 'although because but if though unless whereas while yet',
  /** Stand for a value that was named before. */
  subject: 'it that they this',
  be: 'are be been is so too very was were',
  modal: 'can could may might must should will would',
  not: 'neither no nor without',
  /** Name what can be counted or say of what a number holds: not directly behind a slot, where they would be its unit. */
  counted: `
    article company current daily day fiscal hour last line market mean month net operate operating period point
    previous quarter range region report segment session share signal stock store tax term time trade unit week
    window year yearly
  `,
  /** May stand in capitals, which otherwise spell a ticker. */
  capitals: 'ai ceo cfo ebitda eps eu gdp sec uk us',
  /** Name a metric, which a slot must point at. */
  metric: `
    asset cash close consensus debt dividend earnings equity estimate expect guidance income inventory leverage
    liability margin open revenue sales target volume
  `,
  /** Stand for a relation, which the claim must declare. */
  above: `
    above ahead beat beyond bigger exceed greater larger more outpace outperform over richer stronger surpass
    top
  `,
  below: 'behind below beneath cheaper fewer less miss smaller trail under underperform weaker',
  higher: 'better faster higher',
  lower: 'lower slower worse',
  equal: 'equal flat identical match unchanged',
  rising: `
    accelerate add advance climb expand gain grew grow grown improve increase jump positive rally rebound rise
    risen rose skyrocket soar strengthen surge up uptrend widen
  `,
  falling: `
    collapse crash decline decrease deficit deteriorate dip down downtrend drop eased fade fall fallen fell lose
    loss lost narrow negative plunge retreat sank shed shrank shrink sink slid slide slip slow slump soften
    tumble weaken worsen
  `,
  highest: 'best biggest highest largest peak strongest',
  lowest: 'lowest smallest weakest worst',
  overbought: 'overbought',
  oversold: 'oversold',
  /** May not stand anywhere: count, scale, rank, deny, or say how large something is. */
  never: `
    almost cent cheap couple decade euro expensive fail false majority mere multiple nearly never nobody none
    north once several south third unprecedented
  `,
} as const
