/**
 * Sentences that say more than their slots do, by the way they do it. None declares a comparison.
 *
 * `{a}` close, `{b}` its 50-day average, `{c}` change of the close in percent, `{d}` change of revenue in percent,
 * `{r}` RSI(14), `{v}` volume, `{s}` revenue, `{n}` net income, `{g}` gross margin, `{o}` operating margin,
 * `{e}` earnings per share, `{q}` price to earnings, `{h}` and `{l}` the highest and lowest close of the window.
 */

/** What can stand between two prices and compares them. */
const betweenTwo = `
is north of|is south of|clears|holds over|broke through|dwarfs|is superior to|outpaced|trails|tops|beats|bests
eclipses|surpasses|overshadows|outranks|outstrips|outruns|outweighs|overtook|overtakes|overshoots|undershoots
undercuts|lags|is behind|is ahead of|leads|is in front of|leapfrogged|vaulted past|blew past|sailed past|cruised by
punched through|sliced through|pierced|cut through|breached|crossed|recrossed|penetrated|busted through|poked over
towers over|looms over|hovers over|floats over|rides over|stands over|sits atop|rests on top of|is perched on
is underneath|is beneath|languishes under|slumps under|is buried under|is submerged under|is inferior to
falls short of|comes short of|misses|fails to reach|does not reach|is shy of|stops short of|is no match for
matches|equals|ties|is level with|is on par with|is at par with|is in line with|is the same as|is identical to|mirrors
coincides with|meets|touches|kisses|tags|hits|reached|regained|reclaimed|recaptured|retook|lost|gave up|surrendered
relinquished|ceded|rejected|bounced off|recoiled from|defends|respects|straddles|is detached from|is stretched from
is extended from|is far from|is removed from|is distant from|deviates from|diverges from|departs from|differs from
is greater than|is larger than|is bigger than|is better than|is worse than|is richer than|is cheaper than
is dearer than|is pricier than|is more than|is less than|exceeds|is in excess of|is over and beyond|is past|is beyond
has the upper hand over|has the edge on|dominates|outclasses|outshines|outdoes|one-ups|trumps|trounces|crushes
demolishes|pales beside|pales against|is dwarfed by|is overshadowed by|is outdone by|is topped by|is capped by
is bounded by|is supported by|bows to|yields to|is second to|is next to|runs away from|pulls away from|draws away from
closes in on|gains on|catches up with|converges on|approaches|nears|is within reach of|is a stone's throw from
is a whisker off|is a hair over|is a notch over|is a shade under|is a touch under|is to the upside of
is on the upside of|is on the downside of|is on the right side of|is on the wrong side of|is the better of|is upwards of
commands a premium to|trades at a premium to|trades at a discount to|carries a surplus over|shows a deficit to
is comfortably clear of|is well clear of|is free of|has escaped|has shaken off|shook off|has outgrown|has overcome
conquered|hurdled|jumped|leapt|skipped past|marched through|ran through|fell through|dropped through|plunged through
dipped under|ducked under|slipped beneath|crept over|inched past|edged past|nosed ahead of|flipped|flips|takes out
took out|stopped at|stalls at|is pinned to|is glued to|is anchored at|gravitates to|reverts to|returned to
`

/** What can follow a single price and says where it went. */
const wentAlone = `
soared|rocketed|skyrocketed|cratered|crumbled|tanked|tumbled|swooned|nosedived|collapsed|crashed|imploded|evaporated
ballooned|mushroomed|surged|spiked|popped|jumped|leapt|vaulted|catapulted|rallied|rebounded|recovered|bounced|firmed
strengthened|weakened|softened|sagged|wilted|withered|eroded|slid|slipped|sank|plunged|plummeted|retreated|receded
shrank|contracted|expanded|swelled|widened|narrowed|deteriorated|improved|worsened|ticked up|ticked down|crept up
drifted lower|ground higher|melted up|melted down|caved in|gave way|went up|went down|went north|went south
headed south|pointed up|turned down|turned up|rolled over|topped out|bottomed out|flatlined|stagnated|stood still
stayed put|did not move|moved sideways|held steady|was flat|has momentum to the upside|is in an uptrend
is in a downtrend|is on a tear|is on fire|is in free fall|is under water|is in the red|is in the green|is in the black
is off|is bid|is heavy|is buoyant|is depressed|is elevated|is subdued|is lofty|is steep|is rich|is cheap|is expensive
is undervalued|is overvalued|is overextended|is stretched|is frothy|is overheated|is washed out|is exhausted
is overdone|is oversold|is overbought|took a beating|took a dive|took a hit|hit the skids|bit the dust|shot up
`

