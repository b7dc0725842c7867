import type { PolarGroup } from './group.ts'

/** Courts, regulators and politics. What a verb does befalls the one named after it. */
export const legalEvents: readonly PolarGroup[] = [
  {
    rule: 'event.legal',
    polar: -0.8,
    object: true,
    verbs:
      'sue raid arrest convict jail probe investigate indict fine subpoena accuse allege sanction criticize',
    words: 'charged_with crackdown',
  },
  {
    rule: 'event.legal',
    polar: -0.8,
    nouns:
      'lawsuit inquiry penalty allegation litigation fraud bribery scandal misconduct legal_action dispute crime',
    words:
      'jailed guilty corruption antitrust manipulation fraudulent illegal misleading scrutiny admits sentenced mis_selling rules_against',
  },
  { rule: 'event.settlement', polar: -0.25, verbs: 'settle', nouns: 'settlement' },
  {
    rule: 'event.acquittal',
    polar: 0.6,
    words: 'cleared_of',
  },
  {
    rule: 'event.restriction',
    polar: -0.6,
    verbs: 'ban* prohibit restrict bar*',
    nouns: 'trade_war',
  },
  {
    rule: 'event.conflict',
    polar: -0.25,
    nouns: 'war protest attack outbreak pandemic virus coronavirus conflict',
    words: 'unrest',
  },
]
