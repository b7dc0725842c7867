import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chartIsThere, launchBrowser, paintedColors, type Visit, visit } from './support/browser.ts'
import { type RunningPlatform, startPlatform } from './support/platform.ts'

let platform: RunningPlatform
let browser: Browser

beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startPlatform(), launchBrowser()])
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
})

async function onPage(
  check: (page: Page, opened: Visit) => Promise<void>,
  options?: Parameters<typeof visit>[2],
  path = '/',
) {
  const opened = await visit(browser, `${platform.url}${path}`, options)
  try {
    await check(opened.page, opened)
    expect(opened.problems).toEqual([])
  } finally {
    await opened.close()
  }
}

/** Looks again until it is so: everything here may take its time on a busy machine. */
const eventually = <value>(read: () => value | Promise<value>) => expect.poll(read, { timeout: 20_000 })

const legend = (page: Page) => page.locator('.sm-legend').first()

/** Text as it is laid out, so that neighbours do not run together. */
const textOf = async (locator: Locator) => (await locator.allInnerTexts()).join('\n')

test('the page opens with candles, and says that the market is made up', () =>
  onPage(async (page) => {
    expect(await paintedColors(page)).toBeGreaterThan(8)
    await page.locator('.sm-price-header .sm-badge[data-kind=simulated]').waitFor()
    expect(await textOf(page.locator('.sm-status').first())).toMatch(
      /SIMULATED[\s\S]*bars since[\s\S]*times of New York/,
    )
  }))

test('five indicators stand in the legends with their values', () =>
  onPage(async (page) => {
    await page.locator('.sm-legend').nth(2).waitFor()
    const text = await textOf(page.locator('.sm-legend'))
    for (const label of ['SMA 50', 'EMA 20', 'BBANDS 20 2 2', 'RSI 14', 'MACD 12 26 9']) {
      expect(text).toMatch(new RegExp(`${label}\\s+[−\\d]`))
    }
  }))

test('/ opens the search; typing and Enter change the symbol', () =>
  onPage(async (page) => {
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Search symbols' }).fill('microsoft')
    await page.getByRole('option', { name: /MSFT/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'MSFT' }).waitFor()
    await legend(page).getByText('MSFT, 1 day').waitFor()
    expect(page.url()).toContain('symbol=equity:MSFT')
    expect(await page.title()).toMatch(/^MSFT [\d,.]+ · StarkMatter$/)
  }))

test('the bar length changes, the axis goes with it, and Back returns', () =>
  onPage(
    async (page) => {
      await page.getByRole('radio', { name: '5 minutes', exact: true }).check({ force: true })
      await legend(page).getByText('AAPL, 5 minutes').waitFor()
      expect(await textOf(page.locator('.sm-chart-zone'))).toMatch(/^E[SD]T$/)
      await page.getByRole('radio', { name: '1 hour', exact: true }).check({ force: true })
      await legend(page).getByText('AAPL, 1 hour').waitFor()
      await page.goBack()
      await legend(page).getByText('AAPL, 5 minutes').waitFor()
    },
    undefined,
    '/?symbol=AAPL&interval=1d',
  ))

test('the last bar moves by itself', () =>
  onPage(
    async (page) => {
      // Bitcoin is traded at any hour, so the test does not depend on when it runs.
      await legend(page).getByText('BTC/USD, 1 minute').waitFor()
      const before = await textOf(legend(page))
      await eventually(() => textOf(legend(page))).not.toBe(before)
    },
    undefined,
    '/?symbol=BTC-USD&interval=1m',
  ))

test('an indicator is added and another removed; a reload keeps them, the symbol, the bar length and the theme', () =>
  onPage(
    async (page) => {
      await page.getByRole('button', { name: /^Theme/ }).click()
      await page.keyboard.press('i')
      await page.getByRole('button', { name: /^Remove BBANDS/ }).click()
      await page.getByRole('searchbox', { name: 'Filter indicators' }).fill('williams')
      await page.getByRole('button', { name: /^WILLR/ }).click()
      await page.keyboard.press('Escape')
      const legends = async () => await textOf(page.locator('.sm-legend'))
      await eventually(legends).toContain('WILLR 14')
      await page.reload()
      await chartIsThere(page)
      await eventually(legends).toContain('WILLR 14')
      expect(await legends()).not.toContain('BBANDS')
      await legend(page).getByText('IBM, 1 week').waitFor()
      expect(await page.locator('html').getAttribute('data-sm-theme')).toBe('light')
      // Without its address the browser still knows.
      await page.goto(platform.url)
      await legend(page).getByText('IBM, 1 week').waitFor()
    },
    undefined,
    '/?symbol=IBM&interval=1w',
  ))

