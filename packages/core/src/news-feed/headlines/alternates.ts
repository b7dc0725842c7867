import { stemOf } from './stemOf.ts'
import { meantBy, wordsFor } from './synonyms.ts'

/**
 * Words of which a desk takes one for another in the same story, though each may tell a story of its own: a "deal" is not
 * always a "contract". They are no synonyms at first sight, only where so many tell the story that nobody tells another in
 * the rest of its words. A word may be in several groups, which are not one for that.
 */
const groups = [
  // What is told of.
  'dividend payout distribution',
  'forecast outlook guidance target view projection',
  'estimate expectation forecast consensus prediction view',
  'profit earnings income result',
  'loss deficit',
  'sales revenue turnover',
  'margin profitability',
  'costs expenses spending',
  'contract deal order agreement pact accord',
  'merger tie-up combination deal',
  'takeover acquisition buyout purchase deal',
  'bid offer approach proposal',
  'stake holding shareholding interest',
  'loan credit facility',
  'debt borrowings',
  'chief boss head ceo',
  'chairman chair',
  'job position role post',
  'staff workforce employees workers personnel headcount',
  'layoff redundancy dismissal',
  'strike walkout stoppage',
  'union labour',
  'plant factory facility site works mill',
  'shop store outlet branch',
  'office premises',
  'unit division arm business subsidiary branch',
  'car vehicle auto automobile',
  'truck lorry',
  'van vehicle',
  'plane aircraft jet airplane',
  'ship vessel',
  'phone handset smartphone',
  'chip semiconductor',
  'drug medicine treatment therapy medication',
  'vaccine jab shot',
  'trial study test',
  'patient participant',
  'customer client buyer consumer shopper',
  'supplier vendor',
  'rival competitor peer',
  'partner ally',
  'investor shareholder stockholder',
  'lender bank',
  'regulator watchdog authority',
  'government state',
  'court judge',
  'lawsuit suit case claim litigation action',
  'fine penalty',
  'probe investigation inquiry inquest review',
  'bribery corruption graft',
  'fraud deception',
  'scandal affair',
  'attack assault hack breach strike',
  'outage blackout disruption failure',
  'fire blaze',
  'accident crash incident',
  'doubt concern worry fear question',
  'risk danger threat hazard',
  'problem issue trouble difficulty fault flaw defect',
  'shortage scarcity lack',
  'demand appetite orders',
  'growth expansion increase',
  'decline drop fall decrease downturn slump',
  'rise increase gain jump growth',
  'approval clearance authorisation authorization permission nod backing',
  'licence license permit',
  'launch introduction release',
  'plan proposal scheme strategy',
  'revamp overhaul restructuring reorganisation shakeup',
  'year annual yearly',
  'quarter quarterly',
  'record all-time',
  'warning alert',
  'dispute row conflict',
  'talks negotiations discussions',
  'buyback repurchase',
  // What is done.
  'announces unveils reveals discloses presents',
  'reports posts books logs records delivers',
  'says states tells',
  'expects sees forecasts predicts projects anticipates',
  'confirms verifies acknowledges',
  'agrees accepts approves backs',
  'opens starts launches begins initiates',
  'ends stops halts concludes finishes',
  'builds constructs',
  'downgraded downgrade cut lowered',
  'upgraded upgrade raised lifted',
  'beats tops exceeds surpasses outstrips outperforms',
  'misses lags undershoots trails',
  'wins secures lands bags clinches gets gains obtains receives nabs scores',
  'loses forfeits',
  'buys acquires purchases takes snaps',
  'sells divests offloads disposes',
  'faces confronts fights',
  'sues files',
  'fined penalised penalized',
  'sued taken',
  'bankrupt insolvent insolvency bankruptcy',
  'resigns quits departs leaves exits',
  'fires sacks ousts removes dismisses',
  'names appoints hires picks taps',
  'hit struck hurt dented harmed damaged battered pounded',
  'hurts harms dents damages hits weighs',
  'helps aids supports boosts',
  'pulls withdraws recalls',
  'delays postpones defers',
  'scraps cancels abandons drops ditches axes shelves',
  'closes shuts shutters',
  'sheds cuts axes slashes',
  'expands extends grows broadens',
  'rises climbs grows gains increases advances',
  'soars jumps surges leaps rockets spikes climbs',
  'plunges tumbles sinks slumps plummets crashes dives',
  'falls drops declines slips slides sinks decreases dips',
  'widens grows increases deepens',
  'narrows shrinks',
  'weakens softens slows cools',
  'strengthens improves',
  'returns swings',
  // How.
  'strong robust solid healthy firm brisk',
  'weak soft sluggish tepid subdued slack poor',
  'big large major huge sizeable massive giant',
  'bigger larger greater wider',
  'small minor modest',
  'smaller lower lesser',
  'higher rising increased greater',
  'lower falling reduced',
  'sharply steeply heavily strongly',
  'strongly sharply markedly',
  'surprise unexpected shock',
  'faulty defective flawed',
  'misleading false deceptive',
  'new fresh latest',
  'early initial',
  'final last',
  'global worldwide international',
  'domestic local',
  'after following',
  'as while amid',
  'due owing thanks',
  'despite notwithstanding',
]

const withStem = /* @__PURE__ */ byStem(groups.map((group) => group.split(' ')))

function byStem(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>()
  for (const list of lists)
    for (const word of list) found.set(stemOf(word), [...(found.get(stemOf(word)) ?? []), list])
  return found
}

/** Whether a desk may take one word for the other, in whatever number and tense. */
export function areAlternates(word: string, other: string): boolean {
  const stem = stemOf(word)
  return (
    meantBy(stem) === meantBy(stemOf(other)) ||
    (withStem.get(stemOf(other)) ?? []).some((group) => withStem.get(stem)?.includes(group))
  )
}

/** All words that may stand for one. */
export function alternatesFor(word: string): readonly string[] {
  return [...wordsFor(word), ...(withStem.get(stemOf(word)) ?? []).flat()]
}
