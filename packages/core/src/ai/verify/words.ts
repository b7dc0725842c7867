/**
 * The words that the verifier knows, by what they may do in a sentence. Inflections come with each word (`report` lets
 * `reports`, `reported` and `reporting` stand). A word that is in none of these lists may stand where it can say nothing of a value;
 * `docs/decisions/numbers-by-reference.md` says where that is, and what a word of each list must not be able to do.
 */
export const words = {
  /** Leave a value what it is: may stand directly before it or behind it, or begin a sentence on it. */
  plain: `
    actual already also back base became become bollinger came change come confirm contrast cost demand depend do does
    during ex expose follow frame get give go growth had has have held highlight hit hold imply indicate interest just
    keep latest leave led left level lies made mark mean new now offer outlook outside outstanding overall paid part
    position press price profit put rating ratio reach reading reflect relative remain represent rest result return run
    said say score see sent sentiment set settle shape show sit speak stand still stood such suggest support surprise
    take taken test then there today took trend turn underscore value we went what worth yield
  `,
  /** The same, and stand before a name. */
  link: `
    a about across against among an around at beside between by compare excluding for from in including into its like
    near net of on or the their these those through to toward with within yet
  `,
  /** Begin another part of a sentence, on what was said before. */
  joint: 'after amid and as before despite since than when where which who',
  /** Begin a statement of its own. */
  opener: 'although because but though whereas while',
  /** Stand for a value that was named before. */
  subject: 'it that they this',
  be: 'are be been is so too very was were',
  modal: 'can could may might must should will would',
  not: 'barely hardly if neither no nor unless without',
  /** Name what can be counted or say of what a number holds: not directly behind a slot, where they would be its . */
  counted: `
    analyst buyer company current customer daily day fiscal holder investor last line market month period
    previous quarter range report seller service session share shareholder stock tax term time trade trader unit
    week window year
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
    above ahead beat beyond bigger dwarf eclipse exceed greater larger lead more outpace outperform over
    overshadow overtake overtook richer stronger surpass top tower
  `,
  below: `
    behind below beneath cheaper fewer lag less miss shorter smaller trail under undercut
    underperform weaker
  `,
  higher: 'better faster higher',
  lower: 'lower slower worse',
  equal: 'equal flat identical match parity unchanged',
  rising: `
    accelerate add advance balloon climb expand gain grew grow grown improve increase jump leap
    positive rally rebound rise risen rocket rose skyrocket soar spike strengthen surge up upswing uptick
    uptrend widen
  `,
  falling: `
    collapse crash crater decline decrease deficit diminish dip down downtrend downturn 
    drop dwindle eased erode evaporate fade fall fallen fell lose loss lost narrow negative nosedive plummet
    retreat sag sank shed shrank shrink sink slash slid slide slip slow slump soften tank tumble 
    weaken worsen
  `,
  highest: 'best biggest highest largest peak record strongest',
  lowest: 'lowest smallest weakest worst',
  overbought: 'overbought',
  oversold: 'oversold',
  /** May not stand anywhere: count, scale, rank, deny, or say how large something is. */
  never: `
    almost cent cheap couple crore decade deux douze drei euro expensive fail false fraction lakh leader midpoint
    multiple myriad nearly never nil none once pct per several sieben trio twin unprecedented
    verdoppelt vingt yesterday zwei
  `,
} as const
