import { createClient } from '@starkmatter/core'
import { synthetic } from '@starkmatter/core/providers/synthetic'
import { StarkMatterProvider } from '@starkmatter/react'
import { useState } from 'react'
import { sampleStory, sampleWire } from '../../../react/src/testing/sample-news.ts'
import { SentimentPanel, type SentimentPanelProps } from './SentimentPanel.tsx'

type StoryProps = Omit<SentimentPanelProps, 'symbol'> & Parameters<typeof sampleWire>[0]

function OverWire({ stories, ...props }: StoryProps) {
  const [client] = useState(() => createClient({ providers: [sampleWire({ stories })] }))
  return (
    <StarkMatterProvider client={client}>
      <SentimentPanel symbol="AAPL" locale="en-GB" {...props} />
    </StarkMatterProvider>
  )
}

const about = (title: string, hoursAgo: number) => sampleStory(title, hoursAgo, ['AAPL'])

/** A press that differs, with more headlines than are shown at first. */
export function Mixed() {
  return (
    <OverWire
      names={['Apple']}
      others={['Samsung']}
      stories={[
        about('Apple raises its forecast after record sales', 1),
        about('Apple beats estimates while Samsung misses', 2),
        about('Apple recalls chargers after accidents', 3),
        about('Regulator fines Apple over late payments', 9),
        about('Apple to hold its developer conference in June', 20),
        about('Analysts upgrade Apple as services grow strongly', 26),
        about('Apple shares slip in heavy trading', 30),
      ]}
    />
  )
}

/** Nothing but bad news. */
export function Bad() {
  return (
    <OverWire
      names={['Apple']}
      stories={[
        about('Apple cuts its outlook after weak quarter', 1),
        about('Apple faces lawsuit over batteries', 5),
      ]}
    />
  )
}

export function Empty() {
  return <OverWire stories={[]} />
}

/** Nothing was ever read. */
export function Refused() {
  return <OverWire stories={undefined} />
}

/** Made-up news of a made-up market. */
export function Simulated() {
  const [client] = useState(() => createClient({ providers: [synthetic()] }))
  const [start] = useState(() => Date.now() - 120 * 86_400_000)
  return (
    <StarkMatterProvider client={client}>
      <SentimentPanel symbol="AAPL" start={start} locale="en-GB" />
    </StarkMatterProvider>
  )
}