/** What makes a price the end of a row. */
const extremes = `
is a new high|is a fresh low|is a record|is the peak|is the trough|is the top|is the bottom|is the ceiling
is the floor|is the summit|is the pinnacle|is the zenith|is the nadir|is the crest|is the best of the month
is the worst of the month|is unmatched|is unrivalled|is unparalleled|is unprecedented|is unsurpassed|is second to none
is the strongest in weeks|is the weakest in weeks|is the loftiest on record|is a multi-year extreme|is an all-time best
is the maximum|is the minimum|is historic|is a milestone|is extreme|is exceptional|is never seen before
is the most in weeks|is the least in weeks|is the largest yet|is the smallest yet|is top of the range
`

const priceUnits = `
francs|rupees|grand|yen|pounds|sterling|pence|pesos|rubles|won|yuan|renminbi|krona|kroner|zloty|forints|lira|reais
rand|dirhams|riyals|shekels|baht|ringgit|rupiah|dong|guilders|marks|euros|bucks|quid|cents|nickels|dimes|sats|satoshis
bitcoins|ether|wei|gwei|basis points|percent|points|pips|ticks|bips|tonnes|barrels|ounces|bushels|gallons|kilos
litres|meters|miles|hours|minutes|seconds|weeks|months|years|decades|quarters|days|people|employees|stores|trades
contracts|lots|units|multiples|degrees|kelvin|watts|euro|franc|rupee|ruble|CHF|INR|k|mn|bn|m|b
`

/** What makes another value of the one that is shown. */
const scaled = `
squared|cubed|annualized|annualised|a year|a month|a week|a day|an hour|a quarter|each|apiece|per share|per employee
per store|per day|per hour|pa|p.a.|yearly|monthly|weekly|daily|quarterly|hourly|combined|in total|on average
in aggregate|net of tax|before tax|after tax|after fees|including fees|excluding costs|ex cash|plus change|and change
and counting|or more|or less|or so|or better|plus|minus|and then some|times over|to the power of itself|compounded
in thousands|in hundreds|in millions|inflation-adjusted|in real terms|in constant currency|at constant prices
in today's money|split-adjusted|on a diluted basis|pro forma|year to date|trailing|run-rate|seasonally adjusted
`

/** Numbers in words, in an English sentence. */
const numberWords = `
two|three|seven|eleven|twelve|thirteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred
a thousand|a million|a billion|a trillion|a zillion|a gazillion|a dozen|a score|a gross|a couple of|a handful of
several|umpteen|a myriad of|half|a third|a quarter of|two-thirds|three-quarters|a fifth|a tenth of|a hundredth of
a pair of|a brace of|a trio of|a quartet of|a decade of|a century of|a baker's dozen|a crore|a lakh|ten lakh|a mil
an order of magnitude|nil|zilch|naught|nought|zip|nada|zero|a googol|a quadrillion|a quintillion|a googolplex
`

const derived = `
doubled|tripled|trebled|quadrupled|quintupled|sextupled|halved|quartered|decimated|rose twofold|rose threefold
rose tenfold|rose a hundredfold|rose manyfold|rose several times over|grew twice|grew thrice|grew by half
grew by a third|went up double digits|fell single digits|grew triple digits|is a multiple of itself|is a double
is a triple|is a three-bagger|is a ten-bagger|moved by a factor of a dozen|rose by leaps of ten
`

