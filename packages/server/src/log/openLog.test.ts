import { Writable } from 'node:stream'
import { BadRequestError } from '@starkmatter/core'
import { expect, test } from 'vitest'
import { type LogOptions, openLog } from './openLog.ts'

function opened(options: LogOptions = {}) {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const log = openLog({ stream, ...options })
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line)) }
}

test('a line has the fields of the Elastic Common Schema, and facts stand below a name of their own', () => {
  const { log, entries } = opened({ version: '1.2.3' })
  log.logger.warn('The venue is slow', { provider: 'kraken', status: 503 })
  expect(entries()).toEqual([
    {
      'log.level': 'warn',
      '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      message: 'The venue is slow',
      'ecs.version': expect.any(String),
      'service.name': 'starkmatter',
      'service.version': '1.2.3',
      'event.dataset': 'starkmatter',
      'process.pid': process.pid,
      'host.hostname': expect.any(String),
      starkmatter: { provider: 'kraken', status: 503 },
    },
  ])
})

test('an error is told with its stack, without what is hidden', () => {
  const { log, entries } = opened()
  log.hide('hunter-2-hunter')
  log.pino.error({ err: new BadRequestError('No HUNTER-2-hunter here') }, 'It failed')
  expect(entries()[0]).toMatchObject({
    message: 'It failed',
    error: {
      type: 'BadRequestError',
      message: 'No ••• here',
      stack_trace: expect.stringContaining('openLog.test'),
    },
  })
  expect(JSON.stringify(entries()).toLowerCase()).not.toContain('hunter-2')
})

test('for people a line is the time, the level, the message and the facts', () => {
  const { log, lines } = opened({ format: 'plain' })
  log.logger.warn('The venue is slow', { provider: 'kraken', why: 'a "busy" day' })
  expect(lines[0]).toMatch(
    /^\d\d:\d\d:\d\d\.\d{3} WARN {2}The venue is slow provider=kraken why="a \\"busy\\" day"\n$/,
  )
})

test('a text of a stranger begins no line of its own, and tells a terminal nothing', () => {
  const { log, lines } = opened({ format: 'plain' })
  log.pino.info({ symbol: 'A\u001b[2J' }, 'asked\n12:00:00.000 ERROR forged')
  expect(lines.join('').split('\n')).toHaveLength(2)
  expect(lines.join('')).not.toContain('\u001b')
})

test('what cannot be read does not throw, and is told without it', () => {
  const { log, entries } = opened()
  const broken = {
    get provider(): string {
      throw new Error('no')
    },
  }
  const circle: Record<string, unknown> = {}
  circle.self = circle
  const unreadable = Object.defineProperty(new Error('x'), 'stack', {
    get() {
      throw new Error('no stack')
    },
  })
  log.logger.warn('one', broken)
  log.logger.warn('two', circle)
  log.pino.error({ err: unreadable }, 'three')
  log.logger.warn('four', { size: 1n, symbol: Symbol('x'), run: () => {}, none: undefined })
  expect(entries()).toHaveLength(4)
  expect(entries()[1].message).toBe('two')
})

test('a line is never longer than a collector takes', () => {
  const { log, lines } = opened()
  log.logger.warn('A long one', { text: 'x'.repeat(200_000) })
  expect(lines[0]?.length).toBeLessThan(3_000)
  expect(lines[0]).toContain('A long one (a line of ')
})

test('a reader that stalls costs lines, not memory; they are counted, and told once it goes on', async () => {
  const lines: string[] = []
  let goOn: (() => void) | undefined
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      if (goOn) done()
      else goOn = done
    },
  })
  const log = openLog({ stream, maxWaitingBytes: 10_000 })
  for (let n = 0; n < 1_000; n++) log.pino.info(`line ${n}`)
  expect(stream.writableLength).toBeLessThan(11_000)
  expect(log.dropped()).toBeGreaterThan(900)
  const before = performance.now()
  await log.flush(50)
  expect(performance.now() - before).toBeLessThan(5_000)
  goOn?.()
  await log.flush(5_000)
  log.pino.info('on again')
  await log.flush(5_000)
  expect(lines.at(-2)).toContain(`${log.dropped()} lines of the log were dropped`)
  expect(lines.at(-1)).toContain('on again')
})

test('a reader that has gone ends nothing', async () => {
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) })
  const log = openLog({ stream })
  log.pino.info('one')
  await log.flush(1_000)
  log.pino.info('two')
  await log.flush(1_000)
  expect(log.dropped()).toBeGreaterThan(0)
})
