/** Runs a job at most once a frame: at once when this frame has not run it yet, else at the start of the next. */
export class OncePerFrame {
  readonly #job: () => void
  #frame: number | undefined
  #again = false

  constructor(job: () => void) {
    this.#job = job
  }

  request(): void {
    if (this.#frame !== undefined) {
      this.#again = true
      return
    }
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined
      if (!this.#again) return
      this.#again = false
      this.request()
    })
    this.#job()
  }

  cancel(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
    this.#again = false
  }
}
