/**
 * Words that a model may use freely beside a value, inflections included. They say nothing of its size, its way or its kind. A word that is
 * not listed may stand where it can only name or describe something else: see `checkDraft`.
 */
export const knownWords = `
  able about abroad accept accompany accomplish account accounting achieve acknowledge acquire acquisition across act
  action active activity actual actually add additional address adequate adjacent administrative adopt advertising advice
  advise affect afford again against age agency agree agreement ahead aid aim air aircraft airline alert algorithm
  alignment alive all allow along already also alternative although ambition ambitious amid among amortization
  analysis analyst announce announcement annual another answer anticipate antitrust any anything anyway app appeal
  appear appetite apple application apply appoint appreciation approach appropriate approval approve april area argue
  argument arise arrangement arrive art article artificial as ask aspect assemble assess assessment asset assign assist assume
  assumption at attach attempt attend attention attitude attract attractive auction audience audit august authority
  automation automotive available average avoid await award aware away awkward back backdrop backing backlog balance
  band bank bar bargaining base basic basin basis battery battle bear bearish beauty became because become been beer
  before began begin behave behavior behind being belief believe belong bench beside bet between beverage bid bill
  biotech block board boast body bollinger bond book booking borrow borrower both bottle bottleneck bought boundary
  box brand breach break breakdown breakout brief bring broad broadband broadly broker brought budget build built bull
  bullish burden burn business busy but button buy buyback buyer by cable calendar call calm came camera campaign
  candidate candle capability capacity capital capitalization capture car card care career careful carefully cargo
  carrier carry case catalyst category cause caution cautious center central ceo certain chain chairman challenge
  chance change channel chapter character charge chart check checkout chemical chief china chip choice choose choppy
  circumstance claim clarify clarity class classic classify clean clear clearly client climate clinic clinical clock
  close cloud club code collaborate colleague collect combination come comfort comfortable comfortably command comment
  commentary commerce commercial commission commit commitment committee commodity common communication community
  company comparable compare comparison compensate compensation compete competition competitive competitor complete
  completion complex complicate component composition comprehensive compute computer concentrate concentration concept
  concern conclude conclusion concrete condition conduct conference confidence confident confirm confirmation conflict
  connect connection conscious consent consequence conservative consider consideration consist consistent consistently
  consolidate consolidation constant constitute constrain constraint construct construction constructive consult
  consumer consumption contact contain content contest context continue contract contrast contribute contribution
  control convention conversation conversion convert convince convincing cool cooperate corporate corporation correct
  correction correlate correspond cost council counsel counterpart country course court cover coverage create creation
  creative credit creditor crew criterion critic critical criticize cross crowd crude cruise culture cure currency
  current currently curve cushion custom customer cut cycle cyclical dam damage danger dashboard data database date
  day deal dealer debate decide decision declare dedicate deem defend defense defensive define definite definition
  degree delay deliberate deliver delivery demand demographic demonstrate department depend dependable dependence
  deploy deposit depreciation depth derive describe description deserve design desire desk despite destination detail
  detect determine develop developer development device diabetes diagnose diagnosis dialogue did diet differ
  difference different difficult difficulty digest digital diligence direct direction director disagree disagreement
  disappoint disappointment discipline disciplined disclose disclosure discontinue discuss discussion disease dispute
  disrupt disruption distance distribute distribution distributor diverse diversification diversify divest divide
  division do doctor document does dollar domestic donate done door doubt downstream draft draw drawn drew drill drink
  drive driven driver drone drug durable duration during duty dynamic each eager earlier early earn earned ease easily
  east easy ecosystem edge edition education effect effective efficiency efficient effort either elect election
  electric electricity electronic element elsewhere embed embrace emerge emotion emphasis emphasize employ employee
  employment enable encounter encourage end endorse endure energy enforce engage engagement engine engineer
  engineering enhance enjoy enough ensure enter enterprise entertain entertainment enthusiasm enthusiast entire
  entirely entitle entrance entrant entry environment equip equipment equivalent era escape especially essential
  essentially establish estate europe european evaluate even event eventually ever every everyday everything evidence
  evident evolve examination examine example except exception exchange exclude exclusive execute execution executive
  exempt exercise exist existing exit expectation expenditure expense experience experiment expert expertise expire
  explain explanation explore export expose exposure express extend extension extent external eye face facility fact
  factor factory fail fair fairly faith familiar family fan far farm fashion fate father fault favor favorable fear
  feature february federal fee feed feedback feel felt field fight figure file filing fill film filter final finally
  finance financial financing find finding fine finish firm fiscal fit fitness fix flag flagship fleet flexibility
  flexible flight float flow flu fluctuate fly focus fold follow follower food foot footing footprint for force
  forecast foreign forget form formal format formation former formula forward found foundation founder foundry fragile
  frame framework franchise frank free freeze freight fresh friction friday friend front fuel full fully function fund
  fundamental fundamentally funding further future gain game gap gas gate gather gauge gave general generally generate
  generation generator generic geographic geography get gift give given glance global go goal goes going golden gone
  good goods got govern governance government grade grant graph ground group grower guarantee guard guess guest
  guidance guide guideline gulf habit hand handle handset hang happen hard hardship hardware harm has have having he
  head headcount headline headquarter headset headwind health healthcare healthy hear hearing heart heat hedge held
  help here hesitate hesitation high hint hire histogram historical history hold holder holding holiday home honest
  honor hook hope horizon hospital host hotel hour house household how however hub human hurdle hurt hybrid idea ideal
  identify identity idle ignore illustrate image imagine impact impairment implement implication imply import
  importance important impose impression improve in incentive include income inconclusive incorporate incur indeed
  independent index indicate indication indicator individual industrial industry inflation influence inform
  information infrastructure ingredient inherit initial initially initiative inject injury innovation innovative input
  inquiry inside insight inspect inspection inspire install instance instead institution institutional instruction
  instrument insulate insurance insure insurer intact integrate integration integrity intellectual intelligence intend
  intense intent intention interact interest interesting interface interim intermediate internal international
  internet interpret interpretation interrupt intervene intervention interview into introduce introduction invent
  inventory invest investigate investigation investment investor invite involve iron isolate issue issuer item
  iteration itself january japan jet job join joint journalist judge judgment july june jurisdiction just justice
  justify keen keep kept key kind knew know knowledge known label labor laboratory lack land landscape language laptop
  largely last late later latest launch law lawsuit lawyer layer layoff layout lead leadership lean learn lease least
  leave leaving led left legacy legal legislation legitimate lend lender lens less let letter leverage liability
  license licensing life lift like likely limit limited line lineup link liquid liquidity list listen litigation
  little live loan local locate location lock logic logical logistics logo long look loom loss lot low loyal loyalty
  luck luxury machine machinery macro macroeconomic made magazine mail main mainly mainstream maintain maintenance
  major make maker man manage management manager mandate manner manual manufacture manufacturer manufacturing map
  march mark marked market marketing marketplace mass master match material materially matter mature maturity may
  maybe me meal mean meaning meaningful measure measurement mechanic mechanism media medical medicine medium meet
  meeting member membership memory mention menu merchandise merchant merge merger merit message met method methodology
  metric mid middle might migrate migration mildly military mind mine mineral minister mission mistake mitigate mix
  mixed mobile mobility mode model moderate modern modest modestly modify moment momentum monday monetary money
  monitor month mood moral mortgage motion motivate motor mountain move movement moving multinational music must my
  name named namely narrate narrative nation national natural nature navigate near nearby necessary need needle
  negotiate negotiation neighbor network neutral new newcomer news newspaper next niche night no noise noisy none nor
  normal normally notable notably note nothing notice noticeable notion november now nuance nuclear number nurse
  object objection objective obligation observation observe observer obstacle obtain obvious occasion occupy occur
  ocean october off offer office officer official offset oil old once one ongoing online onto open opening operate
  operation operational operator opinion opponent opportunity oppose opposite option optional order orderly ordinary
  organization organize orient origin original originate other otherwise our out outbreak outcome outlet outline
  outlook output outside outstanding overall overhang overseas oversee oversight overview own owner ownership pace
  pack package packaging page paid pain paint panel paper paragraph parent park part partial partially participant
  participate participation particular particularly partly partner partnership party pass passage passenger passive
  past patent path patience patient pattern pause pay payable payer payment payout peace peer penalty pending people
  perceive percent perception perfect perform performance perhaps period permission permit persist person personal
  personnel perspective persuade pertain phase phone photo phrase physical physician pick picture piece pilot pipeline
  pitch place placement plain plan plane planning plant plastic platform play player plead please pledge plot pocket
  point policy political politics pool poor popular popularity portfolio portion portrait position possess possession
  possibility possible possibly post postpone potential power practical practice praise precede precise predict
  predictability predictable prefer preference preferred preliminary premise preparation prepare prescribe
  prescription presence present presentation preserve president press pressure presume prevail prevent previous
  previously price pricing primarily primary principal principle print prior priority privacy private privilege prize
  probably problem procedure proceed proceeding process processing processor procure produce producer product
  production productive productivity profession professional profile profit profitability profitable program progress
  prohibit project prominent promise promising promote promotion prompt proof proper property proposal propose
  prospect protect protection protein protest prove proven provide provider provision provoke psychology public
  publication publicly publish publisher pull pullback purchase pure purpose pursue pursuit push put puzzle qualify
  quality quantity quarter quarterly question quick quickly quiet quietly quit quote race rail rain raise ramp ran
  range rate rather rating rational raw reach react reaction read reader readily reading ready real realistic reality
  realize really reason reasonable reasonably reassess reassure rebalance rebuild recall receipt receivable receive
  recent recently reception recipe recognition recognize recommend recommendation reconsider recover recovery recruit
  recur recurring redeem redemption redesign redirect reduce reduction refer reference refinance refine refinery
  reflect reflection reform refrain refresh refuse regain regard regime region regional register regret regulate
  regulation regulator regulatory reimburse reinforce reinvest reject relate relation relationship relative relatively
  release relevant reliability reliable relief relies rely remain remainder remark remedy remember remind remote
  removal remove renew renewable rent rental reopen reorganize repair repay repeat replace replacement reply report
  represent reputation request require requirement rescue research resell resemble reserve reset reside residential
  resign resilience resilient resist resistance resolution resolve resort resource respect respective respectively
  respond response responsibility responsible rest restaurant restore restrain restraint restrict restriction
  restructure result resume retail retailer retain retention retest rethink retire retirement retreat return reveal
  reverse review revise revision revive reward rhythm ride right rigid rise risk risky river road robust role roll
  rollout room root rotate round route routine rule ruling run runway rural rush sacred sad safe safety said sale
  sample sanction sat satellite satisfaction satisfy saturday save saving saw say scale scan scenario scene schedule
  scheme school science scientific scientist scope screen scrutiny sea seal search season seasonal seasonality seat
  second secondary secret section sector secular secure securities security see seek seem seen segment seize select
  selection selective self sell seller semiconductor send senior sense sensible sensitive sensitivity sent sentence
  sentiment separate separation september sequence series serious seriously serve server service session set setting
  settle settlement setup shadow shake shape share shareholder shelf shell shelter shield shift ship shipment shirt
  shock shoe shop shopper shopping shortage shortly should show showed shown shut sick side sign signal signature
  significance silence silicon silver similar simple simplify simply since single sit site situation skeptic skeptical
  skill sleep sleeve slice slot smart smartphone smooth smoothly snapshot social society software sold solid solution
  solve somehow something sort sought soul sound source south sovereign space span speak special specialist specialty
  specific specifically specify spectrum speech speed spell spend spending spent spin spirit split spoke spokesman
  sponsor sport spot spread spring square stability stabilize stable staff stage stake stakeholder stamp stance stand
  standard standpoint star start startup state statement station statistic status statute stay steadier steady steam
  steel stem step stick still stimulate stimulus stock stomach stood stop storage store stories story straightforward
  strain strategic strategy stream streaming street strength strengthen stress strict strictly strike strip strong
  strongly structural structure struggle student studio study style subject submit subscriber subscription subsequent
  subsidiary subsidy substance substitute succeed success successful such sudden suddenly sue suffer suggest
  suggestion suit suitable suite summary summer sunday supplement supplier supply support supporter supportive suppose
  sure surface surprise surprising surround survey survival survive suspect suspend suspicion sustain sustainable swap
  sweet swing switch symbol sympathy synergy system systematic table tablet tactic tactical tail tailwind take taken
  tale talent talk tangible tape target tariff task taste tax taxation tech technical technically technician technique
  technology telecom telephone television tell temper temporarily temporary tempt tempting tenant tend tendency tender
  tension term terminal territory test testament testify testing text than thank thanks that theft their theme
  themselves then theory therapy there thereby therefore thesis they thing think third thorough those though thought
  thread threat threaten threshold through throughout thus ticker ticket tie tied tight tighten timely timing tobacco today
  together told tolerate tomorrow tone took tool top topic total touch tough tour toward town toy trace track traction
  trade trademark trader trading tradition traditional traffic trail train training transaction transfer transform
  transformation transit transition translate transmission transparency transparent transport travel traveler treasury
  treat treatment trend trial tried trigger trim trip trouble truck true truly trust try tuesday tune turn turnaround
  turnover tweak type typical typically unable uncertain uncertainty unchanged unclear under undergo underline
  underlying understand understandable understood undertake underway underwrite unfold uniform union unique unit unite
  universe university unknown unlike unlock unrealized unresolved until unusual unveil unwind upcoming update upgrade
  upon upstream urge usage use used useful useless user usual utility utilization vacation vaccine valid valuable
  valuation value variable variant variation variety various vary vehicle vendor venture verdict verify version versus
  veteran via viable video view viewer virus visibility visible vision visit visitor vital voice volatile volatility
  volume voluntary vote vulnerable wage wait walk wall want war warehouse warn warning warrant warranty wary wash
  waste watch water wave way we weak weakness wealth weapon wear weather web website wednesday week weekend weigh
  weight welcome well went were west what whatever when whenever where whereas whether which while who whole wholesale
  whom whose why widely wife willing win wind window winner winter wireless wise wish with withdraw withdrawal within
  without witness wonder word work worker workflow workforce workload world worldwide worried worry worse worth
  worthwhile would wrap write writer written wrote yardstick year yesterday yet yield you young your yourself youth
`