const spelled = `
t w o|t-w-o|t.w.o|t_w_o|t/w/o|t*w*o|t​w​o|t·w·o|f-i-v-e|f i v e|t e n|s e v e n|e i g h t|n-i-n-e|f o u r|o n e
tw o|t wo|fi ve|sev en|ele ven|twen ty|hun dred|mil lion|bil lion|thou sand|f-ive|fiv-e|TWO|Two|tWo|FIVE|ｔｗｏ|𝐭𝐰𝐨|𝕥𝕨𝕠
ⓣⓦⓞ|🅃🅆🄾|twо|tԝo|fıve|fïve|fívé|t̶w̶o̶|owt|evif|w two|w-o-t|tee double-u oh|f​ive|mil­lion|hun‑dred
`

const misspelt = `
twnety|fourty|ninty|hunderd|hundered|milion|millon|bilion|billon|trilion|thosand|thousend|eigth|eigthy|nineteeen
fivty|fity|fifteeen|sixten|sevn|sevnty|elven|twelv|twelth|thirten|thirty-fiv|fourtyfive|tirty|tweny|dozzen|duzen
haf|halff|dubbled|doubeld|trippled|quadrupeld|percnt|hundrd|millionn|bilions|tousand|thouzand|sevven|nin|tventy
`

const foreign = `
zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|hundert|tausend|eine Million
Milliarde|halb|doppelt|Hälfte|Dutzend|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante
cinquante|soixante|cent|mille|milliard|moitié|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte
treinta|cuarenta|cincuenta|sesenta|cien|ciento|mil|millón|mitad|doble|tre|quattro|cinque|sei|sette|otto|nove
dieci|undici|dodici|venti|trenta|quaranta|cinquanta|cento|milione|metà|doppio|dois|três|quatro|sete|oito|dez|vinte
cinquenta|cem|milhão|twee|drie|vijf|zes|zeven|tien|twintig|honderd|duizend|två|fem|tio|hundra|tusen|fire|tyve
dwa|trzy|pięć|dziesięć|sto|tysiąc|iki|üç|beş|yirmi|yüz|bin|ni|san|ichi|juu|hyaku|er|wu|shi|bai|wan|два|три|пять
десять|двадцать|сто|тысяча|二|三|五|十|二十|百|千|万|億|둘|다섯|백|דוד|עשרים|خمسة|عشرون|पाँच|बीस|πέντε|είκοσι|quinque|viginti
`

const cells = (text: string) =>
  text
    .trim()
    .split(/[|\n]/)
    .filter((cell) => cell !== '')

const inFrames = (words: string, ...frames: readonly string[]) =>
  cells(words).map((word, index) => (frames[index % frames.length] ?? '').replace('_', word))

