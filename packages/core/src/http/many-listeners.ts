/**
 * Lets many calls listen to one signal. Node suspects a leak at the eleventh listener and prints a warning; here every
 * listener is taken off when its call ends. Elsewhere this does nothing.
 */
export function manyListeners<signal extends AbortSignal>(signal: signal): signal {
  try {
    globalThis.process?.getBuiltinModule?.('node:events').setMaxListeners(0, signal)
  } catch {
    // A test's DOM may bring a signal of its own, which Node does not know, and does not warn about either.
  }
  return signal
}
