import type { ImportProgress, ImportSummary } from '@starkmatter/server'

const reportEveryMs = 500
const worstShown = 5

const count = (number: number, word: string) =>
  `${number.toLocaleString('en-US')} ${number === 1 || word.endsWith('s') ? word : `${word}s`}`

/** Prints how an import goes: at most twice a second, and always its last step. */
export function progressPrinter(say: (text: string) => void): (progress: ImportProgress) => void {
  let lastAt = 0
  return (progress) => {
    const isLast =
      progress.stage === 'reading'
        ? progress.file === progress.files
        : progress.series === progress.seriesTotal
    if (!isLast && Date.now() - lastAt < reportEveryMs) return
    lastAt = Date.now()
    if (progress.stage === 'reading') {
      say(`  read ${progress.file} of ${count(progress.files, 'file')}, ${count(progress.bars, 'bar')}`)
    } else {
      const { series, seriesTotal, bars, barsTotal } = progress
      say(
        `  stored ${series} of ${seriesTotal} series, ${bars.toLocaleString('en-US')} of ${count(barsTotal, 'bar')}`,
      )
    }
  }
}

/** What an import brought, and the files that it could not read. */
export function printSummary(
  { files, series, bars, failed, issues, isNew }: ImportSummary,
  say: (text: string) => void,
): void {
  const what = `${count(bars, 'bar')} in ${count(series, 'series')} from ${count(files, 'file')}`
  say(isNew ? `Imported ${what}.` : `Already imported: ${what}. No file has changed.`)
  if (issues > 0) say(`  ${count(issues, 'remark')} about single rows: see /v1/instruments.`)
  for (const { message } of failed.slice(0, worstShown)) say(`  left out: ${message}`)
  if (failed.length > worstShown) say(`  and ${failed.length - worstShown} more.`)
}
