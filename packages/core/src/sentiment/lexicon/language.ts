import type { ModifierGroup } from './group.ts'

/**
 * Small words that tell English from its neighbours. Words that two languages share ("die", "in", "on") are left out.
 */
export const language: readonly ModifierGroup[] = [
  {
    kind: 'english',
    words:
      'the of and to in is for that with it its by has have at this will be are an their he they we you or which were had said than about not',
  },
  {
    kind: 'foreign',
    words:
      'der und das nicht mit auf ist ein eine einen dem auch wird nach bei aktie gewinn umsatz verlust kurs steigt les une dans pour avec sur qui par aux est sont du hausse baisse los las una por para del como su acciones beneficio ventas della delle gli che sono nel utile och att som inte med den ett av og til ikke het een niet voor van zijn winst uma dos com mais pela lucro ja oli sek nie przez ve bir dan yang untuk',
  },
]
