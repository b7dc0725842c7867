import { expect, test } from 'vitest'
import { languageOf } from './languageOf.ts'

test.each([
  ['Shares of the company rise after results', 'en'],
  ['Banco de Sabadell to sell its unit in the UK', 'en'],
  ['Der Konzern hebt die Prognose für das Jahr an', 'de'],
  ['Le groupe relève ses objectifs pour les ventes de la marque', 'fr'],
  ['La empresa reduce su deuda con la venta del negocio', 'es'],
  ['Il titolo sale in borsa per la terza seduta', 'it'],
  ['O lucro do banco cai no trimestre com a alta dos juros', 'pt'],
  ['Winst van het bedrijf stijgt met een vijfde', 'nl'],
  ['トヨタの利益が増加', 'ja'],
  ['삼성전자 이익 증가', 'ko'],
  ['公司利润增长', 'zh'],
])('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

test.each(['', 'Apple beats', 'La Quinta de Nada', '12 % 5 mn', 'Zysk spółki wzrósł', 'Прибыль выросла'])(
  'of %j nothing is claimed',
  (text) => {
    expect(languageOf(text)).toBeNull()
  },
)