/** Words that no sentence of a draft may hold: they say how large, how dear, how likely or how often, in a word of their own. */
export const loadedWords = `
  abundance abundant abysmal acht acme adjusted alleged allegedly almost ample anemic annualize annualized anybody
  apex apiece appallingly approximate approximately astonishing astonishingly astounding astronomical atrocious awash
  awful bagger balloon barely bargain barrels basement beleaguered beyond biggest bilion billon bin bip blistering
  bloated blockbuster blowout bogus boom booming boost bottom bottomless bountiful bps breakneck breathtaking brighten
  brightened brimming broadest bubble bubbly bulk bumper buoyant carnage catastrophe catastrophic ceiling cem cent
  cento century champion cheap cheaply chunk cien ciento cinco cincuenta cinq cinquante cinque circa coincidence
  colossal compounded compounding conceivably considerable considerably constantly contango continually costly
  countless couple cozy crash crater creep crest crippling crore crumble crush cuarenta cuatro cumulative cushy
  deadlock deafening dearer dearth decade decelerate decelerated decelerating decile decimate deeply deflated defunct
  delight depleted derisory despair desperate deux devastate devastating dez dieci diez dilute diluted dirt disaster
  disastrous discount discounted dismal dix doce dodici dois dominance dominant dominate dos double doubled douze
  downbeat downside dozen dozens dramatically drastic drastically drei dreissig drench drie dubious duizend dwa dwarf
  dwindle eclipse economical eins elevated elf embarrassing endless enormous enormously epic erode erosion erupt
  eternal ett euphoria euphoric euro euros evaporate exactly exaggerate exceedingly exceptional exceptionally excess
  excessive excessively exorbitant expensive explode explosion explosive extensive extraordinary extravagant extreme
  extremely fabricate fabricated fabulous fade fake false falsely fantastic feeble fiasco fiction fictional fictitious
  fierce fifth fire flimsy flirt floor flurry foremost forever fourth fourty fraction fractional franc francs frenzy
  frothy frugal fuenf funf fyra gallons gangbusters gargantuan gigantic gloom gloomy glorious glut gobble gorge gossip
  grim grossly grueling gush halb halfway halve halved handful handily handsome handsomely hardly harsh heap heaps
  hearsay heavyweight hefty heights hemorrhage heroic heyday highs historic honderd hover huge hugely huit humble
  humongous hunderd hundered hundert hundra hundreds hyper iki immeasurable immense immensely imminent implode
  impressive incessant incredible incremental inexpensive infinite infinitesimal inflate inflated infrequent
  innumerable insane insatiable insignificant insurmountable intensify intermittent invariably invincible jackpot
  javascript juggernaut jumbo kilos kingdom krona lackluster laggard lakh lakhs landslide languish largest latter
  lavish leader leaderboard leaders lethargic lightning likeliest likelihood limitless lion lira listless liters
  litres loads lofty longest lots lows ludicrous lukewarm majestic majority mammoth mania marginal marginally markedly
  massive massively max maximal maximum measly mediocre mega melt meltdown mere merely meters midpoint miles milestone
  milhao milion milione mille milliard milliarde milliarden milliards millon miniature minimal minimum miniscule
  minority minuscule misery misreport misreported misstate misstated mitad moitie moneymaker monster monstrous
  monumental moon mostly mountainous multiple multiply multiyear mushroom myriad nadir narrowly nearly negen
  negligible neuf neun nil ninty nominal nonexistent nose nosedive nove nowhere nueve numerous obscene obscure ocho
  odds oito ominous onslaught onze organic otto ounces outclass outdo outlandish outlier outnumber outpaced
  outperformance outrageous outsell outsized outsold overblown overbuy overcrowd overdone overextended overflow
  overheated overly overpay overpriced oversize overstretched overtook overvalue overvalued overwhelm overwhelming
  overwhelmingly pair pairs paltry panic parabolic paramount parity peak peanuts peerless pence pennies penny
  penultimate percentile perfectly peril periodic perpetual peso pesos petty phenomenal piddling pinnacle pitiful
  plateau plausibly plentiful plenty plethora plummet plunge plush podium poise ponderous pound pounds practically
  precarious precipitous precisely preeminent premium preponderance preposterous pretend pretends pricey priciest
  pristine probability procent prodigious profound profuse prozent puny purportedly quadrillion quadruple quaranta
  quarante quartile quatre quatro quattro quid quintile quinze raft rampant rapidly rarefied record relentless
  reportedly resounding respectable restated rival riyal roar rocket rouble roughly rout ruble rubles ruinous rumor
  rumored runner rupee rupees sag sanguine saturate scads scant scanty scarce scarcely scarcity scare scorching scores
  screaming scrimp sechs sei seis seismic sept sesiones setback sete sette several severely shabby shallow sharply
  shatter sheer shekel shortfall shrivel shrug sieben siete significantly sizable sizeable sizzling skeletal skimpy
  sky skyrocket slender slew slightly slim slimmer slip sliver slump smaller smallest smash snail snowball soar
  soixante sour soured sparse spectacular spiral splendid sporadic staggering stagnant stampede standstill stark
  starve steal steep steeply stellar sterling sto stratosphere stratospheric streak stretched stun stunning stupendous
  subdued sublime substantial substantially summit sumptuous sunk super superb superior supersize supposed supposedly
  supreme surge surpass surplus swamp swath swell swoon tad tame tank tantamount tausend teem teen telltale tenbagger
  tepid terrific thinly thosand thrash threefold thrive throne throng thump tidal tidy tien tiny tio titanic tjugo
  tonnes tons topmost torrent torrid tower towering tre treinta tremendous tremendously trenta trente tres trickle
  trilion trinta triple tripled trivial trois trough trounce trzy tsunami tumble turbocharge tusen tva twee twelth
  twice twin twintig twnety twofold tysiac tyve ubiquitous uch ultimate ultra umpteen umpteenth unabated unbeatable
  unbeaten unbelievable unbelievably unbounded uncanny undemanding underpriced undershoot undervalue undervalued
  undici undoubted unequal unequaled unheard unlimited unmatched unparalleled unprecedented unprofitable unproven
  unrelenting unrivaled unsurpassed untrue upside utmost utter utterly vanish vast vastly veinte venti verdoppelt
  verdreifacht vertiginous vier vijf vingt vinte virtually voluminous voracious wafer wane wealthiest weighty whale
  whisker whopping wild wildly wither wonderful worst worthless wrong yen yirmi yuan yuz zehn zenith zes zeven zillion
  zip zloty zoom zwanzig zwei zwoelf zwolf
`

