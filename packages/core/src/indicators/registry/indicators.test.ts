import { describe, expect, test } from 'vitest'
import { describeIndicator } from '../../testing/describe-indicator.ts'
import { indicators } from './index.ts'

for (const indicator of indicators.values()) describeIndicator(indicator)

describe('registry', () => {
  test('names are unique and upper case', () => {
    for (const [name, indicator] of indicators) {
      expect(name).toBe(indicator.name)
      expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/)
    }
  })
})
