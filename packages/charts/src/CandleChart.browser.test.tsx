import { BarSeries, parseInstrument } from '@starkmatter/core'
import { act, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import './styles.css'
import { CandleChart, type CandleChartProps } from './CandleChart.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let host: HTMLElement
let root: Root

beforeEach(() => {
  host = document.createElement('div')
  host.style.cssText = 'width: 900px; height: 500px'
  document.body.append(host)
  root = createRoot(host)
})

afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
})

const day = 86_400_000

function series(length: number, lastClose = 100, forming = true, first = 0): BarSeries {
  const time = Float64Array.from({ length }, (_, index) => (first + index) * day)
  const wave = (shift: number) =>
    Float64Array.from({ length }, (_, index) => 100 + 10 * Math.sin((first + index) / 9) + shift)
  const close = wave(1)
  if (length > 0) close[length - 1] = lastClose
  return new BarSeries(
    {
      instrument: parseInstrument('AAPL'),
      interval: '1d',
      timeZone: 'America/New_York',
      currency: 'USD',
      priceScale: 1,
      adjustment: 'splits',
      source: { provider: 'sample', fetchedAt: 0, delayedMs: 0, attempts: [] },
      gaps: [],
      issues: [],
      simulated: true,
      forming,
    },
    { time, open: wave(0), high: wave(130), low: wave(-130), close, volume: wave(500) },
  )
}

async function show(props: Partial<CandleChartProps> & { bars: BarSeries }) {
  await act(async () =>
    root.render(
      <StrictMode>
        <CandleChart label="AAPL, 1 day" locale="en-US" {...props} />
      </StrictMode>,
    ),
  )
  await frames(4)
}

/** Lets the canvas paint. */
async function frames(count: number) {
  for (let frame = 0; frame < count; frame++) {
    await act(async () => {
      await new Promise((resolve) => requestAnimationFrame(resolve))
    })
  }
}

function paintedColors(): number {
  const colors = new Set<number>()
  for (const canvas of host.querySelectorAll('canvas')) {
    if (canvas.width === 0 || canvas.height === 0) continue
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    for (let at = 0; at < data.length; at += 4 * 97)
      colors.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
  }
  return colors.size
}

const group = () => host.querySelector<HTMLElement>('[role=group]')

async function press(key: string) {
  await act(async () => {
    group()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  await frames(2)
}

test('bars of a made-up market are marked as such on the chart', async () => {
  await show({ bars: series(50) })
  expect(host.querySelector('.sm-legend-simulated')?.textContent).toBe('SIMULATED')
})

test('in a parent without a height the chart is as high as a screen is to its width', async () => {
  host.style.height = ''
  await show({ bars: series(50) })
  const { width, height } = host.querySelector('.sm-chart')?.getBoundingClientRect() ?? {}
  expect((width ?? 0) / (height ?? 1)).toBeCloseTo(16 / 9, 2)
})

test('candles are painted, once, in StrictMode too, and the attribution stays', async () => {
  await show({ bars: series(300) })
  expect(paintedColors()).toBeGreaterThan(4)
  expect(host.querySelectorAll('.tv-lightweight-charts')).toHaveLength(1)
  expect(host.querySelector('#tv-attr-logo')).not.toBeNull()
})

test('the legend follows the forming bar, and says that it is forming', async () => {
  await show({ bars: series(300, 104.5) })
  expect(host.querySelector('.sm-legend')?.textContent).toContain('104.50')
  await show({ bars: series(300, 105.25) })
  expect(host.querySelector('.sm-legend')?.textContent).toContain('105.25')
  expect(host.querySelector('.sm-legend')?.textContent).toContain('forming')
})

test('the keyboard reads the chart bar by bar, aloud', async () => {
  await show({ bars: series(300, 104.5) })
  await press('End')
  const spoken = () => host.querySelector('[aria-live]')?.textContent
  expect(spoken()).toContain('close 104.50')
  expect(spoken()).toContain('Still forming')
  await press('ArrowLeft')
  expect(spoken()).not.toContain('104.50')
  expect(spoken()).toMatch(/Open [\d.]+, high/)
})

test('the data can be read as a table, newest first, with the zone in its caption', async () => {
  await show({ bars: series(300, 104.5) })
  await press('t')
  expect(host.querySelectorAll('tbody tr')).toHaveLength(100)
  expect(host.querySelector('tbody tr')?.textContent).toContain('104.50')
  expect(host.querySelector('caption')?.textContent).toContain('New York')
})

test('a study of its own gets a pane and a legend below the bars; taking it off removes both', async () => {
  const bars = series(300)
  const study = {
    id: 'rsi',
    label: 'RSI 14',
    pane: 'own',
    hue: 1,
    outputs: [{ name: 'value', plot: 'line', values: bars.close.slice() }],
  } as const
  await show({ bars, studies: [study] })
  const legends = () => [...host.querySelectorAll<HTMLElement>('.sm-legend')]
  expect(legends()).toHaveLength(2)
  expect(legends()[1]?.textContent).toContain('RSI 14')
  expect(Number.parseFloat(legends()[1]?.style.top ?? '0')).toBeGreaterThan(150)
  await show({ bars, studies: [] })
  expect(legends()).toHaveLength(1)
})

test('older bars are asked for once near the oldest one, and their arrival does not move the view', async () => {
  const onNeedOlder = vi.fn()
  await show({ bars: series(200, 100, true, 800), onNeedOlder })
  expect(onNeedOlder).toHaveBeenCalledTimes(1)
  await press('End')
  const before = host.querySelector('.sm-legend')?.textContent
  await show({ bars: series(1000), onNeedOlder })
  expect(host.querySelector('.sm-legend')?.textContent).toBe(before)
})

test('of a million bars the oldest loaded one is within a window of the newest', async () => {
  await show({ bars: series(1_000_000) })
  expect(paintedColors()).toBeGreaterThan(4)
  await press('Home')
  const legend = host.querySelector('.sm-legend-time')?.textContent ?? ''
  expect(new Date(legend).getTime()).toBeGreaterThan((1_000_000 - 10_100) * day)
})

test('an empty series is an empty chart, not an error', async () => {
  await show({ bars: series(0) })
  expect(group()?.getAttribute('aria-label')).toBe('AAPL, 1 day')
})

test('nothing is left behind after the chart has gone', async () => {
  await show({ bars: series(300) })
  await act(async () => root.render(null))
  expect(host.querySelectorAll('canvas')).toHaveLength(0)
})
