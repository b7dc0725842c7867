import type { PolarGroup } from './group.ts'

/** Words that colour a statement. One alone leans; it takes a fact beside it, or a second, to speak. */
export const tone: readonly PolarGroup[] = [
  {
    rule: 'tone.strong',
    polar: 0.65,
    adjective: true,
    words:
      'strong strongest robust stellar outstanding excellent impressive exceptional blowout bumper brisk',
  },
  {
    rule: 'tone.positive',
    polar: 0.5,
    adjective: true,
    words:
      'positive good better great solid healthy favorable profitable successful upbeat optimistic promising encouraging resilient confident bright attractive impressed exciting excited on_track on_course love',
  },
  {
    rule: 'tone.mild',
    polar: 0.25,
    adjective: true,
    words: 'stable steady competitive leading opportunity opportunities potential',
  },
  {
    rule: 'tone.weak',
    polar: -0.65,
    adjective: true,
    words: 'weak weakest poor disappointing disappointed disastrous terrible grim severe ugly painful',
  },
  {
    rule: 'tone.negative',
    polar: -0.5,
    adjective: true,
    words:
      'negative bad soft sluggish tough difficult challenging subdued troubled struggling uncertain costly unable wrong vulnerable cautious wary worried concerned hard',
  },
]
