import { type Log, openLog } from '@starkmatter/server'
import type { Config } from './config.ts'

export type PlatformLog = Log & {
  /** Tells whoever started the platform what it is doing: a sentence at a terminal, a line of the log for machines. */
  say(text: string): void
  /** Tells them why it ends, in the same way. */
  complain(text: string): void
}

/**
 * The platform's log on stdout. Its format is chosen by `LOG_FORMAT` alone, never by whether stdout is a terminal: what a collector
 * reads must not turn into prose because somebody ran the container with `-t`, nor a developer's output into JSON behind a pipe.
 */
export function openPlatformLog(
  config: Pick<Config, 'LOG_FORMAT' | 'LOG_LEVEL' | 'STARKMATTER_REVISION'>,
): PlatformLog {
  const log = openLog({
    level: config.LOG_LEVEL,
    format: config.LOG_FORMAT,
    version: config.STARKMATTER_REVISION,
  })
  return config.LOG_FORMAT === 'plain'
    ? { ...log, say: (text) => console.log(text), complain: (text) => console.error(log.scrub(text)) }
    : { ...log, say: (text) => log.pino.info(text), complain: (text) => log.pino.fatal(text) }
}