test('the canvas follows the theme: light is light, dark is dark', () =>
  onPage(async (page) => {
    const brightness = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas')
        const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        let sum = 0
        for (let at = 0; at < data.length; at += 4) sum += data[at] ?? 0
        return sum / (data.length / 4)
      })
    expect(await brightness()).toBeLessThan(90)
    await page.keyboard.press('d')
    await eventually(brightness).toBeGreaterThan(180)
  }))

test('an unknown symbol is explained, with a way on', () =>
  onPageWithErrors('/?symbol=NOSUCHSYMBOL', async (page) => {
    await page.getByRole('alert').getByText('NOSUCHSYMBOL').waitFor()
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Search symbols' }).waitFor()
  }))

/** Without the wait for a chart, and without asking for a quiet console: a refused request is written there. */
async function onPageWithErrors(path: string, check: (page: Page) => Promise<void>) {
  const page = await browser.newPage()
  try {
    await page.goto(`${platform.url}${path}`)
    await check(page)
  } finally {
    await page.close()
  }
}

test('a phone has no sideways scroll, its targets are large enough, and panels come from below', () =>
  onPage(
    async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      for (const button of await page.locator('nav button, main .sm-segment, header button:visible').all()) {
        const box = await button.boundingBox()
        expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44)
      }
      await page.getByRole('button', { name: 'Watchlist', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: /NVDA/ }).first().click()
      await legend(page).getByText('NVDA, 1 day').waitFor()
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true },
  ))

test('N opens the news: a score, headlines with the words that speak for it, and what an analyst needs', () =>
  onPage(async (page) => {
    await page.locator('.sm-price-header .sm-badge').waitFor()
    await page.keyboard.press('n')
    const news = page.getByRole('dialog', { name: 'News on AAPL' })
    await news.getByRole('meter', { name: 'News sentiment' }).waitFor({ state: 'attached' })
    expect(await textOf(news.locator('.sm-panel-head'))).toContain('SIMULATED')
    await eventually(() => news.locator('mark').count()).toBeGreaterThan(0)
    await news
      .getByText(/^Why [+−]/)
      .first()
      .click()
    await news
      .getByText(/^[a-z]+\.[a-z]+$/)
      .first()
      .waitFor()
    await news.getByText(/set ANTHROPIC_API_KEY/).waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('dialog').count()).toBe(0)
  }))

test('A opens the alerts: one is made of what is on the chart, tells what it would have done, fires and is read', () =>
  onPage(
    async (page) => {
      await page.locator('.sm-price-header .sm-badge').waitFor()
      await page.keyboard.press('a')
      const sheet = page.getByRole('dialog', { name: 'Alerts' })
      await sheet.getByText(/^BTC\/USD: price crosses [\d,.]+ on 1-minute bars, while they form\.$/).waitFor()
      await sheet.getByText(/Would have fired/).waitFor()
      await sheet.getByLabel('Which value').selectOption({ label: 'RSI 14' })
      await sheet.getByLabel('How it compares').selectOption('crosses below')
      await sheet.getByLabel('Value', { exact: true }).fill('1')
      await sheet.getByRole('button', { name: 'Create alert' }).click()
      const text = 'BTC/USD: RSI(14) crosses below 1 on 1-minute bars'
      await sheet.getByRole('button', { name: `Pause: ${text}` }).waitFor()
      await eventually(() => textOf(sheet)).toContain('watching · once · has not fired')
      await page.keyboard.press('Escape')

      const { alerts } = await (await page.request.get(`${platform.url}/v1/alerts`)).json()
      await page.request.post(`${platform.url}/v1/alerts/${alerts[0].id}/test`)
      await page.getByRole('button', { name: `Put away: ${text}` }).click()
      await page.getByRole('button', { name: 'Alerts, 1 unread' }).click()
      await eventually(() => textOf(sheet)).toMatch(/History[\s\S]*RSI\(14\) crosses below 1[\s\S]*TEST/)
      await sheet.getByRole('button', { name: `Remove: ${text}` }).click()
      await sheet.getByText(/^An alert tells you/).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Alerts', exact: true }).waitFor()
    },
    undefined,
    '/?symbol=BTC-USD&interval=1m',
  ))

