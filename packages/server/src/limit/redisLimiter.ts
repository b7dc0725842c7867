import {
  type Clock,
  type Limiter,
  type LimitGrant,
  type LimitRequest,
  type Logger,
  systemClock,
} from '@starkmatter/core'
import { type Company, loneTime } from './lone-share.ts'
import { OwnGrants, type OwnWindow } from './own-grants.ts'
import { askScript, pauseScript, reportScript, settleScript } from './scripts.ts'

/** As much of a Redis client as the limiter needs; ioredis fits. */
export type RedisScripting = {
  eval(script: string, keyCount: number, ...keysAndArguments: (string | number)[]): Promise<unknown>
}

export type RedisLimiterOptions = {
  /**
   * Best made with `{ enableOfflineQueue: false, maxRetriesPerRequest: 0 }`: a command that waits for a lost server takes
   * its token when nobody needs it any more.
   */
  redis: RedisScripting
  /** Processes of one prefix share their budgets. @default 'starkmatter' */
  prefix?: string | undefined
  /** At least so many processes share the budgets, whether Redis has met them or not. @default 1 */
  processes?: number | undefined
  /** Redis is taken for lost after so long without an answer. @default 500 */
  answerWithinMs?: number | undefined
  /** @default the machine's clock */
  clock?: Clock | undefined
  /** Hears when Redis is lost, and when it is back. @default silent */
  logger?: Logger | undefined
}

