const vowelThenY = /[aeiou]y$/

/** The forms of a verb written as in the lexicon: `climb`, `drop*`, `rise:rose:risen`, `lay:laid_off`. */
export function inflectVerb(specification: string): string[] {
  const [head = '', ...particles] = specification.split('_')
  const tail = particles.length === 0 ? '' : `_${particles.join('_')}`
  const [marked = '', irregularPast, participle] = head.split(':')
  const doubles = marked.endsWith('*')
  const base = doubles ? marked.slice(0, -1) : marked
  const stem = doubles ? base + base.slice(-1) : base
  const past = irregularPast ?? pastOf(base, stem)
  const forms = [base, plural(base), past, participle ?? past, gerundOf(base, stem)]
  if (tail === '') for (const noun of actionNouns(base)) forms.push(noun, plural(noun))
  return [...new Set(forms)].map((form) => form + tail)
}

/** What doing it is called: `settlement`, `rejection`, `violation`. Those that do not exist do no harm. */
function actionNouns(base: string): string[] {
  if (/(ct|pt|rupt)$/.test(base)) return [`${base}ion`]
  if (base.endsWith('ate')) return [`${base.slice(0, -1)}ion`]
  if (base.endsWith('ize')) return [`${base.slice(0, -1)}ation`]
  return [`${base}ment`]
}

/** `favorable` → `favorably`; `weak` → `weakly`. */
export function adverbOf(adjective: string): string {
  if (adjective.endsWith('le')) return `${adjective.slice(0, -1)}y`
  if (adjective.endsWith('y')) return `${adjective.slice(0, -1)}ily`
  return adjective.endsWith('ic') ? `${adjective}ally` : `${adjective}ly`
}

/** `company` → `company`, `companies`; a phrase inflects its last word. */
export function inflectNoun(noun: string): string[] {
  return [noun, plural(noun)]
}

function plural(word: string): string {
  if (/(s|x|z|ch|sh|[^aeiou]o)$/.test(word)) return `${word}es`
  if (word.endsWith('y') && !vowelThenY.test(word)) return `${word.slice(0, -1)}ies`
  return `${word}s`
}

function pastOf(base: string, stem: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (base.endsWith('y') && !vowelThenY.test(base)) return `${base.slice(0, -1)}ied`
  return `${stem}ed`
}

function gerundOf(base: string, stem: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (base.endsWith('e') && !base.endsWith('ee')) return `${base.slice(0, -1)}ing`
  return `${stem}ing`
}
