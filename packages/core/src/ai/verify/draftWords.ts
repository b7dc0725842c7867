/**
 * Words that a model may use freely beside a value, inflections included. They say nothing of its size, its way or its kind. A word that is
 * not listed may stand where it can only name or describe something else: see `draftRules`.
 */
export const knownWords = `
  able about abroad absorb accelerator accept accompany accomplish accordingly account accounting achieve acknowledge
  acquire acquisition acquit across act action active activity actual actually add additional additionally address
  adequate adjacent adjust administrative admittedly adopt advertising advice advise affect afford affordability again
  against age agency agility agree agreement ahead aid aim air aircraft airline airport alert algorithm alignment alive
  all allotment allow along already also altcoin alternative although altogether ambassador ambiguity ambition ambitious
  amid among amortization analysis analyst anchor angst announce announcement annual another answer antibody anticipate
  antitrust anxiety any anything anyway app apparel appeal appear appetite apple appliance application apply appoint
  appreciation approach appropriate approval approve april arbitrate area argue argument arise arrangement arrive art
  article artificial as ask aspect assemble assess assessment asset assign assist assortment assume assumption at
  atmosphere attach attempt attend attention attitude attract attractive auction audience audit auditor august authority
  authorize automate automation automotive availability available average avoid await award aware away awkward back
  backdrop backing backlog balance ballot ban band bank banner bar bargaining barge base basic basin basis battery battle
  bear bearish beauty became because become been beer before began begin behave behavior behind being belief believe
  believer bellwether belong bench benefit beside bet between beverage bid bill billboard bind biosimilar biotech
  blizzard block blockchain board boast body bollinger bond bonus book booking borrow borrower both bottle bottleneck
  bought boundary box brace branch brand breach break breakdown breakout brew brief bring broad broadband broadcast
  broadly broker brought budget bug build built bull bullish burden burn business busy but button buy buyback buyer by
  cabinet cable calendar calibrate call calm came camera campaign campus candidate candle cannabis capability capacity
  capital capitalization capture car card cardiology care career careful carefully cargo carrier carry case casino
  catalog catalyst category cause caution cautious caveat ceasefire center central ceo certain certify chain chairman
  challenge chance change channel chapter character charge chart check checkout chemical chief china chip chipmaker
  choice chokepoint choose choppy cinema circulate circumstance city claim clarify clarity class classic classify clean
  clear clearly client climate clinic clinical clock close cloud club coalition code coffee coin collaborate colleague
  collect color combination come comfort comfortable comfortably command comment commentary commentator commerce
  commercial commission commit commitment committee commodity common communication community commuter company comparable
  compare comparison compensate compensation compete competition competitive competitor complacency complete completion
  complex complicate component composition comprehensive compute computer concentrate concentration concept concern
  conclude conclusion concrete condition conduct conference confidence confident confirm confirmation conflict congress
  connect connection conscious consent consequence consequently conservative consider consideration consist consistent
  consistently console consolidate consolidation constant constitute constrain constraint construct construction
  constructive consult consumer consumption contact contain container contemplate content contest context continue
  contract contrast contribute contribution control convention conversation conversely conversion convert convict
  conviction convince convincing cool cooperate corporate corporation correct correction correlate correspond cosmetics
  cost council counsel counterpart country county courier course court cover coverage create creation creative credit
  creditor crew criterion critic critical criticize cross crosscurrent crowd crucially crude cruise cull culture cure
  currency current currently curve cushion custody custom customer cut cyberattack cycle cyclical cyclicality dam damage
  danger dashboard data database datacenter date day deal dealer debate debtor debut decide decision declare dedicate
  deem default defend defense defensive define definite definition degree delay deliberate delinquency delist deliver
  delivery demand demographic demonstrate demote denim depart department depend dependable dependence deploy deposit
  depot depreciation depth deregulation derive describe description deserve design desire desk desktop despite
  destination destiny detail detect determination determine develop developer development device diabetes diagnose
  diagnosis diagnostic dialogue dictate did diet differ difference different difficult difficulty digest digital digitize
  diligence diner direct direction director disagree disagreement disappoint disappointment discipline disciplined
  disclaimer disclose disclosure discontinue discuss discussion disease dismiss dispute disrupt disruption distance
  distribute distribution distributor diverse diversification diversify divest divide division divulge do dock doctor
  document does dollar domestic dominate donate done door doubt downstream downtime draft drama draw drawn drew drill
  driller drink drive driven driver drone drought drug durability durable duration during duty dynamic each eager earlier
  early earn earned earthquake ease easily east easy echo economist ecosystem edge edition editor education effect
  effective efficiency efficient effort either elect election electric electricity electronic element elsewhere embargo
  embed embrace emerge emotion emphasis emphasize employ employee employment enable encounter encourage end endorse
  endorsement endure energy enforce engage engagement engine engineer engineering enhance enjoy enough ensure enter
  enterprise entertain entertainment enthusiasm enthusiast entire entirely entitle entrance entrant entry environment
  episode equip equipment equivalent era escape especially esports essential essentially establish estate europe european
  evaluate even event eventually ever every everyday everything evidence evident evidently evolve examination examine
  example except exception exchange exclude exclusive execute execution executive exempt exercise exist existing exit
  expectation expenditure expense experience experiment expert expertise expire explain explanation exploration explore
  export expose exposure express extend extension extent external eye fab face facility fact factor factory fail fair
  fairly faith familiar family fan far farm farmer fashion fate father fatigue fault favor favorable fear feature
  february federal fee feed feedback feel felt fertilizer field fight figure file filing fill film filter final finally
  finance financial financing find finding fine finish firm fiscal fit fitness fix flag flagship fleet flexibility
  flexible flight float flood flotation flow flu fluctuate fly focus fold follow follower food foot footing footnote
  footprint footwear for force forecast forecaster foreign forget form formal format formation former formula fortune
  forward found foundation founder foundry fragile fragrance frame framework franchise franchisee franchisor frank free
  freeze freight fresh friction friday friend front frost fuel full fully function fund fundamental fundamentally funding
  furlough further furthermore future gadget gain game gamer gap gas gate gather gauge gave gear gene general generally
  generate generation generator generic genome geographic geography geopolitics get gift give given glance glitch global
  go goal goes going golden gone good goods got govern governance government grade grant graph graphics grid grocer
  grocery ground group grower guarantee guard guess guest guidance guide guideline gulf habit hack haggle hand handbag
  handle handset hang hangar happen harbor hard hardship hardware harm has have having hazard he head headcount headline
  headquarter headset headwind health healthcare healthy hear hearing heart heat heatwave hedge held help hence here
  hesitate hesitation hiccup high highlight hint hire histogram historical history hold holder holding holiday home
  honest honor hook hope horizon hospital host hotel hour house household how however hub human hurdle hurricane hurt
  hybrid hydro idea ideal identify identity idle ignore illustrate image imagine impact impairment implant implement
  implication imply import importance important importantly impose impression improve in incentive incidentally include
  income inconclusive incorporate incumbent incur indeed independent index indicate indication indicator indict
  individual industrial industry inflation influence influencer inform information infrastructure ingredient inherit
  initial initially initiative inject injury innovation innovative input inquiry inside insight inspect inspection
  inspire install instance instead institution institutional instruction instrument insulate insulin insurance insure
  insurer intact integrate integration integrity intellectual intelligence intend intense intensify intent intention
  interact interest interesting interestingly interface interim intermediate internal international internet interpret
  interpretation interrupt intervene intervention interview into introduce introduction invent inventory invest
  investigate investigation investment investor invite involve iron isolate issue issuer item iteration itself january
  japan jet jettison jewelry job join joint journalist judge judgment july june jurisdiction just justice justify keen
  keep kept key kind kitchen knew know knowledge known label labor laboratory lack land landlord landscape language
  laptop largely last late later latest launch law lawmaker lawsuit lawyer layer layoff layout lead leadership lean learn
  lease least leave leaving led ledger left legacy legal legislation legitimate lend lender lens less let letter leverage
  liability license licensee licensing licensor life lift like likely likewise limit limited line lineup linger link
  liquid liquidity list listen listener lithography litigate litigation little live loan lobby local locate location lock
  lockup locomotive logic logical logistics logo long look loom loss lot low loyal loyalty luck luxury machine machinery
  macro macroeconomic made magazine mail main mainly mainstream maintain maintenance major make maker mall malware man
  manage management manager mandate manner manual manufacture manufacturer manufacturing map march mark marked market
  marketing marketplace mass master match material materially matter mature maturity may maybe me meal mean meaning
  meaningful meanwhile measure measurement mechanic mechanism media mediate medical medicine medium medtech meet meeting
  member membership memecoin memory mention menu merchandise merchant merge merger merit message met method methodology
  metric metro mid middle midstream might migrate migration mildly military mind mine miner mineral minister ministry
  mirror mission mistake mitigate mix mixed mobile mobility mode model modem moderate modern modernize modest modestly
  modify mold moment momentum monday monetary money monitor month mood moral moreover mortgage mothball motion motivate
  motor motorist mountain move movement movie moving muddy mull multinational music must my name named namely narrate
  narrative nation national natural nature navigate near nearby necessary need needle negotiate negotiation neighbor
  nervousness network neutral nevertheless new newcomer news newspaper next niche night no noise noisy nominate none
  nonetheless nor normal normally notable notably note nothing notice noticeable notion notwithstanding november now
  nuance nuclear number nurse obesity object objection objective obligation observation observe observer obstacle obtain
  obvious occasion occupancy occupy occur ocean october off offer office officer official offload offset offshore oil old
  once oncology one ongoing online onshore onto open opening operate operation operational operator opinion opponent
  opportunity oppose opposite optimism optimist option optional order orderly ordinary organization organize orient
  origin original originate origination other otherwise our out outage outbreak outcome outlet outline outlook output
  outside outstanding overall overhang overhaul overseas oversee oversight overview own owner ownership pace pack package
  packaging page paid pain paint pair panel paper paragraph parcel parent park parliament parse part partial partially
  participant participate participation particular particularly partly partner partnership party pass passage passenger
  passive past patch patent path patience patient pattern pause pay payable payer payment payout payroll peace peer
  penalize penalty pending pension people perceive percent perception perfect perform performance perhaps period
  permission permit persist person personal personnel perspective persuade pertain pessimism pessimist petition
  petrochemical pharma pharmacist phase phone photo phrase physical physician pick picket picture piece pier pilot
  pioneer pipeline pitch pitfall place placebo placement plain plan plane planning plant plastic platform play player
  plead please pledge plot pocket podcast point policy political politics ponder pool poor popular popularity port
  portfolio portion portrait position possess possession possibility possible possibly post postpone potential power
  practical practice praise precede precise predict predictability predictable prefer preference preferred preliminary
  premiere premise preparation prepare prescribe prescription presence present presentation preserve president press
  pressure presume prevail prevent preview previous previously price pricing primarily primary principal principle print
  prior priority privacy private privilege prize probably probe problem procedure proceed proceeding process processing
  processor procure produce producer product production productive productivity profession professional profile profit
  profitability profitable program progress prohibit project prominent promise promising promote promotion prompt proof
  proper property proposal propose prospect prospectus protect protection protein protest protocol prove proven provide
  provider province provision provoke prudence prune psychology public publication publicly publish publisher pull
  pullback pundit purchase pure purpose pursue pursuit push put puzzle qualify quality quantity quarter quarterly
  question quick quickly quiet quietly quit quote race rail railroad railway rain raise ramp ran range ransomware rate
  rather rating rational rattle raw reach react reaction read reader readily reading readjust ready real realistic
  reality realize really reason reasonable reasonably reassess reassign reassure rebalance rebrand rebuild recalibrate
  recall receipt receivable receive recent recently reception recipe recognition recognize recommend recommendation
  reconsider recover recovery recruit recur recurring redeem redemption redesign redirect reduce reduction reemerge
  reevaluate refer reference referendum refinance refine refiner refinery reflect reflection reform refrain refresh
  refuse regain regard regardless regime region regional register regret regulate regulation regulator regulatory
  reimburse reinforce reinsurer reinvest reject relate relation relationship relative relatively relaunch release
  relevant reliability reliable relief relies relist relocate rely remain remainder remark remedy remember remind remote
  removal remove rename renegotiate renew renewable rent rental reopen reorganize repair repay repeat replace replacement
  reply report reporter reposition represent reputation request require requirement rescue research resell resemble
  reserve reservoir reset reshape reside residential resign resilience resilient resist resistance resolution resolve
  resort resource respect respective respectively respond response responsibility responsible rest restart restaurant
  restore restrain restraint restrict restriction restructure result resume resurface retail retailer retain retention
  retest rethink retire retirement retreat return revamp reveal reverse review revise revision revisit revive reward
  rhythm ride rig right rigid rise risk risky river road roadblock roadshow robust role roll rollout room root roster
  rotate round route router routine rule ruling run runway rural rush sacred sad safe safety saga said salary sale sample
  sanction sat satellite satisfaction satisfy saturday save saving saw say scalability scale scan scenario scene schedule
  scheme school science scientific scientist scope screen scrutinize scrutiny sea seal search season seasonal seasonality
  seat second secondary secret secretary section sector secular secure securities securitization security see seek seem
  seen segment seize select selection selective self sell seller semiconductor senate send senior sense sensible
  sensitive sensitivity sent sentence sentiment separate separately separation september sequence series serious
  seriously serve server service session set setting settle settlement setup shadow shake shale shape share shareholder
  shelf shell shelter shield shift ship shipment shipper shirt shock shoe shop shopper shopping shortage shortly should
  show showcase showed shown shut shutter sick side sign signal signature significance silence silicon silver similar
  similarly simmer simple simplify simply since single sit site situation skeptic skeptical skepticism skill skincare
  slate sleep sleeve slice slogan slot smart smartphone smooth smoothly snack snag snapshot sneaker social society soda
  software solar sold solid solution solve somehow something soothe sort sought soul sound source south sovereign space
  span speak special specialist specialty specific specifically specify spectrum speech speed spell spend spending spent
  spin spirit split spoke spokesman sponsor sponsorship spook sport spot spotlight spread spring spur square stability
  stabilize stable stablecoin staff stage stake stakeholder stalwart stamp stance stand standard standardize standpoint
  star start startup state statement station statistic status statute stay steadier steady steam steel steer stem step
  stewardship stick still stimulate stimulus stock stoke stomach stood stop storage store stories storm story storyline
  straightforward strain strategic strategist strategy stream streaming streamline street strength strengthen stress
  strict strictly strike strip strong strongly structural structure struggle student studio study style subject submit
  subscriber subscription subsequent subsidiary subsidy substance substitute suburb succeed success successful such
  sudden suddenly sue suffer suggest suggestion suit suitable suite summary summer sunday supplement supplier supply
  support supporter supportive suppose sure surface surgeon surprise surprising surround survey survival survive suspect
  suspend suspicion sustain sustainability sustainable swap sweet swing swirl switch symbol sympathy syndication synergy
  system systematic table tablet tactic tactical tail tailwind take taken tale talent talk tangible tanker tape target
  tariff task taste tax taxation teaser tech technical technically technician technique technology telecom telephone
  television tell teller temper temporarily temporary tempt tempting tenant tend tendency tender tenor tension term
  terminal terrain territory test testament testify testing tether text than thank thanks that theater theft their theme
  themselves then theory therapy there thereby therefore thesis they thing think third thorough those though thought
  thread threat threaten threshold through throughout thus ticker ticket tie tied ties tight tighten timely timing tobacco
  today together token told tolerate tomorrow tone took tool top topic tornado total touch tough tour toward town toy
  trace track traction trade trademark trader trading tradition traditional traffic trail train training transaction
  transfer transform transformation transit transition translate transmission transparency transparent transport travel
  traveler treasury treat treatment treaty trend trial tried trigger trim trip trouble truck true truly trust trustee try
  tuesday tune turbine turn turnaround turnover tweak tweet type typical typically ultimately unable uncertain
  uncertainty unchanged unclear under undercurrent undergo underline underlying underscore understand understandable
  understood undertake undertone underway underwrite underwriter unease unfold uniform union unique unit unite universe
  university unknown unlike unlock unnerve unrealized unresolved unsettle until unusual unveil unwind upcoming update
  upgrade upon upstart upstream urge usage use used useful useless user usual utility utilization vacancy vacation
  vaccine valid validator valuable valuation value variable variant variation variety various vary vehicle vendor venture
  verdict verify version versus vessel veteran via viable video view viewer village virus visibility visible vision visit
  visitor vital voice volatile volatility volume voluntary vote vulnerable wage wait walk walkout wall wallet want war
  warehouse warn warning warrant warranty wary wash waste watch watcher water wave way we weak weakness wealth weapon
  wear wearable weather weave web website wednesday week weekday weekend weigh weight welcome well went were west what
  whatever when whenever where whereas whether which while who whole wholesale wholesaler whom whose why widely wife
  wildfire willing win wind window winner winter wireless wise wish with withdraw withdrawal within without witness
  wonder word work worker workflow workforce workload world worldwide worried worry worse worth worthwhile would wrap
  write writer written wrote yardstick year yesterday yet yield you young your yourself youth
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
  disastrous discount discounted dismal dix doce dodici dois dominance dominant dos double doubled douze
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
  innumerable insane insatiable insignificant insurmountable intermittent invariably invincible jackpot
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
  overwhelmingly paltry panic parabolic paramount parity peak peanuts peerless pence pennies penny
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
  right room rule run said say score see seem sell seller sentiment serve set settle setup shape share shareholder sheet show
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
  about \{ | (?:far|way) (?:above|ahead|behind|below|beyond|higher|less|lower|more|over|under) | (?:daily|hourly|monthly|quarterly|weekly|yearly|annual) \{ |
  all[- ]time | in excess of | upwards of | basis points? | after (?:fees|tax) | after tax | a good \{ | a (?:gross|score) (?!margin|profit|income) |
  a (?:lot|ton|touch|notch|shade|hair|brace|string|slew|sliver|far cry) | and change | and counting |
  (?:an|the) edge | anything but | a quarter of | as good as | as (?:many|much|few|little|old|big|large) as |
  a pair of | a stop at | as \w+ as \{ | at constant | at (?:least|most) | a value at | back to where | before tax | best-in |
  (?:best|worst) (?:close|day|week|month|quarter) | better than even | bounc(?:es|ed) back | broke (?:out|down) |
  by a quarter | by (?:summer|winter|autumn|spring) | came in (?:last|first) | catch(?:es|ing)? up |
  class of its own | clears (?:its|the|their) | closes? in on | close to \{ | coin[- ]flip | cooled off |
  even (?:chance|odds) | every bit of | every (?:other|second|single) | except for | excluding | far from |
  for (?:ages|peanuts|decades) | for a song | for a year | for generations | (?:fresh|new) (?:high|low)s? |
  fully valued | gave back | gave way | give or take | go(?:es|ing) (?:up|down) | head and shoulders |
  (?:held|holds) steady | hopes? for | (?:if|and) not more | in a class of |
  in a (?:day|week|month|year) | in a row | industry-leading | in real terms |
  in the (?:neighbou?rhood|region|vicinity|dust|basement|doldrums|stratosphere) ? | in the (?:red|black|green) |
  in total | is building | is (?:fat|thin|huge|tiny|massive|lofty|slim) | is (?:off|bid) | keeps? growing |
  lacks? the | last place | last (?:quarter|month|week) (?:was|of) | lights out | like (?:water|clockwork) |
  looks? (?:small|big|large|tiny|huge) | made a killing | mid-teens | (?:monthly|annual) basis | more often |
  net of | next to nothing | no (?:more|less|other|major) | north of | on average | one of |
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

/** Names of a time, which a value would be of where it stands with them. */
export const periodPhrases = /\b(?:next (?:year|month)|holiday (?:quarter|season))\b/i
