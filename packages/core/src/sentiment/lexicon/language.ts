import type { ModifierGroup } from './group.ts'

/**
 * Small words that tell English from its neighbours. Words that two languages share ("die", "in", "on") are left out.
 */
export const language: readonly ModifierGroup[] = [
  {
    kind: 'english',
    words:
      'the of and to in is for that with it its by has have at this will be are an its his her their he she they we i you or which who been were had year company said than more new about into out not just now all',
  },
  {
    kind: 'foreign',
    words:
      'der und das nicht mit für auf ist ein eine einen dem des sich auch wird nach bei aktie aktien gewinn umsatz verlust börse kurs steigt fällt les une dans pour avec sur qui par aux est sont du bénéfice chiffre hausse baisse cours el los las una por para del como más su acciones beneficio ganancias ventas della delle gli che sono nel dei utile azioni och att är för som inte med den ett av på til og ikke het een niet voor van zijn winst não uma dos das com mais pela ações lucro ja oli että myös yhtiö liikevaihto tulos nie się jest przez ve bir için dan yang untuk',
  },
]
