import { expect, test } from 'vitest'
import { closeSections } from './closeSections.ts'
import { readFeed } from './readFeed.ts'

const item = (n: number, title: string, description = '') =>
  `<item><title>${title}</title><link>https://example.com/${n}</link><description>${description}</description></item>`
const entriesOf = (...items: string[]) =>
  readFeed(`<rss><channel><title>Fake</title>${items.join('\n')}</channel></rss>`, 'fake').entries.map(
    ({ title, url, summary }) => [title, url.slice(-1), summary],
  )

test('entries behind a CDATA section that was never ended are read, as is its own', () => {
  const behind = [item(3, 'Third'), item(4, 'Fourth')]
  const all = (second: string, summary: string) => [
    ['First', '1', ''],
    [second, '2', summary],
    ['Third', '3', ''],
    ['Fourth', '4', ''],
  ]
  expect(entriesOf(item(1, 'First'), item(2, '<![CDATA[Second'), ...behind)).toEqual(all('Second', ''))
  const body = '<![CDATA[<p>Body & more</p>'
  expect(entriesOf(item(1, 'First'), item(2, 'Second', body), ...behind)).toEqual(
    all('Second', '<p>Body & more</p>'),
  )
})

test('the end of a later section is not the end of one that was never ended', () => {
  expect(
    entriesOf(item(1, '<![CDATA[First'), item(2, '<![CDATA[Second]]>', '<![CDATA[Body]]>'), item(3, 'Third')),
  ).toEqual([
    ['First', '1', ''],
    ['Second', '2', 'Body'],
    ['Third', '3', ''],
  ])
})

test('a section whose element has no end either ends with its entry', () => {
  expect(
    entriesOf('<item><link>https://example.com/1</link><title><![CDATA[First</item>', item(2, 'Second')),
  ).toEqual([
    ['First', '1', ''],
    ['Second', '2', ''],
  ])
})

test('a comment that was begun only hides nothing, one that holds entries still hides them', () => {
  expect(entriesOf(item(1, 'First'), '<!-- adverts', item(2, 'Second'))).toHaveLength(2)
  expect(entriesOf('<!-- adverts', item(1, 'First'), '<!-- adverts -->', item(2, 'Second'))).toHaveLength(2)
  expect(entriesOf('<!-- adverts', item(1, 'First'), '-->', item(2, 'Second'))).toHaveLength(1)
})

test.each([
  item(1, '<![CDATA[How <title>…</title> is written]]>'),
  item(1, 'A', '<![CDATA[It ends with </description>, we read.]]>') + item(2, 'B'),
  item(1, 'A', '<![CDATA[Two ends: ]]]]><![CDATA[> and on]]>'),
  item(1, 'A', '<![CDATA[<!-- a comment ]]>') + item(2, 'B', '<![CDATA[-->]]>'),
  `<!-- <item><title><![CDATA[Old]]></title></item> -->${item(2, '<![CDATA[B]]>')}`,
  '<item/>]]> --> < <> </',
])('what is whole stays as it is: %s', (markup) => {
  expect(closeSections(markup)).toBe(markup)
})

test.each(['<item><title><![CDATA[A</title></item>', '<![CDATA[', '<!-- ', '<!-- <item>', '<a '])(
  'eight megabytes of %s are read in time',
  (part) => {
    const markup = part.repeat(Math.floor(8e6 / part.length))
    const begin = performance.now()
    closeSections(markup)
    // Some hundred ms; minutes where the cost grew with the square.
    expect(performance.now() - begin).toBeLessThan(10_000)
  },
)
