import * as z from 'zod/mini'
import { claims, viewSchema } from './viewSchema.ts'

/** What a company's statements say about it. */
export const fundamentalReport = z
  .object({
    view: z.nullable(viewSchema),
    summary: claims(3),
    growth: claims(5),
    profitability: claims(5),
    balanceSheet: claims(5),
    cashFlow: claims(4),
    valuation: claims(4),
    risks: claims(4),
  })
  .check(
    z.meta({
      title: 'fundamental',
      description:
        'A fundamental analysis of one company from its filed statements: growth, profitability, balance sheet, cash flow and valuation, each compared with its own past.',
    }),
  )
