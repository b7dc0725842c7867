import type { PolarGroup } from './group.ts'

/** Words that colour a statement. One alone leans; it takes a fact beside it, or a second, to speak. */
export const tone: readonly PolarGroup[] = [
  {
    rule: 'tone.strong',
    weight: 0.65,
    adjective: true,
    words:
      'strong strongest robust stellar outstanding excellent impressive exceptional fantastic blockbuster blowout bumper brisk remarkable best',
  },
  {
    rule: 'tone.positive',
    weight: 0.5,
    adjective: true,
    words:
      'positive good better great solid healthy favorable profitable successful upbeat optimistic promising encouraging resilient confident pleased satisfied satisfactory bright attractive impressed exciting excited perfect wonderful amazing beneficial on_track well_positioned game_changer ahead love',
  },
  {
    rule: 'tone.mild',
    weight: 0.25,
    adjective: true,
    words:
      'stable steady nice competitive leading popular safe easier faster efficient innovative reliable opportunity opportunities potential',
  },
  {
    rule: 'tone.weak',
    weight: -0.65,
    adjective: true,
    words:
      'weak weakest poor disappointing disappointed disastrous terrible grim bleak gloomy dire severe ugly painful',
  },
  {
    rule: 'tone.negative',
    weight: -0.5,
    adjective: true,
    words:
      'negative bad soft sluggish tough difficult challenging fragile lackluster tepid subdued pessimistic adverse troubled struggling distressed uncertain costly unable stagnant dangerous wrong vulnerable cautious wary worried concerned alarming downbeat dull skeptical muted hard tougher',
  },
]
