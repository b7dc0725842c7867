import type { PolarGroup } from './group.ts'

/** Words that colour a statement. One alone leans; it takes a fact beside it, or a second, to speak. */
export const tone: readonly PolarGroup[] = [
  {
    rule: 'tone.strong',
    weight: 0.65,
    adjective: true,
    words:
      'strong strongest robust stellar outstanding excellent impressive exceptional superb fantastic blockbuster blowout bumper buoyant brisk spectacular terrific remarkable best',
  },
  {
    rule: 'tone.positive',
    weight: 0.5,
    adjective: true,
    words:
      'positive good better great solid healthy favorable profitable successful upbeat optimistic promising encouraging resilient rosy confident pleased satisfied satisfactory happy delighted lucrative bright attractive vibrant impressed exciting excited perfect wonderful amazing awesome brilliant smooth beneficial on_track well_positioned game_changer ahead love',
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
      'weak weakest poor dismal disappointing disappointed disastrous terrible horrible awful grim bleak gloomy dire severe catastrophic ugly painful brutal',
  },
  {
    rule: 'tone.negative',
    weight: -0.5,
    adjective: true,
    words:
      'negative bad soft sluggish tough difficult challenging fragile lackluster tepid subdued pessimistic adverse troubled ailing embattled struggling beleaguered distressed harsh uncertain costly overpriced unable stagnant turbulent shaky dangerous wrong vulnerable cautious wary worried concerned alarming downbeat dull hostile bitter skeptical muted hard tougher',
  },
]
