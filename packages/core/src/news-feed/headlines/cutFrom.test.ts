import { expect, test } from 'vitest'
import { breaksOff, isCutFrom } from './cutFrom.ts'

const words = (text: string) => text.split(' ')

test.each([
  // In the middle of a word, behind what joins a clause, and before it.
  ['acme cuts outlook as ord', 'acme cuts outlook as orders dry up'],
  ['acme cuts outlook as orders', 'acme cuts outlook as orders dry up'],
  ['halden returns profit after', 'halden returns to profit after cost cuts'],
  ['halden cuts outlook', 'halden cuts outlook as orders dry up'],
  [
    'halden steel warns that a strike at its largest',
    'halden steel warns that a strike at its largest port will hurt results',
  ],
  // What happened stands before the clause, whatever is left of that.
  ['acme lifts dividend after strong', 'acme lifts dividend after strong first quarter'],
  // What says nothing is mistyped, too.
  ['acme nnow cuts outlook as ord', 'acme cuts outlook as orders dry up'],
  [
    'acme posts surprise profit thanks to lower fuel',
    'acme posts surprise profit thanks to lower fuel costs',
  ],
])('"%s" is left of: %s', (cut, whole) => {
  expect(breaksOff(words(cut), words(whole))).toBe(true)
})

test.each([
  ['acme cuts dividend', 'acme cuts dividend forecast'],
  ['acme cuts full year dividend', 'acme cuts full year dividend forecast'],
  // What is cut is not told yet.
  ['halden steel cuts', 'halden steel cuts jobs'],
  ['halden steel recalls', 'halden steel recalls trucks'],
  ['acme cuts outlook', 'acme cuts jobs as orders dry up'],
  ['acme sales', 'acme sales rise on strong demand in europe'],
])('"%s" is a story of its own beside: %s', (cut, whole) => {
  expect(breaksOff(words(cut), words(whole))).toBe(false)
})

test('what ends in an ellipsis is the beginning of another with mistakes, and behind words that were put before it', () => {
  const whole = words('acme raises its full year forecast')
  expect(isCutFrom(words('acme raises its full ye'), whole)).toBe(true)
  expect(isCutFrom(words('acme riases its full ye'), whole)).toBe(true)
  expect(isCutFrom(words('the gazette acme raises its full ye'), whole)).toBe(true)
  expect(isCutFrom(words('acme cuts its full ye'), whole)).toBe(false)
  expect(isCutFrom(words('acme'), whole)).toBe(false)
})
