import { measure } from './lib/measure.ts'
import { type BenchRow, report } from './lib/report.ts'
import { isStudied, readLabelledSets } from './sentiment/labelledSets.ts'
import { type Quality, qualityOf } from './sentiment/quality.ts'
import { engineSize, streamItems, trainTenThousand } from './sentiment/resources.ts'
import { createSystems } from './sentiment/systems.ts'

const sets = readLabelledSets()
const systems = createSystems()
const rows: BenchRow[] = []
const bars: { claim: string; met: boolean }[] = []

const shown = ({ accuracy, macroF1 }: Quality) => `${accuracy.toFixed(1)}/${macroF1.toFixed(1)}`

if (!sets) {
  console.log('../shared/sentiment is not there: quality is not measured, only speed and size.')
} else {
  for (const system of systems) {
    const row: BenchRow = { name: system.name }
    for (const { name, rows: texts, ...target } of sets) {
      const said = texts.map(({ text }) => system.read(text))
      const quality = qualityOf(texts, said)
      row[name] = shown(quality)
      if (system !== systems[0]) continue
      row[`${name} polar%`] = quality.polarPrecision.toFixed(1)
      const claim = `${name}: ${target.accuracy}/${target.macroF1}, ${shown(quality)} measured`
      bars.push({ claim, met: quality.accuracy >= target.accuracy && quality.macroF1 >= target.macroF1 })
      bars.push({ claim: `${name}: polar precision at least 90 %`, met: quality.polarPrecision >= 90 })
    }
    rows.push(row)
  }
  for (const studied of [true, false]) {
    const row: BenchRow = {
      name: studied ? 'starkmatter, studied half' : 'starkmatter, half whose errors were not studied',
    }
    for (const set of sets) {
      const half = set.rows.filter((item) => isStudied(item) === studied)
      row[set.name] = shown(
        qualityOf(
          half,
          half.map(({ text }) => systems[0]?.read(text) ?? 'neutral'),
        ),
      )
    }
    rows.push(row)
  }
}

const sentence =
  'Operating profit of the packaging group rose to EUR 21.1 mn from EUR 18.6 mn in the third quarter of the year.'
const texts =
  sets?.flatMap((set) => set.rows.map(({ text }) => text)) ?? Array.from({ length: 5000 }, () => sentence)
for (const [index, system] of systems.entries()) {
  const readAll = () => {
    for (const text of texts) system.read(text)
  }
  const { minMs } = await measure(readAll, { runs: 5, warmup: 1 })
  const perThousand = (minMs / texts.length) * 1000
  const row: BenchRow = rows[index] ?? { name: system.name }
  row.msPer1000 = Number(perThousand.toFixed(2))
  if (!rows[index]) rows.push(row)
  if (index === 0) bars.push({ claim: 'at most 15 ms per 1,000 sentences', met: perThousand <= 15 })
}

const bytes = await engineSize(import.meta.dirname)
const streamed = streamItems(1_000_000)
const trained = trainTenThousand()
bars.push(
  { claim: `engine in 15 kB gzip, ${bytes} bytes measured`, met: bytes <= 15_000 },
  {
    claim: `a million items over 500 instruments in bounded memory: ${streamed.seconds.toFixed(1)} s, ${streamed.keptMb.toFixed(0)} MB kept`,
    met: streamed.keptMb < 100,
  },
  { claim: `10,000 texts trained under 2 s, ${trained.toFixed(2)} s measured`, met: trained < 2 },
)

report({
  name: 'sentiment',
  method:
    'Accuracy/macro-F1 in percent on labelled sets beside the repository, three labels. Speed is the least of 5 runs over all their texts.',
  rows,
  bars,
})
