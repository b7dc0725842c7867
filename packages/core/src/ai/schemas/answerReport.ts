import * as z from 'zod/mini'
import { claims, viewSchema } from './viewSchema.ts'

/** The answer to a free question, in the same verified form. */
export const answerReport = z
  .object({
    answer: claims(6),
    sections: z
      .array(z.object({ heading: z.string().check(z.minLength(1), z.maxLength(60)), claims: claims(6) }))
      .check(z.maxLength(4)),
    views: z.array(viewSchema).check(z.maxLength(4)),
    unanswered: z.array(z.string().check(z.minLength(1), z.maxLength(160))).check(z.maxLength(4)),
  })
  .check(
    z.meta({
      title: 'answer',
      description:
        'The answer to the question, most direct sentence first. What the evidence does not tell stands in `unanswered`, without numbers.',
    }),
  )