export const attacks: Readonly<Record<string, readonly string[]>> = {
  'two values compared': [
    ...inFrames(
      betweenTwo,
      'The close of {a} _ the 50-day average of {b}.',
      'At {a} the close _ its 50-day average of {b}.',
    ),
    'Towering over the 50-day average of {b}, the close stands at {a}.',
    'The 50-day average is {b}; the close, at {a}, makes it look small.',
    'The close of {a} has the 50-day average of {b} for breakfast.',
    'The close of {a}, versus the 50-day average of {b}, is the better number.',
    'Of the close of {a} and the 50-day average of {b}, the former wins.',
    'The close is {a} against a mere {b} for the 50-day average.',
    'The close is {a}, only {b} being the 50-day average.',
    'Revenue of {s} leaves net income of {n} in the dust.',
    'Net income of {n} is the bulk of revenue of {s}.',
    'Net income of {n} is most of revenue of {s}.',
    'Net income of {n} is a sliver of revenue of {s}.',
    'Gross margin of {g} puts operating margin of {o} to shame.',
    'Gross margin of {g} is no longer beneath operating margin of {o}.',
    'The close of {a} > the 50-day average of {b}.',
    'The close of {a} ≫ the 50-day average of {b}.',
    'The close of {a} → the 50-day average of {b}.',
    'The close of {a} ↑ from the 50-day average of {b}.',
    'The close of {a} a b o v e the 50-day average of {b}.',
    'The close of {a} is abоve the 50-day average of {b}.',
    'The close of {a} is abvoe the 50-day average of {b}.',
    'The close of {a} is über the 50-day average of {b}.',
    'The close of {a} está por encima de the 50-day average of {b}.',
  ],
  'a direction of one value': [
    ...inFrames(wentAlone, 'The close of {a} _.', 'With a close of {a} the stock _.'),
    'Rocketing, the close is {a}.',
    'A plunge took the close to {a}.',
    'Bulls pushed the close to {a}.',
    'Sellers knocked the close to {a}.',
    'The close has climbed to {a}.',
    'Volume dried up at {v}.',
    'Volume swelled to {v}.',
    'Revenue growth accelerated, and revenue is {s}.',
    'Revenue growth slowed, and revenue is {s}.',
    'Revenue changed by {d}, a windfall.',
    'Revenue changed by {d}, a setback.',
    'Revenue changed by {d}, an acceleration.',
    'Revenue changed by {d}, a shortfall.',
    'Net income of {n} beats expectations.',
    'Net income of {n} disappoints.',
    'Net income of {n} is a turnaround from losses.',
    'Gross margin of {g} is thin.',
    'Gross margin of {g} is fat.',
    'RSI(14) of {r} signals exhaustion.',
    'RSI(14) of {r} is in nosebleed territory.',
    'RSI(14) of {r} is hot.',
  ],
  'an extreme': inFrames(extremes, 'The close of {a} _.', 'At {a} the close _.'),
  'a unit beside a price': inFrames(
    priceUnits,
    'The close is {a} _.',
    'The close of {a} _ is shown.',
    'Shares closed at {a} _ on the day.',
  ),
  'another value made of one': inFrames(
    scaled,
    'Revenue is {s} _.',
    'Revenue was {s} _ for the company.',
    'Net income is {n} _.',
  ),
  'a number in words': [
    ...inFrames(
      numberWords,
      'The company has _ segments and revenue of {s}.',
      'Revenue is {s}, from _ regions.',
      'Over _ sessions the close is {a}.',
    ),
    ...inFrames(derived, 'Revenue _ and is {s}.', 'Revenue of {s} _.'),
    'Revenue is a million and change, that is {s}.',
    'The target is a round hundred against a close of {a}.',
    'Every other session ends like the close of {a}.',
    'The stock is worth twice the close of {a}.',
    'The close of {a} is one of the top ten.',
    'The close of {a} is the eleventh in a row.',
    'The close of {a} is the second-best.',
  ],
  'a number spaced out or in other letters': inFrames(
    spelled,
    'The close is {a} after _ sessions.',
    'Revenue is {s} in _ segments.',
  ),
  'a number misspelt': inFrames(
    misspelt,
    'The close is {a} after _ sessions.',
    'Revenue is {s} in _ segments.',
  ),
  'a number in another language': inFrames(
    foreign,
    'The close is {a} after _ sessions.',
    'Revenue is {s} in _ segments.',
  ),
  'a digit behind an ordinary name': [
    'The close is {a} on 5G.',
    'Revenue of {s} is mostly 5G dollars.',
    'Revenue of {s} rests on 40G networks.',
    'The close of {a} has a target of 5G.',
    'Revenue of {s} is 4B.',
    'Revenue of {s} is 3M dollars.',
    'Net income of {n} is up 3M.',
    'The close of {a} is at Level 90.',
    'The close of {a} has Level 120 in sight.',
    'Gross margin of {g} heads for Tier 60.',
    'Revenue of {s} was set in Q5 2025.',
    'Revenue of {s} was guided to Q3 90000.',
    'Revenue of {s} comes from H7.',
    'Revenue of {s} is B2B 40.',
    'The close of {a} has a C90 target.',
    'The close of {a} is backed by a 10-K of 50.',
    'The close of {a} is in the S&P 900.',
    'The close of {a} is a double.',
    'The close of {a} is a double top and a double.',
    'Revenue of {s} grew in the single digits.',
    'The close of {a} is two-sided by two.',
    'The close of {a} is net zero by zero.',
    'The Big Three is three, and the close {a}.',
    'Revenue of {s} is a Big Five.',
    'The zero-coupon price of zero is beside {a}.',
    'Year 2040 will see the close of {a} again.',
    'The close of {a} has odds of 3:1.',
    'The close of {a} is #1.',
    'The close of {a} is No. 1.',
    'The close of {a} is version 2.0.',
    'Revenue of {s} is 10x.',
    'Revenue of {s} is 2H guided.',
    'Revenue of {s} is in FY31.',
    'Revenue of {s} carries a IV.',
    'Revenue of {s} has XII segments.',
    'Revenue of {s} has MMXX segments.',
  ],
  'the name of someone else': [
    'The close, Tesla says, is {a}.',
    'The close of Apple, Tesla says, is {a}.',
    'For Tesla, the close was {a}.',
    'As for Chevron, the close was {a}.',
    'In the case of Tesla, the close was {a}.',
    'At Pepsi, the close was {a}.',
    'As Airbus says, the close was {a}.',
    'The stock closed at {a}, Nokia reported.',
    'The stock closed at {a}, and Tesla was quiet.',
    'Business at Tesla was quiet, and the stock closed at {a}.',
    'Demand for Tesla was firm, and the stock closed at {a}.',
    'The view of Tesla: the stock closed at {a}.',
    'Tesla had a good year, and the close was {a}.',
    'Tesla: the close was {a}.',
    'The stock closed at {a}. It is second to its rival.',
    'The stock closed at {a}. It is pricier than its peers.',
    'The stock closed at {a}. It is more expensive than its peers.',
    'Double-digit growth is the goal; revenue was {s}.',
    'The company aims for net zero; revenue was {s}.',
  ],
  'a negation or a condition': [
    'The close of {a} is not {b}, the 50-day average.',
    'Revenue is not {s}.',
    'Revenue was never {s}.',
    'Revenue is nowhere near {s}.',
    'Revenue is hardly {s}.',
    'Revenue is barely {s}.',
    'Revenue is almost {s}.',
    'Revenue is nearly {s}.',
    'Revenue is far from {s}.',
    'Revenue is at least {s}.',
    'Revenue is at most {s}.',
    'Revenue is up to {s}.',
    'Revenue is anything but {s}.',
    'Revenue is no {s}.',
    'Revenue is merely {s}.',
    'Revenue is as much as {s}.',
    'Revenue is as little as {s}.',
    'Revenue is a whopping {s}.',
    'Revenue is a paltry {s}.',
    'Revenue would be {s} without it.',
    'Revenue will be {s}.',
    'Revenue could reach {s}.',
    'Revenue should be {s} next year.',
    'Analysts expect revenue of {s}.',
    'Guidance is for revenue of {s}.',
    'The target price is {a}.',
    'A stop at {a} makes sense.',
    'Buy at {a}.',
    'Short the stock at {a}.',
    'Take profits at {a}.',
  ],
}

/** Texts outside claims. */
export const titleAttacks: readonly string[] = `
Up forty|Two reasons to own it|A t w o part story|Twenty sessions|Up by half|Margins doubled|Above the average
Outpaces its peers|Trails the market|A new high|Dwarfs rivals|Zwanzig Sessions|Veinte sesiones|Hunderd reasons
North of the average|Soared|Cratered|Clears its average|Ⅻ reasons|Up ５ %|Five-year plan|Tenfold|Record volume
Fourty sessions|Growth of a thousand|Milliarde|40G|5G dollars|Level 90|Tier 60|Q5 2025|3M dollars|10x
`
  .trim()
  .split(/[|\n]/)