/** Words that may stand right behind a value, or behind what it is called: what they say of it is no news. */
export const followingWords = `
  accord action activity allocation allow also among amount analysis analyst appear apply approval back base be begin
  behave behavior belong beside bond book bought bring buy buyback buyer call came center chain change chart close
  closely code come comfortably comprise continue contrast conversion cost could count cover currently cycle define
  department depend development did do does due during earn employ end estimate event exchange expense explain expose
  extend factor fairly figure finish fit flow follow forecast frame gave get give given go goods growth had hand has
  have held help hint hold holder holding imply include index indicate information interest investor issue itself keep
  kept latest leave left level lie lies line list look made make management manager matter mean measure momentum move
  moved name need new now offer open operate option outlook outstanding overall own owner paid pattern pay per
  performance picture place player point pressure price producer product program programme put quote range rating ratio
  reach read reflect release rely remain report represent repurchase require research respectively rest result reward
  right room rule run said say score see seem sell seller sentiment serve set settle setup share shareholder sheet show
  side sign signal sit sold speak spend stand start statement stay still stood structure such suggest support surprise
  team tell test thank that then there though throughout to today together told tone took total trade traded trading
  travel trend turn use value view visibility volatility volume want was week weigh went were what when which while will
  with worldwide worth would year yesterday yet
`

