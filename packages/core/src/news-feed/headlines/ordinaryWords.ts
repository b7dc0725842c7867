const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Words that happen to somebody: one of them, and what it stands in is no name of a publisher. Without their endings. */
export const events = /* @__PURE__ */ words(
  'accept acquir add admit agree aim announc appeal appoint approv arrest ask ax back ban bankrupt bar beat begin bet bid block boost ' +
    'borrow build buy call cancel ceas charg claim clear clos collaps complet confirm consider crash cut deal decid declar declin ' +
    'default defend delay delist deliver deni deny die disappoint ditch doubl downgrad drop dump earn eas end enter enters exceed exit ' +
    'expand expect extend face fail fall fell file find fine fir float forc forecast freez gain get give go gain got halt hik hir hit hold ' +
    'idl increas insolvent intend invest issu join jump keep kill land launch lay lead leav lift list los lose lost lower mak merg miss mull ' +
    'nam near offer open order oust partner pass paus pay paid pick plan plead pledg plot plung post prais pric prob promis ' +
    'propos pull push quit rais rally reach rebound recall recover reduc refus regain reinstat reject releas remov replac report ' +
    'resign restat restart restructur resum retir return reveal ris rise rose rul run said sack say scrap secur see seek sell ' +
    'send serv set settl shed ship shut sign sink sank slash slid slide slip slow slump soar sold spend spin split start stop strik ' +
    'stumbl su sue suffer suppl surg suspend swing tak target terminat test threaten top touch trad trail trim tripl tumbl turn ' +
    'unveil up down updat upgrad urg warn weigh win won withdraw withdrew write warning takeover rescu layoff buyback is are was were will to not no out says',
)

/** What is told of in markets: nobody in particular. A heading of nothing else is a form, and names no one. Without endings. */
export const subjects = /* @__PURE__ */ words(
  'a accounting accounts acquisition agm an and annual appointment asset assets at balance bank block board bond bonds call capital cash ceo ' +
    'cfo chair chairman chairwoman change changes chief chiefexecutive company conference consensus contract coo costs court credit crypto current ' +
    'daily date day deals debt director directorate directors disclosure dividend dividends earnings economy egm eighth eps equity estimates estimate executive ' +
    'extension factory fifth final financechief first for form founder fourth from full fund future futures general gold growth guidance half head high holder ' +
    'holding holdings in income industry inflation insider interest interim investment investor investors ipo job jobs kpi license listing loan long loss ' +
    'losses low major management margin margins market markets meeting merger mid monitoring monthly morning movers nav net new news notice oil ' +
    'on orders outlook own pdmr penny performance period plant position preliminary premarket presentation president price prices producer production profit profits ' +
    'prospectus publication purchase q1 q2 q3 q4 quarter quarterly rate rates rating ratings regulator regulatory related research result results review reviews revenue rights ' +
    'risk sale sales second sector shareholder shareholders shareholding share shares short short-term sixth special spending staff stake standstill statement stock ' +
    'stocks strategy strong submission subsidiary summary talks tariff tariffs tax technology tender term the third total trading transaction ' +
    'transactions transcript treasury unit value volume vote voting wage wages weak weekly with worker workers wrap year yearly yield of',
)

/** What publishers call themselves, whatever else stands in the name. */
export const publications = /* @__PURE__ */ words(
  'advisor advisors advisory agency alert alerts analysis analytics blog brief briefing broadcasting bulletin business cable channel chronicle club ' +
    'courier daily desk digest dispatch echo edition editorial exchange examiner express feed finance financial forum gazette globe guardian ' +
    'herald hub independent inquirer insider insight insights institute intelligence investing investor journal ledger letter live local magazine mail media ' +
    'mercury mirror monitor network networks news newsletter newspaper newsroom newswire newswires observer online outlet paper pictures podcast post press ' +
    'publisher publishing radio record reporter review site sentinel source standard star street sun telegraph television times today trader tribune tv ' +
    'views voice watch watcher weekly wire wires world',
)

/** Words in lower case that stand within a name. */
export const joining = /* @__PURE__ */ words(
  'a an and at by da de del der des di do du e el en et for from i il in la le les of on og the und van von y',
)

/** Words that carry little: copies add and drop them. Directions and denials are none. */
export const small = /* @__PURE__ */ words(
  'a about after amid an and as at be been being but by for from had has have he her his i in into is it its my of on or our she that ' +
    'the their these they this those to was we were which while who will with would you your ' +
    'billion bn million mln mn thousand percent pct cent today tonight yesterday now just here monday tuesday wednesday thursday friday saturday sunday',
)

/** Words that turn what is told into its contrary. */
export const denials = /* @__PURE__ */ words(
  'no not never without nor denies deny denied denying refuses refuse refused wont cannot cant didnt doesnt isnt arent wasnt unlikely fails',
)

/** Of these, those that deny what stands behind them. */
export const particles = /* @__PURE__ */ words('no not never without nor')
