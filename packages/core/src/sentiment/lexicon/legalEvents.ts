import type { PolarGroup } from './group.ts'

/** Courts, regulators and politics. What a verb does befalls the one named after it. */
export const legalEvents: readonly PolarGroup[] = [
  {
    rule: 'event.legal',
    weight: -0.8,
    object: true,
    verbs:
      'sue raid arrest convict jail probe investigate indict fine subpoena accuse allege sanction criticize',
    words: 'charged_with crackdown',
  },
  {
    rule: 'event.legal',
    weight: -0.8,
    nouns:
      'lawsuit inquiry penalty allegation litigation fraud bribery scandal misconduct legal_action dispute irregularity crime',
    words:
      'jailed guilty corruption antitrust laundering manipulation fraudulent illegal misleading scrutiny',
  },
  { rule: 'event.settlement', weight: -0.25, verbs: 'settle', nouns: 'settlement' },
  {
    rule: 'event.acquittal',
    weight: 0.6,
    words: 'cleared_of drops_lawsuit wins_appeal',
  },
  {
    rule: 'event.restriction',
    weight: -0.6,
    verbs: 'ban* prohibit restrict bar*',
    nouns: 'trade_war',
  },
  {
    rule: 'event.conflict',
    weight: -0.35,
    nouns: 'war protest attack outbreak pandemic virus coronavirus conflict',
    words: 'unrest',
  },
]
