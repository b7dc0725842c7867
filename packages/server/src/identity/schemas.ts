import * as z from 'zod'

/** A name to sign in with: an address of mail or a word. No control characters, and no space that nobody sees. */
export const accountName = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .regex(/^[^\p{C}\p{Z}]+(?: [^\p{C}\p{Z}]+)*$/u, 'a name has no line breaks, and single spaces within')
  .describe('An address of mail, or any name.')

/** Longer ones are refused unread, as hashing takes its time. */
export const passwordText = z.string().min(1).max(1_024)
export const secretText = z.string().min(1).max(200)
export const idParameter = z.strictObject({ id: z.string().min(1).max(100) })
export const roleSchema = z.enum(['user', 'admin'])

export const accountSchema = z.object({ id: z.string(), name: z.string(), role: roleSchema })

export const welcomeSchema = z.object({
  accessToken: z.string().describe('For the header `Authorization: Bearer …`. Keep it in memory alone.'),
  expiresAt: z.number().describe('ms UTC; call `/v1/session/refresh` before.'),
  account: accountSchema,
})

export const emptySchema = z.undefined()

export const waysSchema = z.object({
  required: z.boolean().describe('False where everything is open and nobody signs in.'),
  registration: z.enum(['invitation', 'open']).optional(),
  hasAccounts: z.boolean().optional().describe('False until the first account was made.'),
})
