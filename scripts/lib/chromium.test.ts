import { expect, test } from 'vitest'
import { findChromium } from './chromium.mjs'

test('CHROMIUM_PATH is the browser, and a wrong one is not silently replaced', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath)
  expect(findChromium({ CHROMIUM_PATH: '/no/such/browser', PATH: process.env.PATH })).toBeUndefined()
})
