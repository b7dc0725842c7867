/** A CDATA section or comment under way. */
type Section = {
  isComment: boolean
  at: number
  /** The element that it stands in. */
  holder: string | undefined
  /** Where it should have ended, as its element or its entry does. */
  end: number | undefined
  hasEntry: boolean
}

const marks = /<!\[CDATA\[|\]\]>|<!--|-->|<(\/?)([a-z_][\w:.-]*)[^<>]*>/gi

/**
 * Markup with CDATA sections ended that nobody ended, and without comments that were begun only. To a parser they reach to
 * the end of the next one, or of the feed, and hide the entries between.
 *
 * A section has not been ended where its element ends in it, and another section or entry begins afterwards: a text may
 * speak of markup, but no section holds another. Linear in the length of the markup.
 */
export function closeSections(markup: string): string {
  const lastCommentEnd = markup.lastIndexOf('-->')
  const pieces: string[] = []
  let copied = 0
  let section: Section | undefined
  let holder: string | undefined

  /** Writes all up to a place, and goes on behind what is left out there. */
  const repair = (end: number, insert: string, skip: number) => {
    pieces.push(markup.slice(copied, end), insert)
    copied = end + skip
    marks.lastIndex = copied
    section = undefined
    holder = undefined
  }

  marks.lastIndex = 0
  for (;;) {
    const found = marks.exec(markup)
    if (!found) {
      if (section?.end === undefined || section.isComment) break
      repair(section.end, ']]>', 0)
      continue
    }
    const [mark, slash, written] = found
    const name = written?.toLowerCase()
    const isEntry = name === 'item' || name === 'entry'
    const isBegin = mark === '<!--' || mark.startsWith('<![')
    if (!section) {
      if (mark === '<!--' && found.index > lastCommentEnd) repair(found.index, '', mark.length)
      else if (isBegin) {
        section = { isComment: mark === '<!--', at: found.index, holder, end: undefined, hasEntry: false }
      } else if (name !== undefined) holder = slash || mark.endsWith('/>') ? undefined : name
    } else if (mark === (section.isComment ? '-->' : ']]>')) section = undefined
    else if (section.isComment) {
      if (isEntry) section.hasEntry = true
      else if (mark === '<!--' && section.hasEntry) repair(section.at, '', mark.length)
    } else if (section.end !== undefined && ((isEntry && !slash) || mark.startsWith('<!['))) {
      repair(section.end, ']]>', 0)
    } else if (slash ? isEntry || name === section.holder : isEntry) section.end ??= found.index
  }
  return pieces.length === 0 ? markup : pieces.join('') + markup.slice(copied)
}
