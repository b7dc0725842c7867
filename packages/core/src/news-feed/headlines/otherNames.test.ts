import { expect, test } from 'vitest'
import { otherNames } from './otherNames.ts'

test.each([
  ['Halden Steel opens its second plant in Germany', 'Halden Steel opens its second plant in Italy'],
  ['Agency raises its price forecast for Apple', 'Agency raises its price forecast for Tesla'],
])('%s and %s are two stories', (left, right) => {
  expect(otherNames(left, right)).toBe(true)
})

test.each([
  ['Halden Steel opens plant in Germany', 'Halden Steel opens new plant in Germany'],
  [
    'Halden Steel opens plant in Germany',
    'Halden Steel opens plant in Germany after delay, sources in Berlin say',
  ],
  ['Halden Steel opens plant in Germany - Wire', 'Halden Steel opens plant in Germany - Gazette'],
  ['HALDEN STEEL OPENS PLANT IN GERMANY', 'Halden Steel opens plant in Germany'],
  ['Halden Steel Opens Plant in Germany', 'Halden Steel Opens Plant in the North'],
  ['Halden Steel lays off workers at its mill', 'Halden Steel lays off 200 workers at its mill'],
  ['Halden Steel opens plant, according to Wire', 'Halden Steel opens plant, according to Gazette'],
  ['Halden Steel opens plant for Feed7 readers', 'Halden Steel opens plant for Feed8 readers'],
  ['', ''],
])('%s and %s may be one', (left, right) => {
  expect(otherNames(left, right)).toBe(false)
})
