import type { Clock, Logger } from '@starkmatter/core'
import type { Bus } from '../bus/bus.ts'
import { toErrorAnswer } from '../gateway/errors.ts'
import type { Services } from '../gateway/services.ts'
import { holdLease } from '../lease/hold-lease.ts'
import type { Lease, Leases } from '../lease/lease.ts'
import {
  type FeedMessage,
  type LastHeard,
  type Notice,
  noticesOf,
  readFeedMessage,
  readLastHeard,
  type StatusNotice,
} from './notices.ts'
import type { Topic, TopicBody } from './protocol.ts'
import { watch } from './watch.ts'

export type FeedOptions = {
  services: Services
  bus: Bus
  leases: Leases
  takeOverMs: number
  clock: Clock
  logger: Logger | undefined
}

/** Why a watch is over: it is not needed here any more, something in between broke, or the feed itself ended. */
type Ending = { kind: 'left' } | { kind: 'broken'; reason: string } | { kind: 'failed'; error: unknown }

const firstRetryMs = 100
const longestRetryMs = 2_000

/**
 * One topic on one gateway. Of all gateways that have it, the one with its lease watches upstream and publishes; the others wait
 * for the lease. Whatever breaks on the way to the bus ends the watch, and the next one begins where the bus says that it ended:
 * so there is one way to take over, from others and from oneself.
 */
export class Feed {
  readonly topic: Topic
  readonly listeners = new Set<(notice: Notice) => void>()
  readonly #options: FeedOptions
  readonly #onEnd: (feed: Feed) => void
  readonly #stopHearing: () => void
  #lastStatus: StatusNotice | undefined
  /** What listeners were told instead, as this gateway hears nothing more. */
  #trouble: StatusNotice | undefined
  #isStopped = false
  #isAttempting = false
  /** Who had the lease has left since it was last asked for. */
  #isVacant = false
  #retryMs = firstRetryMs
  #cancelAttempt = () => {}
  #finishWatch: ((ending: Ending) => void) | undefined
  /** A lease that could not be given back. */
  #leftOver: Lease | undefined
  #work: Promise<void>

  /** @param onEnd - The feed has failed for good, as its listeners were told. */
  constructor(topic: Topic, options: FeedOptions, onEnd: (feed: Feed) => void) {
    this.topic = topic
    this.#options = options
    this.#onEnd = onEnd
    this.#stopHearing = options.bus.subscribe(noticesOf(topic.id), ({ body }) => this.#hear(body))
    this.#work = this.#attempt()
  }

  get isWatching(): boolean {
    return this.#finishWatch !== undefined
  }

  listen(listener: (notice: Notice) => void): void {
    this.listeners.add(listener)
    const status = this.#trouble ?? this.#lastStatus
    if (status) listener(status)
  }

  /** Leaves the topic to the other gateways. */
  async stop(): Promise<void> {
    if (this.#isStopped) return
    this.#isStopped = true
    this.#cancelAttempt()
    this.#stopHearing()
    this.#finishWatch?.({ kind: 'left' })
    await this.#work
    const { bus } = this.#options
    await Promise.allSettled([bus.forget(this.topic.id), bus.forget(noticesOf(this.topic.id))])
  }

  #hear(body: string): void {
    const message = readFeedMessage(body)
    if (!message || this.#isStopped) return
    if (message.type === 'vacant') {
      this.#isVacant = true
      if (!this.#isAttempting) this.#attemptAfter(0)
    } else if (message.type === 'error') this.#end(message)
    else this.#setStatus(message)
  }

  #setStatus(status: StatusNotice): void {
    this.#lastStatus = status
    this.#trouble = undefined
    this.#tell(status)
  }

  #tell(notice: Notice): void {
    for (const listener of [...this.listeners]) listener(notice)
  }

