import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headlineCases, movementCases, socialCases } from './cases/index.ts'
import { createSentimentAnalyzer } from './createSentimentAnalyzer.ts'
import { tokenize } from './text/tokenize.ts'

const analyzer = createSentimentAnalyzer()

/** Text made of what the engine knows, in any order, with noise between. */
const fragments = [...movementCases, ...headlineCases, ...socialCases].flatMap(({ text }) => text.split(' '))
const financialText = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fragments) }, fc.string({ unit: 'binary' })), {
    maxLength: 60,
  })
  .map((words) => words.join(' '))

describe('evidence', () => {
  test('adds up to the score exactly, whatever the text and the order of adding', () => {
    fc.assert(
      fc.property(financialText, (text) => {
        const { score, evidence } = analyzer.analyze(text)
        expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBe(score)
        expect(evidence.reduceRight((sum, { weight }) => sum + weight, 0)).toBe(score)
        expect(Math.abs(score)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  test('points into the text, in order of appearance', () => {
    fc.assert(
      fc.property(financialText, (text) => {
        let previous = 0
        for (const { start, end, rule, weight } of analyzer.analyze(text).evidence) {
          expect(start).toBeGreaterThanOrEqual(previous)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(rule).toMatch(/^[a-z]+(\.[a-z]+)?$/)
          expect(Math.abs(weight)).toBeLessThanOrEqual(1)
          previous = start
        }
      }),
      { numRuns: 300 },
    )
  })

  test('of an entity adds up to its own score', () => {
    fc.assert(
      fc.property(financialText, (text) => {
        const { evidence, entities } = analyzer.analyze(text, {
          entities: ['Halden Steel', 'Kestrel Air', 'Velda'],
        })
        for (const entity of entities) {
          expect(
            entity.evidence.reduce((sum, index) => sum + (evidence[index]?.weight ?? Number.NaN), 0),
          ).toBe(entity.score)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('covers the movement and what moves', () => {
    const text = 'Operating profit of the group rose 12 %.'
    const [finding] = analyzer.analyze(text).evidence
    expect(text.slice(finding?.start, finding?.end)).toBe('profit of the group rose')
  })
})

describe('entities', () => {
  test('of one headline get different signs', () => {
    const { entities } = analyzer.analyze('Apple beats while Samsung misses', {
      entities: ['Apple', 'Samsung'],
    })
    expect(entities.map(({ id, label }) => [id, label])).toEqual([
      ['Apple', 'positive'],
      ['Samsung', 'negative'],
    ])
  })

  test('are found by name, alias, ticker and name without legal form', () => {
    const entities = [
      { id: 'equity:HLDN', name: 'Halden Steel Oyj', aliases: ['Haldens'], tickers: ['HLDN'] },
    ]
    const text = 'Halden Steel Oyj, Halden Steel, Haldens, $HLDN and HLDN, but not hldn or Halden.'
    const [entity] = analyzer.analyze(text, { entities }).entities
    expect(entity?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Halden Steel Oyj',
      'Halden Steel',
      'Haldens',
      '$HLDN',
      'HLDN',
    ])
  })

  test('that are cashtags need no announcement', () => {
    expect(analyzer.analyze('$TARN soars 9%').entities).toMatchObject([{ id: 'TARN', label: 'positive' }])
  })

  test('whose names are words do not colour the text', () => {
    const entities = ['Best Buy', 'Progressive', 'Target']
    expect(analyzer.analyze('Best Buy and Target open next to Progressive', { entities }).evidence).toEqual(
      [],
    )
  })

  test('of the analyzer and of the call are both looked for', () => {
    const own = createSentimentAnalyzer({ entities: ['Halden Steel'] })
    const { entities } = own.analyze('Halden Steel sues Voltaic', { entities: ['Voltaic'] })
    expect(entities.map(({ id, label }) => [id, label])).toEqual([
      ['Voltaic', 'negative'],
      ['Halden Steel', 'neutral'],
    ])
  })

  test('of the analyzer are listed where a text names them, those of the call always', () => {
    const own = createSentimentAnalyzer({ entities: ['Halden Steel', 'Kestrel Air'] })
    const { entities } = own.analyze('Kestrel Air beats estimates', { entities: ['Voltaic'] })
    expect(entities.map(({ id }) => id)).toEqual(['Voltaic', 'Kestrel Air'])
  })

  test('that are given twice are one', () => {
    const own = createSentimentAnalyzer({ entities: [{ id: 'HLD', name: 'Halden Steel' }] })
    const { entities } = own.analyze('Halden beats while $HLD falls', {
      entities: [{ id: 'HLD', name: 'Halden' }],
    })
    expect(entities).toMatchObject([{ id: 'HLD', mentions: [{ start: 0 }, { start: 19 }] }])
  })

  test('with the longer name win, whoever announced them', () => {
    const own = createSentimentAnalyzer({ entities: ['Halden Steel'] })
    const { entities } = own.analyze('Halden Steel beats', { entities: ['Halden'] })
    expect(entities.map(({ mentions }) => mentions.length)).toEqual([0, 1])
  })

  test('of the analyzer, five thousand of them, cost a text no more than none', () => {
    const many = Array.from({ length: 5_000 }, (_, number) => ({
      id: `equity:T${number}`,
      name: `Halden${number} Steel`,
    }))
    const time = (own: typeof analyzer) => {
      const begin = performance.now()
      for (let round = 0; round < 200; round++)
        own.analyze('Halden17 Steel beats estimates while Halden18 Steel misses')
      return performance.now() - begin
    }
    const own = createSentimentAnalyzer({ entities: many })
    time(own)
    expect(Math.min(time(own), time(own), time(own))).toBeLessThan(200)
  })

  test.each([' ', ', Inc', ' Co'])('called by 500,000 characters of %j are made in no time', (unit) => {
    const name = `Halden${unit.repeat(500_000 / unit.length)}`
    const begin = performance.now()
    expect(analyzer.analyze('Halden beats', { entities: [{ id: 'HLD', name }] }).entities).toHaveLength(1)
    expect(performance.now() - begin).toBeLessThan(1_000)
  })

  test('are linked in a text of ten thousand cashtags in the time of its length', () => {
    const text = Array.from(
      { length: 10_000 },
      (_, number) => `$T${number.toString(36).replace(/\d/g, 'q')}`,
    ).join(' ')
    const begin = performance.now()
    expect(analyzer.analyze(text).entities.length).toBeGreaterThan(1_000)
    expect(performance.now() - begin).toBeLessThan(2_000)
  })

  test('that are not named get neither mention nor score', () => {
    const { entities } = analyzer.analyze('Shares fell 4 %.', { entities: ['Voltaic'] })
    expect(entities).toEqual([{ id: 'Voltaic', label: 'neutral', score: 0, evidence: [], mentions: [] }])
  })
})

describe('bad input', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['lone surrogates', '\ud83d profit \udc00 rose \ud800\ud800'],
    ['a thousand nested quotes', `${'"'.repeat(1000)}Profit rose${'"'.repeat(1000)}`],
    ['a thousand nested brackets', `${'('.repeat(1000)}5 %${')'.repeat(1000)}`],
    ['letters that grow in lower case', 'İİİİ PROFIT ROSE İİİİ'],
    ['zero width and bidi characters', 'pro\u200bfit \u202erose'],
    ['digits without end', '9'.repeat(50_000)],
    ['dots and commas in a number', '1,2.3,4.5,6.7,8 profit'],
    ['letters and digits without end', 'a1'.repeat(50_000)],
  ])('%s is read without a throw', (_, text) => {
    const result = analyzer.analyze(text, { entities: ['Voltaic'] })
    expect(Number.isFinite(result.score)).toBe(true)
    expect(result.confidence).toBeGreaterThanOrEqual(0)
    expect(result.confidence).toBeLessThanOrEqual(1)
  })

  test('ten megabytes are read up to the limit and say so', () => {
    const text = 'Profit rose. '.repeat(800_000)
    const { flags, evidence, score } = analyzer.analyze(text)
    expect(flags).toContain('truncated')
    expect(evidence.every(({ end }) => end <= 100_000)).toBe(true)
    expect(score).toBeLessThanOrEqual(1)
    expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBe(score)
  })

  test.each(['a', '9', 'a.', '1,', "a'b", '$a.', ' .5', '-', '\ud800', 'http'])(
    'four million characters of %j neither exhaust the stack nor take long',
    (unit) => {
      const reader = createSentimentAnalyzer({ maxCharacters: Number.POSITIVE_INFINITY })
      const begin = performance.now()
      reader.analyze(unit.repeat(4_000_000 / unit.length))
      expect(performance.now() - begin).toBeLessThan(15_000)
    },
  )

  test('the number of tokens grows with the length, not faster', () => {
    const unit = 'Net sales of EUR 4.5 mn rose 3 % (EUR 4.1 mn), "said" $ABC! '
    const one = tokenize(unit).length
    expect(tokenize(unit.repeat(500)).length).toBe(one * 500)
  })

  test.each([
    ['Der Umsatz ist gestiegen und der Gewinn auch.'],
    ['Le bénéfice est en hausse pour une deuxième année.'],
    ['Las ventas subieron por una fuerte demanda del mercado.'],
    ['Прибыль компании выросла на 20 %.'],
    ['公司利润增长百分之二十。'],
    ['أعلنت الشركة عن أرباح قياسية'],
    ['회사의 이익이 증가했다'],
    ['El beneficio de la empresa cayó un 5 %'],
    ['Zysk spółki wzrósł o 5 proc.'],
    ['Şirketin kârı yüzde 5 arttı'],
    ['Winst stijgt met 5 procent bij het bedrijf'],
    ['Die Aktie steigt um 5 Prozent'],
    ['Ventas y beneficio suben'],
    ['Baisse des ventes'],
    ['ПРИБЫЛЬ КОМПАНИИ ВЫРОСЛА'],
    ['Fortum laskee osinkoa'],
    ['Norsk Hydro kutter produksjonen'],
    ['Akcje rosna po wynikach'],
    ['Sirketin kari yuzde artti'],
    ['Telefonica recorta dividendo'],
    ['Eni aumenta il dividendo'],
    ['Lufthansa streicht tausend Stellen'],
    ['Bayer senkt Prognose'],
    ['Siemens hebt Prognose an'],
    ['Zahlen enttäuschen Anleger'],
    ['Gewinnwarnung belastet Aktie'],
    ['Renault supprime deux mille postes'],
    ['Baisse des prix'],
    ['Airbus relève ses prévisions'],
    ['Santander gana un tercio más'],
    ['Acciones caen tras resultados'],
    ['Enel taglia il dividendo'],
    ['Perdite oltre le attese'],
    ['Bedrijf ontslaat honderden werknemers'],
    ['Aandelen dalen na cijfers'],
    ['Petrobras reduz preço'],
    ['Lucro da Vale cai'],
    ['Overskuddet falder kraftigt'],
    ['Volvo varslar femhundra anställda'],
    ['Osake nousi jyrkästi'],
    ['Orlen podnosi prognozy'],
  ])('another language is neutral, flagged and not trusted: %s', (text) => {
    expect(analyzer.analyze(text)).toMatchObject({ label: 'neutral', score: 0, flags: ['foreign'] })
    expect(analyzer.analyze(text).confidence).toBeLessThan(0.2)
  })

  test.each(['Vestas vinder stor sag', 'Beurs sluit lager', 'Quarx drelm brim'])(
    'a text without a word that is known is neutral and not trusted: %s',
    (text) => {
      expect(analyzer.analyze(text)).toMatchObject({ label: 'neutral', score: 0, confidence: 0.2 })
    },
  )

  test.each([
    'Amazon.com beats estimates',
    'Las Vegas Sands beats estimates',
    'MIT spinoff shares jump',
    'Hermès sales surge',
    'Banco de Sabadell profit rises',
    'Data and media sales rise',
    'Pizza and soda sales surge',
    'Los Angeles port sales rise',
    'Von der Leyen plan lifts shares',
    'Zara owner Inditex gains',
    'Yacht maker beats estimates',
  ])('a foreign name does not make English foreign: %s', (text) => {
    expect(analyzer.analyze(text)).toMatchObject({ label: 'positive', flags: [] })
  })

  test('any string gives a result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(['positive', 'negative', 'neutral']).toContain(analyzer.analyze(text).label)
      }),
      { numRuns: 500 },
    )
  })
})

describe('confidence', () => {
  const confidence = (text: string) => analyzer.analyze(text).confidence

  test('is higher for agreement than for contradiction', () => {
    expect(confidence('Profit and sales soared.')).toBeGreaterThan(
      confidence('Profit soared but sales plunged.'),
    )
  })

  test('is higher for a plain fact than for a hint', () => {
    expect(confidence('Profit rose 20 %.')).toBeGreaterThan(confidence('Profit might rise.'))
  })

  test('of good and bad news of one size is low, and flagged', () => {
    const result = analyzer.analyze('Profit rose but sales fell.')
    expect(result.flags).toContain('mixed')
    expect(result.confidence).toBeLessThan(0.6)
  })
})

test('a text in the place of a list of entities is not read letter by letter', () => {
  const given = JSON.parse('{ "entities": "Apple" }')
  expect(() => analyzer.analyze('Apple beats estimates', given)).toThrow(TypeError)
  expect(() => createSentimentAnalyzer(given)).toThrow(TypeError)
})
