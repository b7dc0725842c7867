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

// What is most often written behind a number.
const units = ['bn', 'bps', 'k', 'm', 'mln', 'pct', 'x'].map(stemOf)

// Too frequent in reports to be refused at random.
const frequent =
  'attention both business currently meanwhile support such figure fund offer outlook pressure prior see support earlier fair modest neutral rather segment signal stretch swing'

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
    ]),
    plain: choose(plainWords, 32, split(loaded).map(stemOf), packPlain, units),
  }
}

const seeds = 10_000
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
  const size = entries.size * rarity
  const never = forbidden.filter((stem) => !entries.has(stem))
  let best: { seed: number; places: Map<number, number>; taken: number } | undefined
  for (let seed = 1; seed <= seeds; seed++) {
    const at = (stem: string) => placeOf(stem, seed, size)
    const places = new Map([...entries].map(([entry, kind]) => [at(entry), kind]))
    if (
      [...entries].some(([entry, kind]) => places.get(at(entry)) !== kind) ||
      never.some((stem) => places.has(at(stem)))
    )
      continue
    const taken = strangers.filter((stem) => places.has(at(stem))).length
    if (taken < (best?.taken ?? Number.POSITIVE_INFINITY)) best = { seed, places, taken }
  }
  if (!best) throw new Error('Every seed puts two words of different kinds in one place.')
  return {
    packed: pack([...best.places].sort(([a], [b]) => a - b)),
    seed: best.seed,
    size,
    taken: best.taken,
  }
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
