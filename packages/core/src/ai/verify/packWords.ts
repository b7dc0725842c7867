import { deflateRawSync } from 'node:zlib'
import { followingWords, knownWords, loadedWords } from './draftWords.ts'
import { codes, firstSign, placeOf, signs, smallest, stemOf } from './vocabulary.ts'
import { words } from './words.ts'

/** What a forger would write beside a value: none of these may be taken for a plain word. */
const loaded = `
  ${loadedWords} accounts acres amperes annually approximately average away barrels baskets billions bitcoin bits bn boxes bps bpd
  bushels bytes calories carats cars cases centimeters clicks clients coins contracts copies credits crowns cubed
  deaths deals degrees deliveries dinar dinars dirham dollars downloads drachma ether families feet fold foot forint gigabytes
  gigawatts grams guilders gwh hectares homes hours households inches items jobs joules kg kilograms kilometers
  kilowatts km koruna kroner kronor kwh lbs leu liters loans lots marks megawatts members meters metres mg microns
  miles millimeters minutes mln mm months mph mwh nanometers ounces oz parts patients pct pence people percent
  percentage percentile pesos pieces pips pixels plants points pounds quarters rand renminbi ringgit riyals rubles rupees
  satoshi sats seats sessions sets shekels shillings shops sigma stories stores subscribers tb tenths terabytes thou ticks
  times tons tonnes trades trucks trn units users vehicles votes watts weeks won yards years yen yuan zloty
  ahead almost behind below beneath bottoms cubed dear dearer dwarfing eclipsed inverse inverted negated negative
  short twofold underwater worsening
`

// What is most often written behind a number, or of what a value is more than something else.
const units = `
  annualized apiece barrels bn bps cents contracts costlier cubed customers dearer dollars employees fiercer euros francs
  gallons hours k lots m miles mln ounces pct pence people percent points pounds pricier rupees smarter squared
  stop stores stories tonnes tons units vehicles won x yen yuan
`
  .trim()
  .split(/\s+/)
  .map(stemOf)

// Too frequent in reports to be refused at random.
const frequent =
  'attention both business currently meanwhile support such figure fund offer outlook pressure prior see support earlier fair modest central next again generation survive transparency upper middle executive chief stop potential head candidate union common bank political exist infrastructure difficult aircraft single artificial broad currency defensive form article quantity known investment announce area chip technical stream conclusion correction done whose way receive begin began application monetary tighten interpret squared rally production foreign relative state provider pricier costlier dearer smarter neutral rather segment signal stretch swing whether'

// Names that a sentence may bring along without evidence.
const companies = `
  abbott abbvie accenture adidas adobe airbus albemarle alibaba allianz alphabet amazon amgen apple astrazeneca barclays berkshire
  blackrock blackstone boeing booking broadcom byd carnival caterpillar chevron chipotle cisco citigroup coinbase
  comcast costco deere dell delta deutsche disney exxon fedex ferrari ford goldman google halliburton hermes hilton
  honda honeywell hsbc hyundai intel intuit kraft linde lilly lockheed lululemon marriott mastercard mcdonald medtronic
  merck meta micron microsoft moderna mondelez morgan nestle netflix nike nintendo nokia novartis novo nvidia oracle
  palantir paypal pepsi pepsico pfizer philips pinterest procter qualcomm ralph roche rolls salesforce samsung sanofi sap schwab
  shell shopify siemens snap snowflake sony spotify starbucks stripe tesla toyota twitter uber unilever verizon visa
  volkswagen walmart wells
`
  .trim()
  .split(/\s+/)
  .map(stemOf)

/**
 * The vocabulary as it is shipped: the places of the stems in a table of hashes, as the steps from one to the next. That takes a third of
 * what the words would. A table takes some words that it does not hold for such that it does: of many seeds the one is taken that does so
 * for the fewest of the words that would matter.
 */