/** What can be counted, beside `words.counted`: an unknown word before it might be a number. */
export const countableWords = `
  article contract country employee factory holder hour line market month owner point product program region segment signal site
  store unit
`

/** What a value would be of, if it stood behind it: `in total`, `per employee`, `after fees`. */
export const scopeWords = `
  aggregate annual average basis constant currency customer day employee fee head hour inflation interest item measure
  minute money month person plan real run share store subscriber tax term ticket today total unit user week year
`

// What several words say together that none of them says, each a pattern.
const phrases = String.raw`
  about \{ | basis points? | after (?:fees|tax) | after tax | a good \{ | a (?:gross|score) (?!margin|profit|income) |
  a (?:lot|ton|touch|notch|shade|hair|brace|string|slew|sliver|far cry) | and change | and counting |
  (?:an|the) edge | anything but | a quarter of | as good as | as (?:many|much|few|little|old|big|large) as |
  a stop at | as \w+ as \{ | at constant | at (?:least|most) | a value at | back to where | before tax | best-in |
  (?:best|worst) (?:close|day|week|month|quarter) | better than even | bounc(?:es|ed) back | broke (?:out|down) |
  by a quarter | by (?:summer|winter|autumn|spring) | came in (?:last|first) | catch(?:es|ing)? up |
  class of its own | clears (?:its|the|their) | closes? in on | close to \{ | coin[- ]flip | cooled off |
  even (?:chance|odds) | every bit of | every (?:other|second|single) | except for | excluding | far from |
  for (?:ages|peanuts|decades) | for a song | for a year | for generations | (?:fresh|new) (?:high|low)s? |
  fully valued | gave back | gave way | give or take | go(?:es|ing) (?:up|down) | head and shoulders |
  (?:held|holds) steady | holiday (?:quarter|season) | hopes? for | (?:if|and) not more | in a class of |
  in a (?:day|week|month|year) | in a row | industry-leading | in real terms |
  in the (?:neighbou?rhood|region|vicinity|dust|basement|doldrums|stratosphere) ? | in the (?:red|black|green) |
  in total | is building | is (?:fat|thin|huge|tiny|massive|lofty|slim) | is (?:off|bid) | keeps? growing |
  lacks? the | last place | last (?:quarter|month|week) (?:was|of) | lights out | like (?:water|clockwork) |
  looks? (?:small|big|large|tiny|huge) | made a killing | mid-teens | (?:monthly|annual) basis | more often |
  net of | next to nothing | next (?:year|month) | no (?:more|less|other|major) | north of | on average | one of |
  on (?:fire|a tear|a roll|record|average|sale) | on the order of | or so | picked up | plus or minus | pro forma |
  refuses? to | rumou?r has | run[- ]rate | run(?:s|ning)? (?:rings|circles) | safe bet | second time | second to |
  shy of | sideways | sold out | south of | (?<!what )stands? out | stay(?:s|ed) put | stone's throw | stood still |
  straight | the (?:former|least) | then some | the number of | through the (?:roof|nose) | time and again |
  took a (?:dive|hit|beating) | took off | top tier | to the (?:moon|hilt|brim) | to the power |
  turn(?:s|ed|ing)? the corner | up to \{ | washed out | weight in gold | went (?:up|down) | went (?:north|south) | where it (?:was|stood) |
  \w*hundert\w* | within (?:reach|a whisker|striking) | worlds? apart | yet to
`

/** What several words of a draft may not say together, and advice to trade. */
export const loadedPhrases = new RegExp(
  String.raw`^(?:buy|sell|short|take) |\b(?:${phrases
    .trim()
    .split(/ \|\s+/)
    .join('|')})\b`,
  'i',
)
