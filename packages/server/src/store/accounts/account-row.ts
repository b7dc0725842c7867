import * as z from 'zod'

export const accountRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['user', 'admin']),
  passwordHash: z.string().nullable(),
  createdAt: z.number(),
})

/** An account's columns, of the table as `a`. */
export const accountColumns = `
  a.id, a.name, a.role, a.password_hash AS "passwordHash", a.created_at AS "createdAt"`
