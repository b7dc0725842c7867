import type { PolarGroup } from './group.ts'

/** Courts, regulators and politics. What a verb does befalls the one named after it. */
export const legalEvents: readonly PolarGroup[] = [
  [
    'event.legal',
    -0.8,
    'sue raid arrest convict jail probe suspect investigate indict fine subpoena accuse allege sanction criticize slam* blast violate || charged crackdown',
    true,
  ],
  [
    'event.legal',
    -0.8,
    '| lawsuit inquiry penalty allegation litigation fraud bribery scandal misconduct dispute crime wrongdoing class_action cartel | jailed guilty corruption antitrust manipulation illegal misleading scrutiny admits rules_against insider_trading',
  ],
  ['event.settlement', -0.2, 'settle'],
  ['event.acquittal', 0.6, 'win:won_appeal || cleared_of'],
  ['event.restriction', -0.6, 'ban* prohibit restrict bar* | trade_war'],
  ['event.conflict', -0.2, '| war protest attack outbreak pandemic virus coronavirus conflict |'],
]
