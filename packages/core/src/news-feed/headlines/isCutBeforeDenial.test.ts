import { expect, test } from 'vitest'
import { isCutBeforeDenial } from './isCutBeforeDenial.ts'
import { readHeadline } from './readHeadline.ts'

const read = (title: string) => readHeadline(title, { source: 'Gazette', isAboutKnown: true })
const story = read('Halden shares fall after cancer drug fails in late trial')

test.each([
  'Halden shares fall after cancer drug fa',
  'Halden shares fall after cancer dr',
  'Halden shares fall after cancer drug...',
])('what ends before a denial is the beginning of what is denied: %s', (title) => {
  expect(isCutBeforeDenial(story, read(title))).toBe(true)
})

test.each([
  'Halden shares fall after cancer drug works in late trial',
  'Halden shares do not fall after cancer dr',
  'Halden shares fa',
])('another story, or too little of it, is not: %s', (title) => {
  expect(isCutBeforeDenial(story, read(title))).toBe(false)
})

test('what lacks a denial within is no beginning', () => {
  const denied = read('Halden will not cut its dividend after talks with lenders')
  expect(isCutBeforeDenial(denied, read('Halden will cut its dividend after talks with le'))).toBe(false)
})
