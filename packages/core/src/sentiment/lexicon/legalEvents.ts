import type { PolarGroup } from './group.ts'

/** Courts, regulators and politics. What a verb does befalls the one named after it. */
export const legalEvents: readonly PolarGroup[] = [
  { rule: 'event.legal', weight: -0.8, object: true, verbs: 'sue probe investigate indict fine penalize subpoena raid accuse allege convict prosecute blacklist censure sanction blast slam* criticize scrutinize denounce', words: 'charged_with crackdown' },
  { rule: 'event.legal', weight: -0.8, nouns: 'lawsuit investigation inquiry indictment penalty allegation accusation fraud bribery scandal class_action violation litigation infringement wrongdoing misconduct legal_action dispute irregularity scam cartel crime conspiracy', words: 'jailed guilty corruption antitrust laundering insider_trading manipulation price_fixing fraudulent illegal illegally misleading scrutiny' },
  { rule: 'event.settlement', weight: -0.25, verbs: 'settle', nouns: 'settlement' },
  { rule: 'event.acquittal', weight: 0.6, verbs: 'acquit* exonerate', words: 'cleared_of lawsuit_dismissed dismisses_lawsuit drops_lawsuit drops_probe wins_appeal' },
  { rule: 'event.restriction', weight: -0.6, verbs: 'ban* prohibit boycott restrict bar*', nouns: 'embargo restriction blockade trade_war curfew lockdown quarantine' },
  { rule: 'event.conflict', weight: -0.35, nouns: 'war invasion protest attack outbreak pandemic virus coronavirus conflict row', words: 'terrorism unrest' },
]
