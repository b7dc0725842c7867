import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../../../scripts/lib/chromium.mjs'

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** The machine's own Chromium, the same that the other browser tests use. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium: install it, or set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: flags.split(' ') })
}

export type Visit = {
  page: Page
  /** What the page complained about. */
  problems: string[]
  close(): Promise<void>
}

/** Opens the page as a new visitor, and waits until its chart is there. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'dark',
    ...options,
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(url)
  await chartIsThere(page)
  return { page, problems, close: () => context.close() }
}

/** Waits for candles and the legend of the price pane. */
export async function chartIsThere(page: Page): Promise<void> {
  await page.locator('.sm-legend').first().waitFor({ timeout: 45_000 })
}

/** Different colours on the chart's canvases: 1 or 2 mean that nothing is drawn. */
export function paintedColors(page: Page): Promise<number> {
  return page.evaluate(() => {
    const colors = new Set<string>()
    for (const canvas of document.querySelectorAll('canvas')) {
      const data =
        canvas.width * canvas.height > 0
          ? canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
          : undefined
      for (let at = 0; data && at < data.length; at += 4 * 61)
        colors.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`)
    }
    return colors.size
  })
}
