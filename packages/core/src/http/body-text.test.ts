import { expect, test } from 'vitest'
import { bodyText } from './body-text.ts'

const title = 'Société Générale'
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const wide = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]))
const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  [
    'Latin 1 by its XML declaration',
    latin(`<?xml version="1.0" encoding="ISO-8859-1"?><a>${title}</a>`),
    null,
  ],
  ['Latin 1 by its header', latin(`<a>${title}</a>`), 'text/xml; charset=windows-1252'],
  [
    'UTF-8 that is declared as Latin 1',
    utf8(`<?xml version="1.0" encoding="ISO-8859-1"?><a>${title}</a>`),
    null,
  ],
  ['UTF-16 with a byte order mark', Uint8Array.from([0xff, 0xfe, ...wide(title)]), null],
  ['UTF-16 without one', wide(`<a>${title}</a>`), 'text/xml'],
  ['UTF-16 that begins with a blank line', wide(`\n<a>${title}</a>`), 'text/xml'],
  ['what editors of Windows write, undeclared', latin(`<a>${title}</a>`), 'text/xml'],
  ['what they write and call UTF-8', latin(`<?xml version="1.0" encoding="UTF-8"?><a>${title}</a>`), null],
  ['what they write and call UTF-16', latin(`<?xml version="1.0" encoding="utf-16"?><a>${title}</a>`), null],
])('%s is read', (_what, bytes, contentType) => {
  expect(bodyText([bytes], contentType)).toContain(title)
})

test('letters that are split between chunks are whole, and an encoding that nobody knows is read as UTF-8', () => {
  const bytes = utf8(title)
  expect(
    bodyText(
      [...bytes].map((byte) => Uint8Array.of(byte)),
      null,
    ),
  ).toBe(title)
  expect(bodyText([utf8('<a>é</a>'), Uint8Array.of(0xe9)], 'text/xml; charset=klingon')).toBe(
    '<a>é</a>\ufffd',
  )
})

test('a byte order mark may come a byte at a time', () => {
  const bytes = [0xff, 0xfe, ...wide(title)]
  expect(
    bodyText(
      bytes.map((byte) => Uint8Array.of(byte)),
      null,
    ),
  ).toBe(title)
})

test('curly quotes and the euro of Windows are read, and JSON keeps its damage in view', () => {
  expect(bodyText([latin('<a>\x93\x80\x94</a>')], null)).toBe('<a>“€”</a>')
  expect(bodyText([latin('{"a":"é"}')], 'application/json')).toBe('{"a":"\ufffd"}')
})
