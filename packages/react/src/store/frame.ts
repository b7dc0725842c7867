type Flush = () => void

/** Runs what was asked for in one frame together, once. */
export type Frame = { request(flush: Flush): void }

/** Longest wait where no frame comes: on a server, and in a tab that is hidden. */
const withoutFramesMs = 250

/** One frame for every store that shares it: however many ticks arrive, each flush runs once. */
export function createFrame(): Frame {
  const waiting = new Set<Flush>()
  let cancel: (() => void) | undefined

  function run() {
    cancel?.()
    cancel = undefined
    const flushes = [...waiting]
    waiting.clear()
    for (const flush of flushes) flush()
  }

  return {
    request(flush) {
      waiting.add(flush)
      cancel ??= nextFrame(run)
    },
  }
}

// Hidden tabs get no animation frames; the timer keeps their titles and badges from going stale.
function nextFrame(run: () => void): () => void {
  const timer = setTimeout(run, withoutFramesMs)
  if (typeof requestAnimationFrame === 'undefined') return () => clearTimeout(timer)
  const handle = requestAnimationFrame(run)
  return () => {
    clearTimeout(timer)
    cancelAnimationFrame(handle)
  }
}
