/** Headlines of one to twelve words and more, written for the project. */
export const headlines = [
  'Acme',
  'Acme beats',
  'Halden downgraded',
  'Tarn resigns',
  'Acme cuts dividend',
  'Borealis sues Halden',
  'Halden halts mill',
  'Acme profit warning',
  'Acme raises annual forecast',
  'Acme to buy Borealis',
  'Regulator charges Tarn with fraud',
  'Acme shares fall 8%',
  'Acme cuts 400 jobs in Leeds',
  'Acme raises its full year profit forecast',
  'Halden Steel opens second plant near the coast',
  'Regulator opens an inquiry into accounting at Acme Corp',
  'Acme agrees to sell its packaging unit to Halden Steel',
  'Tarn recalls 40,000 heaters after reports of fires at homes',
  'Acme shares drop as weak orders force a second profit warning',
  'Acme says it will close two plants and move the work abroad',
]

const syllables = 'bra vel tor min qua lo shen dri ka pel mor ux ran til go vis'.split(' ')

/** A word that no list can know; the same for the same number. */
function invented(number: number): string {
  const parts = [number, number >> 4, number * 7 + 3].map((part) => syllables[part % syllables.length])
  const word = parts.join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Publishers of one to four words, domains and accounts. */
export const publishers: readonly ((number: number) => string)[] = [
  (number) => `Publisher${number}`,
  (number) => invented(number),
  (number) => `${invented(number)} ${invented(number + 5)}`,
  (number) => `The ${invented(number)} ${['News', 'Post', 'Times'][number % 3]}`,
  (number) => `${invented(number)} ${invented(number + 3)} of ${invented(number + 9)}`,
  (number) => `${invented(number)} ${invented(number + 1)} ${invented(number + 2)} ${invented(number + 4)}`,
  (number) => `${invented(number).toLowerCase()}${number}.${['com', 'co.uk', 'net'][number % 3]}`,
  (number) => `@${invented(number).toLowerCase()}${number}`,
  (number) =>
    ['Reuters', 'The Wall Street Journal', 'Seeking Alpha', "Barron's", 'Investing.com', 'El País'][
      number % 6
    ] ?? '',
]

export type Wrapping = {
  name: string
  /** The headline as the copy of that number has it. */
  wrap: (headline: string, number: number) => string
  /** Words of the shortest headline that can be told within it. @default 1 */
  fewest?: number
}

const by = (number: number) => publishers[number % publishers.length]?.(number) ?? ''

/** How headlines are passed on. */
export const wrappings: readonly Wrapping[] = [
  ...[' - ', ' | ', '|', ' – ', ' — ', ' · ', ' • ', ' :: '].map((seam) => ({
    name: `headline${seam}publisher`,
    wrap: (headline: string, number: number) => headline + seam + by(number),
  })),
  { name: 'publisher: headline', wrap: (headline, number) => `${by(number)}: ${headline}` },
  ...[' - ', ' | '].map((seam) => ({
    name: `publisher${seam}headline`,
    wrap: (headline: string, number: number) => by(number) + seam + headline,
    // "Halden - Acme" names two, and neither is told of.
    fewest: 2,
  })),
  { name: '(publisher) after', wrap: (headline, number) => `${headline} (${by(number)})` },
  { name: '[publisher] after', wrap: (headline, number) => `${headline} [${by(number)}]` },
  { name: '(publisher) before', wrap: (headline, number) => `(${by(number)}) - ${headline}` },
  { name: 'dateline', wrap: (headline, number) => `NEW YORK (${by(number)}) - ${headline}`, fewest: 2 },
  { name: 'according to', wrap: (headline, number) => `${headline}, according to ${by(number)}` },
  { name: 'reports', wrap: (headline, number) => `${headline}, ${by(number)} reports` },
  { name: 'says', wrap: (headline, number) => `${headline}, says ${by(number)}` },
  { name: 'via', wrap: (headline, number) => `${headline} via ${by(number)}` },
  { name: 'section', wrap: (headline, number) => `${headline} - Markets - ${by(number)}` },
  { name: 'clause', wrap: (headline) => `${headline} - shares fall 8%`, fewest: 2 },
  { name: 'update', wrap: (headline, number) => `Update ${number % 9} - ${headline}` },
  { name: 'UPDATE', wrap: (headline, number) => `UPDATE ${number % 9}-${headline}` },
  { name: 'BREAKING:', wrap: (headline) => `BREAKING: ${headline}` },
  { name: 'BREAKING', wrap: (headline) => `BREAKING ${headline}` },
  { name: 'exclusive', wrap: (headline) => `Exclusive | ${headline}` },
  { name: 'siren', wrap: (headline) => `🚨 JUST IN: ${headline} 🚨` },
  { name: 'dots', wrap: (headline) => `${headline}...` },
  { name: 'mark', wrap: (headline) => `${headline}!!!` },
  { name: 'quotes', wrap: (headline) => `“${headline}”` },
  { name: 'capitals', wrap: (headline) => headline.toUpperCase() },
  { name: 'lower case', wrap: (headline) => headline.toLowerCase() },
  {
    name: 'Title Case',
    wrap: (headline) => headline.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase()),
  },
  { name: 'link', wrap: (headline, number) => `${headline} https://t.co/${number}` },
  { name: 'retweet', wrap: (headline, number) => `RT @desk${number}: ${headline}` },
  { name: 'reply', wrap: (headline, number) => `@desk${number} ${headline}` },
  {
    name: 'retweet with a link',
    wrap: (headline, number) => `RT @desk${number}: ${headline} https://t.co/${number} via Wire`,
  },
  {
    name: 'a question to readers',
    wrap: (headline, number) => `@desk${number} ${headline} https://t.co/${number} what do you think?`,
    // Four words of the desk's own outweigh fewer of the headline.
    fewest: 5,
  },
  {
    name: 'publisher before, source after',
    wrap: (headline, number) => `${by(number)}: ${headline}, according to ${by(number + 1)}`,
  },
  { name: 'counter', wrap: (headline, number) => `${headline} (${number})` },
  { name: 'hashtags', wrap: (headline) => `${headline} $ACM #stocks` },
  { name: 'ticker', wrap: (headline) => `$ACM: ${headline}` },
  { name: 'more', wrap: (headline) => `${headline} - Read more` },
  { name: 'sources', wrap: (headline) => `${headline} - sources` },
  { name: 'entities', wrap: (headline, number) => `&quot;${headline}&quot; &#8211; ${by(number)}` },
  { name: 'markup', wrap: (headline, number) => `<b>${headline}</b> &#124; ${by(number)}` },
  { name: 'hidden letters', wrap: (headline) => [...headline].join('\u200b') },
  { name: 'hard blanks', wrap: (headline) => headline.replaceAll(' ', '\u00a0') },
  { name: 'article', wrap: (headline) => headline.replace(/ (\S+)$/, ' the $1'), fewest: 3 },
  { name: 'today', wrap: (headline) => `${headline} today`, fewest: 2 },
  { name: 'mistyped', wrap: (headline, number) => mistype(headline, number), fewest: 2 },
  {
    name: 'cut short',
    wrap: (headline) => `${headline.slice(0, headline.lastIndexOf(' ') + 3)}...`,
    fewest: 3,
  },
]

