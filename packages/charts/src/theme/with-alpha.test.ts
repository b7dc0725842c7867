import { expect, test } from 'vitest'
import { withAlpha } from './with-alpha.ts'

test('hex colours, long and short, take an opacity; others are left alone', () => {
  expect(withAlpha('#2fbf8a', 0.3)).toBe('rgba(47, 191, 138, 0.3)')
  expect(withAlpha('#fff', 1)).toBe('rgba(255, 255, 255, 1)')
  expect(withAlpha('oklch(0.5 0.1 200)', 0.3)).toBe('oklch(0.5 0.1 200)')
})