  #end(notice: Notice): void {
    this.#onEnd(this)
    this.#tell(notice)
    void this.stop()
  }

  #attemptAfter(delayMs: number): void {
    this.#cancelAttempt()
    if (this.#isStopped) return
    this.#cancelAttempt = this.#options.clock.schedule(delayMs, () => {
      this.#work = this.#attempt()
    })
  }

  /** Takes the lease and watches for as long as it has it, or sees to the next attempt. */
  async #attempt(): Promise<void> {
    const { services, leases, takeOverMs, clock, logger } = this.#options
    this.#isAttempting = true
    try {
      // A gateway that cannot watch yet leaves it to others.
      await services.ready()
    } catch (error) {
      this.#isAttempting = false
      this.#fail(error)
      return
    }
    try {
      await this.#leftOver?.release()
      const takenAt = clock.now()
      this.#isVacant = false
      const acquired = await leases.acquire(`watch:${this.topic.id}`, takeOverMs)
      this.#leftOver = acquired.lease
      if (this.#isStopped) await acquired.lease?.release()
      else if (acquired.lease) await this.#watchUnder(acquired.lease, takenAt)
      else {
        await this.#readStatus()
        this.#retryMs = firstRetryMs
        this.#attemptAfter(this.#isVacant ? 0 : acquired.retryAfterMs + 1)
      }
    } catch (error) {
      logger?.debug('A feed cannot be shared', { topic: this.topic.id, reason: String(error) })
      this.#break(error instanceof Error ? error.message : String(error))
    } finally {
      this.#isAttempting = false
    }
  }

  /** Somebody watches it: what they said last is how it stands. */
  async #readStatus(): Promise<void> {
    if (this.#lastStatus && !this.#trouble) return
    const { messages } = await this.#options.bus.read(noticesOf(this.topic.id), undefined)
    const message = messages[0] && readFeedMessage(messages[0].body)
    if (message?.type === 'status' && !this.#isStopped) this.#setStatus(message)
  }

  async #watchUnder(lease: Lease, takenAt: number): Promise<void> {
    const { clock, takeOverMs: ttlMs } = this.#options
    let close = () => {}
    const ending = await new Promise<Ending>((resolve) => {
      let isOver = false
      const finish = (why: Ending) => {
        if (isOver) return
        isOver = true
        stopRenewing()
        close()
        this.#finishWatch = undefined
        resolve(why)
      }
      this.#finishWatch = finish
      const onLost = () => finish({ kind: 'broken', reason: 'Another gateway may have taken the feed over.' })
      const stopRenewing = holdLease(lease, { ttlMs, takenAt, clock, onLost })
      this.#open(lease, finish, () => isOver).then(
        (opened) => {
          close = opened
          if (isOver) close()
        },
        (error: unknown) => finish({ kind: 'failed', error }),
      )
    })
    await this.#finish(lease, ending)
  }

  /** Begins where the bus says that the last watcher ended, once nothing more can come of it. */
  async #open(lease: Lease, finish: (why: Ending) => void, isOver: () => boolean): Promise<() => void> {
    const { bus, services } = this.#options
    const { topic } = this
    const notices = noticesOf(topic.id)
    const refused = 'Another gateway has taken the feed over.'
    const broken = (error: unknown) => {
      finish({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) })
    }
    const send = (name: string, body: FeedMessage | TopicBody) => {
      if (isOver()) return
      bus.publish(name, JSON.stringify(body), lease.token).then((place) => {
        if (place === undefined) broken(refused)
        else this.#retryMs = firstRetryMs
      }, broken)
    }
    const context = await services.ready()
    let last: LastHeard | undefined
    try {
      const claims = await Promise.all([topic.id, notices].map((name) => bus.claim(name, lease.token)))
      if (claims.includes(false)) broken(refused)
      else last = await readLastHeard(bus, topic.id)
    } catch (error) {
      broken(error)
    }
    if (isOver()) return () => {}
    // What was said by the one before is no longer so.
    if (this.#lastStatus) {
      send(notices, {
        ...this.#lastStatus,
        state: 'reconnecting',
        reason: 'The feed goes on at another watcher.',
      })
    }
    return watch(context, topic, last, {
      tell: (status) => send(notices, status),
      publish: (body) => send(topic.id, body),
      end: (error) => finish({ kind: 'failed', error }),
    })
  }

  async #finish(lease: Lease, ending: Ending): Promise<void> {
    const { bus, logger } = this.#options
    const notices = noticesOf(this.topic.id)
    const isTold =
      ending.kind !== 'failed' ||
      (await bus.publish(notices, JSON.stringify(this.#errorOf(ending.error)), lease.token).then(
        () => true,
        () => false,
      ))
    await lease.release()
    if (ending.kind === 'left') {
      const vacant: FeedMessage = { type: 'vacant' }
      await bus.publish(notices, JSON.stringify(vacant)).catch(() => {})
    } else if (ending.kind === 'broken') this.#break(ending.reason)
    else {
      logger?.debug('A live feed ended', { topic: this.topic.id, reason: String(ending.error) })
      // Where the bus did not carry it, its own listeners are told at least.
      if (!isTold) this.#fail(ending.error)
    }
  }

  #break(reason: string): void {
    if (this.#isStopped) return
    if (this.#lastStatus && !this.#trouble) {
      this.#trouble = { ...this.#lastStatus, state: 'reconnecting', reason }
      this.#tell(this.#trouble)
    }
    this.#attemptAfter(this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs)
  }

  #fail(error: unknown): void {
    if (!this.#isStopped) this.#end(this.#errorOf(error))
  }

  #errorOf(error: unknown): Notice {
    return { type: 'error', topic: this.topic.id, error: toErrorAnswer(error).body.error }
  }
}
