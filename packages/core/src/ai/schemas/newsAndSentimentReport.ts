import * as z from 'zod/mini'
import { claims, viewSchema } from './viewSchema.ts'

/** What is written about one instrument, and in what tone. */
export const newsAndSentimentReport = z
  .object({
    view: z.nullable(viewSchema),
    summary: claims(3),
    tone: z.nullable(z.enum(['good', 'bad', 'mixed', 'quiet'])),
    sentiment: claims(4),
    events: claims(8),
    catalysts: claims(4),
    risks: claims(4),
  })
  .check(
    z.meta({
      title: 'news-and-sentiment',
      description:
        'What the news of one instrument is about, how its tone stands against its past, and what may move it next. Articles are known by event, stance and quoted passage only.',
    }),
  )