/** Every other time with two letters of its longest word in each other's place, or one too few. */
function mistype(headline: string, number: number): string {
  const word = (headline.match(/[A-Za-z]{6,}/g) ?? []).sort((a, b) => b.length - a.length)[0]
  if (!word || number % 2 === 0) return headline
  const at = 1 + ((number >> 1) % (word.length - 3))
  const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  return headline.replace(word, number % 4 === 1 ? swapped : word.slice(0, at) + word.slice(at + 1))
}

/** Of one company, all different. */
export const stories =
  `beats|misses|cuts dividend|raises dividend|cuts jobs|cuts guidance|raises guidance|cuts prices|cuts costs|wins contract|loses contract|
hires chief|fires chief|opens plant|closes plant|buys Halden|buys Borealis|sues Halden|sues Tarn|settles Halden suit|drops Halden bid|
sales rise|sales fall|profit rises|profit falls|shares halted|recalls cars|recalls trucks|names chairman|to delist|target raised to $40|
target raised to $45|target cut to $30|upgraded by Elm|downgraded by Elm|profit up 5%|profit up 8%|wins order in Portugal|
wins order in Spain|denies probe|faces probe|halts mill|reopens mill|delays dividend|delays results|chief resigns|workers strike|
first quarter profit jumps|second quarter profit jumps|warns on profit|warns on sales|
Q1 revenue misses|Q2 revenue misses|wins patent case|loses patent case|drug approved|drug rejected|trial succeeds|trial fails|
raises annual forecast|cuts annual forecast|cuts full year dividend|cuts full year forecast|agrees to buy Halden Steel|
agrees to sell Halden Steel|names Jane Doe chief executive|names John Roe chief executive|opens its second plant in Germany|
opens its second plant in Italy|reports record sales for pumps|reports weak sales for pumps|shares drop as orders weaken|
shares drop as costs rise|wins a five year order from Borealis|wins a two year order from Halden|misses loan payment|files for bankruptcy`
    .replaceAll('\n', '')
    .split('|')
    .map((predicate) => `Acme ${predicate}`)
