import type { ModifierGroup } from './group.ts'

/**
 * Small words that tell English from its neighbours. Words that two languages share ("die", "in", "on") are left out.
 */
export const language: readonly ModifierGroup[] = [
  {
    modifier: 'english',
    words:
      'the of and to in is for that with it its by has have at this will be are an their he they we you or which were had said than about not',
  },
  {
    modifier: 'foreign',
    words:
      'der und das nicht mit auf ist ein eine einen auch wird aktie gewinn umsatz les une dans pour avec sur qui aux est sont hausse baisse los las una por para del como della gli che sono nel och att som inte den av til ikke het een niet voor van uma dos com lucro nie',
  },
]
