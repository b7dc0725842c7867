import { createClient } from '@starkmatter/core'
import { StarkMatterProvider } from '@starkmatter/react'
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { sampleStory, sampleWire } from '../../../react/src/testing/sample-news.ts'
import { SentimentPanel, type SentimentPanelProps } from './SentimentPanel.tsx'

// A hang, not a slow machine, is what it is there to catch.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

type Wire = Parameters<typeof sampleWire>[0]

function show(wire: Wire, props: Partial<SentimentPanelProps> = {}) {
  const client = createClient({ providers: [sampleWire(wire)] })
  return render(
    <StarkMatterProvider client={client}>
      <SentimentPanel symbol="AAPL" locale="en" {...props} />
    </StarkMatterProvider>,
  )
}

const story = (title: string, hoursAgo = 1) => sampleStory(title, hoursAgo, ['AAPL'])

test('a headline marks the words of its evidence, and lists what each adds to its score', async () => {
  show({ stories: [story('Apple raises its forecast after record sales')] })
  const headline = await screen.findByRole('article')
  expect([...headline.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'raises its forecast',
    'record sales',
  ])
  fireEvent.click(within(headline).getByText(/^Why \+/))
  expect(within(headline).getByText('movement.guidance')).toBeTruthy()
  expect(within(headline).getByRole('link').textContent).toBe('Apple raises its forecast after record sales')
})

test('the score stands on its scale in figures and in words, with a true minus', async () => {
  show({ stories: [story('Apple cuts its outlook after weak quarter'), story('Apple faces lawsuit', 2)] })
  const meter = await screen.findByRole('meter', { name: 'News sentiment' })
  expect(meter.getAttribute('aria-valuetext')).toMatch(
    /^−0\.\d\d on a scale from −1 to \+1, (?:strongly )?negative$/,
  )
  expect(Number(meter.getAttribute('value'))).toBeLessThan(0)
})

test('of many headlines the newest are shown, and all of them on request', async () => {
  const stories = Array.from({ length: 8 }, (_, index) =>
    story(`Apple opens its store number ${index + 1}`, index),
  )
  show({ stories }, { limit: 3 })
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(3))
  fireEvent.click(screen.getByRole('button', { name: 'Show all 8 headlines' }))
  expect(screen.getAllByRole('article')).toHaveLength(8)
})

test('a headline without a word that counts says so', async () => {
  show({ stories: [story('Apple to hold its developer conference in June')] })
  await screen.findByText('No word in it speaks for or against.')
})

test('a source that does not answer is named beside the score of the others', async () => {
  const wires = [
    sampleWire({ stories: [story('Apple raises its forecast')] }),
    sampleWire({ stories: undefined }, { id: 'silent' }),
  ]
  show({ stories: [] }, { client: createClient({ providers: wires }) })
  await screen.findByText('Not counted, for lack of an answer: silent')
  expect(screen.getByRole('article')).toBeTruthy()
})

test('when the source fails later, the last reading stays and is called stale', async () => {
  const wire: Wire = { stories: [story('Apple raises its forecast')] }
  show(wire, { everyMs: 30 })
  await screen.findByRole('article')
  wire.stories = undefined
  await screen.findByText(/^STALE · read .*Too many calls/)
  expect(screen.getByRole('article')).toBeTruthy()
})
