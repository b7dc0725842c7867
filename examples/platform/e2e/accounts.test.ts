import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chartIsThere, launchBrowser } from './support/browser.ts'
import { type RunningPlatform, startPlatform } from './support/platform.ts'

let platform: RunningPlatform
let browser: Browser

beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startPlatform({ STARKMATTER_ACCOUNTS: 'on' }), launchBrowser()])
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const results = await Reflect.get(window, 'axe').run(document, { resultTypes: ['violations'] })
    return results.violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
        `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
  })
}

test('the first start prints a link that makes an admin; what follows is signed in, live, and gone everywhere at once', async () => {
  await expect.poll(() => platform.said(), { timeout: 90_000 }).toContain('/#join=')
  const link = /http:\S+#join=\S+/.exec(platform.said())?.[0] ?? ''
  expect((await fetch(`${platform.url}/v1/status`)).status).toBe(401)
  expect((await fetch(`${platform.url}/reports`)).status).toBe(401)

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  // By the keyboard alone.
  await page.goto(link)
  await page.getByRole('heading', { name: 'Make your account' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Name or e-mail').focus()
  await page.keyboard.type('ada@example.com')
  await page.keyboard.press('Tab')
  await page.keyboard.type('correct horse battery')
  await page.keyboard.press('Enter')
  await chartIsThere(page)
  expect(page.url()).not.toContain('join')
  await page.locator('.sm-price-header .sm-badge[data-kind=simulated]').waitFor()

  await page.reload()
  await chartIsThere(page)
  await page.getByRole('button', { name: 'Account of ada@example.com' }).click()
  const sheet = page.getByRole('dialog', { name: 'Account' })
  await sheet.getByText('This browser').waitFor()
  await sheet.getByLabel('Name of a new key').fill('nightly')
  await page.keyboard.press('Enter')
  const key = await sheet.locator('code.select-all').textContent()
  const asProgram = () =>
    fetch(`${platform.url}/v1/status`, { headers: { authorization: `Bearer ${key}` } }).then(
      ({ status }) => status,
    )
  expect(await asProgram()).toBe(200)
  expect(await violations(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Revoke nightly' }).click()
  await expect.poll(asProgram).toBe(401)
  expect(problems).toEqual([])

  await sheet.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('Name or e-mail').fill('ada@example.com')
  await page.getByLabel('Password').fill('wrong')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('not right').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Password').fill('correct horse battery')
  await page.keyboard.press('Enter')
  await chartIsThere(page)
  await context.close()
}, 180_000)