test('a very wide screen gains panels', () =>
  onPage(
    async (page) => {
      await page.getByRole('complementary', { name: 'Context' }).waitFor()
      await eventually(() => page.locator('.tv-lightweight-charts').count()).toBe(3)
    },
    { viewport: { width: 2560, height: 1300 } },
  ))

test('older bars come as the user scrolls back to them', () =>
  onPage(async (page) => {
    const count = async () =>
      Number(/([\d,]+) bars/.exec(await textOf(page.locator('.sm-status').first()))?.[1]?.replace(',', ''))
    const before = await count()
    await page.getByRole('group', { name: 'AAPL, 1 day' }).focus()
    await page.keyboard.press('Home')
    await eventually(count).toBeGreaterThan(before)
  }))

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function axeViolations(page: Page): Promise<readonly string[]> {
  // Let a flash fade: for 300 ms a cell stands on another ground than the theme's.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const runner = Reflect.get(window, 'axe')
    const results = await runner.run(document, { resultTypes: ['violations'] })
    return results.violations.map(
      (found: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        `${found.id}: ${found.nodes.map(({ html, failureSummary }) => html.slice(0, 160) + failureSummary).join(' | ')}`,
    )
  })
}

test.each(['dark', 'light', 'contrast'])('axe finds nothing wrong with the page in the %s theme', (theme) =>
  onPage(async (page) => {
    await page.evaluate((name) => {
      localStorage.setItem('starkmatter.workspace', JSON.stringify({ theme: name }))
    }, theme)
    await page.reload()
    await chartIsThere(page)
    expect(await axeViolations(page)).toEqual([])
  }),
)

test('the keyboard list opens with ? and closes with Escape', () =>
  onPage(async (page) => {
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }))

test('P opens paper trading: an order shows its cost, fills, waits or is cancelled, and a reload finds it all', () =>
  onPage(
    async (page) => {
      await page.locator('.sm-price-header .sm-badge').waitFor()
      await page.keyboard.press('p')
      const panel = page.getByRole('region', { name: 'Paper trading' })
      await panel.getByText('PAPER', { exact: true }).waitFor()
      await panel.getByRole('button', { name: 'Open a paper account' }).click()
      const ticket = panel.getByRole('form', { name: 'Paper order for BTC/USD' })
      const quantity = ticket.getByLabel(/^Quantity/)
      await quantity.fill('0.01')
      await eventually(() => textOf(ticket)).toMatch(/Cost, about\s+[1-9]/)
      await quantity.press('Enter')
      await ticket.getByText(/^Buy 0\.01 BTC\/USD, at market: Filled at/).waitFor()
      const positions = panel.getByRole('region', { name: 'Positions' })
      await positions.getByText(/^0\.01 ×/).waitFor()
      expect(await textOf(panel)).toContain('SIMULATED')

      await ticket.getByLabel('Type').selectOption('limit')
      await ticket.getByLabel(/^Limit/).fill('1')
      await quantity.fill('2')
      await quantity.press('Enter')
      await panel.getByRole('button', { name: 'Cancel: Buy 2 BTC/USD, limit 1' }).click()
      await eventually(() => textOf(panel.getByRole('region', { name: 'Orders' }))).toContain('Cancelled')

      // What is a large part of the account is asked for twice.
      await ticket.getByLabel('Type').selectOption('market')
      await ticket.getByRole('button', { name: /^50 %/ }).click()
      await eventually(() => ticket.getByRole('button', { name: /^Buy .* on paper$/ }).isEnabled()).toBe(true)
      await eventually(() => textOf(ticket)).toMatch(/Cost, about\s+[45]\d,/)
      await quantity.press('Enter')
      await ticket.getByRole('button', { name: 'No' }).click()
      expect(await axeViolations(page)).toEqual([])

      await page.reload()
      await positions.getByText(/^0\.01 ×/).waitFor()
    },
    undefined,
    '/?symbol=BTC-USD&interval=1m',
  ))
