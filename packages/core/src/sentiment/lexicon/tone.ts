import type { ToneGroup } from './group.ts'

/** Words that colour a statement. One alone leans; it takes a fact beside it, or a second, to speak. */
export const tone: readonly ToneGroup[] = [
  [
    'tone.strong',
    0.65,
    'strong strongest robust stellar outstanding excellent impressive exceptional blowout bumper brisk',
  ],
  [
    'tone.positive',
    0.5,
    'positive good better great solid healthy favorable profitable successful upbeat optimistic promising encouraging resilient confident bright attractive excited on_track on_course love pleased delighted',
  ],
  [
    'tone.mild',
    0.25,
    'stable steady competitive leading opportunity opportunities potential easy faster innovative efficient reliable',
  ],
  [
    'tone.weak',
    -0.65,
    'weak weakest poor disappointing disappointed disastrous grim severe ugly painful bleak dire',
  ],
  [
    'tone.negative',
    -0.5,
    'negative bad soft sluggish tough difficult challenging subdued troubled struggling uncertain costly unable wrong cautious wary worried concerned hard',
  ],
]