/** Budgets shared through Redis. `close` leaves the others this process's share. */
export type RedisLimiter = Limiter & {
  /** Whether Redis is asked; otherwise this process lives on its share. */
  readonly isShared: boolean
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const heartbeatMs = 1_000
/** How often Redis is asked whether the others have told, too. */
const tellingMs = 100
/** A process that was not heard of for so long is gone. */
const memberMs = 10_000
/** A request that was never settled, as its process died, counts as if it had taken so long. */
const flightMs = 60_000
/** How long processes that were cut off are waited for when one of them is back. */
const patienceMs = 5_000

/**
 * Keeps the budgets of all processes that share a Redis: as sliding windows, by the server's clock. A request counts from
 * its grant until a window's length after it was over, so no window at the venue ever holds more than its tokens, however
 * slow the network is.
 *
 * When Redis cannot be reached each process goes on alone, on its share: the tokens divided by the number of processes,
 * rounded down; where that is nothing, they take turns. Until a window's length has passed it uses only its share of what
 * was surely left. Back again, each tells what it used, and when all have, or after 5 s, the whole budget is shared anew.
 * A process that alone is cut off, while the others are not, has its share on top of theirs.
 *
 * @example
 * const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 })
 * const client = createClient({ providers, limiter: redisLimiter({ redis }) })
 */
export function redisLimiter(options: RedisLimiterOptions): RedisLimiter {
  return new SharedLimiter(options)
}

class SharedLimiter implements RedisLimiter {
  readonly #redis: RedisScripting
  readonly #clock: Clock
  readonly #prefix: string
  readonly #answerWithinMs: number
  readonly #fewest: number
  readonly #now = () => this.#clock.now()
  readonly #logger: Logger | undefined
  readonly #process = globalThis.crypto.randomUUID()
  readonly #own = new OwnGrants()
  readonly #paused = new Map<string, number>()
  /** Wakes those who wait for a place: alone and together they wait differently long. */
  readonly #sleeping = new Set<() => void>()
  #company: Company
  #isKnown = false
  #isAlone = false
  /** It tells what it used, or has told and waits for the others: what it took now, nobody would know of. */
  #isTelling = false
  #count = 0
  #cancelHeartbeat = () => {}
  #closed = false

  constructor({
    redis,
    prefix = 'starkmatter',
    processes = 1,
    answerWithinMs = 500,
    clock,
    logger,
  }: RedisLimiterOptions) {
    this.#redis = redis
    this.#clock = clock ?? systemClock
    // The braces keep all keys on one node of a cluster.
    this.#prefix = `{${prefix}:limits}`
    this.#answerWithinMs = answerWithinMs
    this.#fewest = processes
    this.#logger = logger
    this.#company = { processes, rank: undefined, offsetMs: 0, lostAt: this.#clock.now() }
    this.#beat()
  }

  get #hasHistory(): boolean {
    return this.#company.rank !== undefined || this.#own.all().some(({ grants }) => grants.length > 0)
  }

  get isShared(): boolean {
    return !this.#isAlone
  }

  async reserve(request: LimitRequest): Promise<LimitGrant> {
    const { provider, limits, weight, now, maxWaitMs, signal } = request
    const windows = this.#own.windowsOf(provider, limits)
    const heaviest = windows.find(({ tokens }) => weight > tokens)
    if (heaviest) return { granted: false, availableAt: Number.POSITIVE_INFINITY, windowMs: heaviest.ms }
    const begin = this.#clock.now()
    for (;;) {
      const answer = await this.#ask(provider, windows, weight)
      if ('settle' in answer) return { granted: true, waitMs: 0, settle: answer.settle }
      const waitedMs = this.#clock.now() - begin
      const delayMs = Math.max(1, answer.delayMs)
      if (waitedMs + delayMs > maxWaitMs || signal?.aborted) {
        return { granted: false, availableAt: now + waitedMs + delayMs, windowMs: answer.windowMs }
      }
      await this.#sleep(delayMs, signal)
    }
  }

  pause(provider: string, until: number): void {
    const quietMs = Math.ceil(until - this.#clock.now())
    if (quietMs <= 0) return
    this.#paused.set(provider, Math.max(until, this.#paused.get(provider) ?? 0))
    void this.#run(pauseScript, [this.#key('pause', provider)], [quietMs])
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#cancelHeartbeat()
    const leave = `return redis.call('ZREM', KEYS[1], ARGV[1])`
    await this.#run(leave, [this.#key('members')], [this.#process])
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #ask(
    provider: string,
    windows: readonly OwnWindow[],
    weight: number,
  ): Promise<{ settle(): void } | { delayMs: number; windowMs: number }> {
    const id = `${this.#process}:${this.#count++}`
    const answer = this.#isAlone ? undefined : await this.#look(windows, id, weight, provider)
    if (!answer || answer.recovers) return this.#askAlone(provider, windows, weight, id)
    if (!answer.granted) return answer
    const settleHere = this.#own.take(windows, { id, weight, alone: false }, this.#now)
    const keys = windows.map(({ name }) => this.#key('window', name))
    return {
      settle: () => {
        settleHere()
        if (keys.length > 0) void this.#run(settleScript, keys, [`${id}:${weight}`])
      },
    }
  }

  #askAlone(provider: string, windows: readonly OwnWindow[], weight: number, id: string) {
    if (this.#isTelling) return { delayMs: tellingMs, windowMs: 0 }
    const now = this.#clock.now()
    const time = loneTime(windows, weight, this.#company, now)
    const at = Math.max(time?.at ?? now, this.#paused.get(provider) ?? 0)
    if (at > now) return { delayMs: at - now, windowMs: time?.window.ms ?? 0 }
    return { settle: this.#own.take(windows, { id, weight, alone: true }, this.#now) }
  }

  /** Asks Redis for a place, or with an empty id only how things stand; `undefined` where it gives no answer. */
  async #look(windows: readonly OwnWindow[], id: string, weight: number, provider: string) {
    const sentAt = this.#clock.now()
    const keys = [
      this.#key('members'),
      this.#key('recovery'),
      this.#key('pause', provider),
      ...windows.flatMap(({ name }) => [this.#key('window', name), this.#key('used', name)]),
    ]
    const facts = windows.flatMap(({ tokens, ms }) => [tokens, ms])
    const known = this.#isKnown ? '1' : '0'
    const answer = await this.#run(askScript, keys, [
      this.#process,
      known,
      id,
      weight,
      memberMs,
      flightMs,
      ...facts,
    ])
    if (!Array.isArray(answer)) return undefined
    const [granted = 0, at = 0, windowMs = 0, serverNow = 0, members = 1, rank = 0, recovers = 0, ...used] =
      answer.map(Number)
    const now = this.#clock.now()
    this.#isKnown = true
    this.#company = {
      processes: Math.max(members, this.#fewest),
      rank,
      offsetMs: serverNow - (sentAt + now) / 2,
      lostAt: this.#isAlone ? this.#company.lostAt : now,
    }
    for (const [index, window] of windows.entries()) {
      window.usedByAll = used[index] ?? window.tokens
      // What was granted while the answer was under way is not in it.
      window.heardAt = recovers === 1 ? now : sentAt
    }
    if (recovers === 1) this.#goAlone('it is being told again what was used')
    return { granted: granted === 1, delayMs: at - serverNow, windowMs, recovers: recovers === 1 }
  }

  /** Once a second: shows that this process lives, and keeps what it knows fresh; alone, it tries to come back. */
  #beat(): void {
    if (this.#closed) return
    const delayMs = this.#isTelling ? tellingMs : heartbeatMs
    this.#cancelHeartbeat = this.#clock.schedule(delayMs, async () => {
      // One that has not been here before has nothing to tell, and nobody has to wait for it.
      if (this.#isAlone && !this.#hasHistory) this.#share()
      if (this.#isAlone) await this.#comeBack()
      else await this.#look(this.#own.all(), '', 0, '')
      this.#beat()
    })
  }

  async #comeBack(): Promise<void> {
    this.#isTelling = true
    const windows = this.#own.all()
    const keys = windows.flatMap(({ name }) => [this.#key('window', name), this.#key('used', name)])
    const now = this.#clock.now()
    const told = windows.flatMap(({ ms, grants }) => {
      const list = grants.map(({ id, weight, settledAt }) => [
        `${id}:${weight}`,
        settledAt === undefined ? -flightMs : Math.floor(now - settledAt),
      ])
      return [ms, JSON.stringify(list)]
    })
    const recovers = await this.#run(
      reportScript,
      [this.#key('recovery'), this.#key('told'), ...keys],
      [this.#process, this.#company.processes, patienceMs, flightMs, ...told],
    )
    this.#isTelling = recovers === 1
    if (recovers !== 0) return
    this.#logger?.debug('Redis is back: the budgets are shared again.')
    this.#share()
  }

  #share(): void {
    this.#isAlone = false
    // Being absent from the list of members is a sign of a lost memory only later.
    this.#isKnown = false
    for (const wake of [...this.#sleeping]) wake()
  }

  #goAlone(reason: string): void {
    if (this.#isAlone) return
    this.#isAlone = true
    this.#logger?.warn('Redis is lost: this process goes on with its share of the budgets.', { reason })
    this.#company = { ...this.#company, lostAt: this.#clock.now() }
  }

  /** Runs a script; without an answer in time this process is alone. */
  async #run(
    script: string,
    keys: readonly string[],
    values: readonly (string | number)[],
  ): Promise<unknown> {
    let cancel = () => {}
    const tooLate = new Promise<never>((_resolve, reject) => {
      const late = new Error(`no answer within ${this.#answerWithinMs} ms`)
      cancel = this.#clock.schedule(this.#answerWithinMs, () => reject(late))
    })
    try {
      return await Promise.race([this.#redis.eval(script, keys.length, ...keys, ...values), tooLate])
    } catch (error) {
      this.#goAlone(error instanceof Error ? error.message : String(error))
      return undefined
    } finally {
      cancel()
    }
  }

  #sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        cancel()
        this.#sleeping.delete(done)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const cancel = this.#clock.schedule(delayMs, done)
      this.#sleeping.add(done)
      signal?.addEventListener('abort', done, { once: true })
    })
  }

  #key(...parts: string[]): string {
    return [this.#prefix, ...parts].join(':')
  }
}
