import type { FastifyInstance } from 'fastify'

/**
 * The longest that the platform takes to end, when the database takes its whole deadline, too. What stops it has to wait as long: the
 * deployment in `ops` does.
 */
export const longestEndMs = 40_000

/** How often to look for connections whose last answer is out: they would stay open for further questions. */
const everyMs = 50

/**
 * Closes an app in good order: what is under way is answered, for `graceMs` at the longest. What is connected then is cut
 * off: an answer that does not end, or a socket that was opened ahead and never asked anything, which is not idle to Node.
 */
export async function closeApp(app: FastifyInstance, graceMs = 5_000): Promise<void> {
  const closing = setInterval(() => app.server.closeIdleConnections(), everyMs)
  const cutting = setInterval(() => app.server.closeAllConnections(), graceMs)
  try {
    await app.close()
  } finally {
    clearInterval(closing)
    clearInterval(cutting)
  }
}
