import axe from 'axe-core'
import { type ComponentType, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import './styles.css'
import * as reports from './analysis-report/analysis-report.stories.tsx'
import * as sentiment from './sentiment-panel/sentiment-panel.stories.tsx'

/** Each story, and words that it shows once it stands. */
const stories: readonly (readonly [name: string, story: ComponentType, text: RegExp])[] = [
  ['news that differ', sentiment.Mixed, /Why \+/],
  ['bad news', sentiment.Bad, /negative/],
  ['no news', sentiment.Empty, /There is no news on AAPL yet/],
  ['news that are refused', sentiment.Refused, /Too many calls/],
  ['made-up news', sentiment.Simulated, /SIMULATED/],
  ['a report not asked for', reports.Idle, /A run costs money/],
  ['a complete report', reports.Complete, /COMPLETE.*VERIFIED/s],
  ['a partial report', reports.Partial, /PARTIAL.*Left out/s],
  ['an abstained report', reports.Abstained, /ABSTAINED/],
  ['a report on its way', reports.Running, /WRITING.*DRAFT.*The shares closed/s],
  ['a report that failed', reports.Failed, /FAILED.*not finished/s],
  ['a report that was changed', reports.Altered, /DOES NOT VERIFY/],
]

let host: HTMLElement
let root: Root

beforeEach(() => {
  host = document.createElement('main')
  host.style.background = 'var(--sm-surface)'
  document.body.append(host)
  root = createRoot(host)
})

afterEach(() => {
  root.unmount()
  host.remove()
  document.documentElement.removeAttribute('data-sm-theme')
})

test.each(stories)(
  '%s can be read by everybody, in every theme and on a phone',
  async (_name, Story, text) => {
    document.title = 'Stories'
    document.documentElement.lang = 'en'
    root.render(
      <StrictMode>
        <Story />
      </StrictMode>,
    )
    await vi.waitFor(() => expect(host.textContent).toMatch(text), { timeout: 20_000 })
    for (const why of host.querySelectorAll('details')) why.open = true
    for (const theme of ['dark', 'light', 'contrast']) {
      document.documentElement.dataset.smTheme = theme
      for (const width of [390, 1_000]) {
        host.style.width = `${width}px`
        expect(host.scrollWidth, `${theme}, ${width} px`).toBeLessThanOrEqual(width)
        const { violations } = await axe.run(host, { rules: { 'page-has-heading-one': { enabled: false } } })
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          `${theme}, ${width} px`,
        ).toEqual([])
      }
    }
  },
)