export function packWords() {
  const { plain, link, ...listed } = words
  const kinds = new Map(
    Object.values(listed).flatMap((list, kind) => split(list).map((word) => [stemOf(word), kind] as const)),
  )
  const plainWords = new Map(split(`${plain} ${link}`).map((word) => [stemOf(word), 0] as const))
  return {
    listed: choose(kinds, 80, split(knownWords).map(stemOf), packListed, [
      ...plainWords.keys(),
      ...split(followingWords).map(stemOf),
      ...split(frequent),
      ...companies,
    ]),
    plain: choose(plainWords, 32, split(loaded).map(stemOf), packPlain, [...units, ...companies]),
  }
}

const seeds = 250_000
// A word more that is taken for another is borne for a byte less.
const tolerated = 6
const split = (list: string) => list.trim().split(/\s+/)

/**
 * @param rarity - Of how many words that it does not hold the table takes one for such.
 * @param forbidden - What it may not take for such.
 */
function choose(
  entries: ReadonlyMap<string, number>,
  rarity: number,
  others: readonly string[],
  pack: (places: [place: number, kind: number][]) => string,
  forbidden: readonly string[] = [],
) {
  const strangers = [...new Set(others)].filter((stem) => !entries.has(stem))
  const never = forbidden.filter((stem) => !entries.has(stem))
  const size = entries.size * rarity
  // Which seed wrote a place, and what it wrote there.
  const owners = new Int32Array(size)
  const written = new Uint8Array(size)
  const hash = (word: string, seed: number, size: number) => placeOf(word, { seed, size })
  const isSound = (seed: number) => {
    for (const [entry, kind] of entries) {
      const place = hash(entry, seed, size)
      if (owners[place] === seed && written[place] !== kind) return false
      owners[place] = seed
      written[place] = kind
    }
    return countTaken(never, seed, 1) === 0
  }
  const countTaken = (stems: readonly string[], seed: number, most: number) => {
    let taken = 0
    for (const stem of stems) if (owners[hash(stem, seed, size)] === seed && ++taken >= most) break
    return taken
  }
  let best = { packed: '', seed: 0, size, taken: Number.POSITIVE_INFINITY, cost: Number.POSITIVE_INFINITY }
  for (let seed = 1; seed <= seeds; seed++) {
    if (!isSound(seed)) continue
    const taken = countTaken(strangers, seed, best.taken + tolerated)
    if (taken >= best.taken + tolerated) continue
    const places = new Map([...entries].map(([entry, kind]) => [placeOf(entry, { seed, size }), kind]))
    const packed = pack([...places].sort(([a], [b]) => a - b))
    const cost = taken + deflateRawSync(packed).length
    if (cost < best.cost) best = { packed, seed, size, taken, cost }
  }
  if (best.seed === 0) throw new Error('Every seed puts two words of different kinds in one place.')
  return best
}

/** One sign for each place. What is too far from the one before has another place between. */
function packPlain(places: readonly (readonly [place: number, kind: number])[]): string {
  const last = signs - 1
  let before = 0
  let packed = ''
  for (const [place] of places) {
    for (; place - before > last; before += last) packed += signOf(last)
    packed += signOf(place - before)
    before = place
  }
  return packed
}

/** Two signs for each place: its kind and how often all signs are passed, and how many more. */
function packListed(places: readonly (readonly [place: number, kind: number])[]): string {
  const furthest = signs * Math.floor(signs / codes) - 1
  let before = 0
  let packed = ''
  const write = (kind: number, step: number) => {
    packed += signOf(kind + codes * Math.floor(step / signs)) + signOf(step % signs)
  }
  for (const [place, kind] of places) {
    for (; place - before > furthest; before += furthest) write(codes - 1, furthest)
    write(kind, place - before)
    before = place
  }
  return packed
}

const signOf = (step: number) => String.fromCharCode(firstSign + ((step + smallest - firstSign) % signs))
