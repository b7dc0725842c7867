import type { ModifierGroup } from './group.ts'

/**
 * Small words that tell English from its neighbours. Words that two languages share ("die", "in", "on") are left out.
 */
export const language: readonly ModifierGroup[] = [
  ['english', '|| the of and to for that with it by has at you'],
  [
    'foreign',
    '|| und das mit auf ist ein eine gewinn umsatz de du en la le el il di da les une dans pour sur los las por del och att som den av til med het een niet van aktie des konzern ventes ventas zum tras su un na',
  ],
]
