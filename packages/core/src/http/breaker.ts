export type Verdict = 'worked' | 'failed' | 'unknown'

const failuresToOpen = 5
const firstPauseMs = 10_000
const longestPauseMs = 300_000

/**
 * Stops asking a provider that keeps failing. After a pause one request goes through as a probe: its success closes the
 * circuit, its failure doubles the pause.
 */
export class Breaker {
  #failures = 0
  #pauseMs = firstPauseMs
  #openUntil = 0
  #probing = false

  /** Lets a request in, and takes its verdict when it is over; `undefined` while the circuit is open. */
  enter(now: number): ((verdict: Verdict, now: number) => void) | undefined {
    const isProbe = this.#failures >= failuresToOpen
    if (isProbe && (this.#probing || now < this.#openUntil)) return undefined
    this.#probing = isProbe
    return (verdict, then) => {
      if (isProbe) this.#probing = false
      if (verdict === 'worked') {
        this.#failures = 0
        this.#pauseMs = firstPauseMs
      } else if (verdict === 'failed') {
        this.#failures++
        if (this.#failures < failuresToOpen) return
        if (isProbe) this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs)
        this.#openUntil = then + this.#pauseMs
      }
    }
  }

  /** When the next probe may go, ms UTC. */
  get openUntil(): number {
    return this.#openUntil
  }
}
