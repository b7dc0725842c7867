/**
 * Lets many calls listen to one signal. Node suspects a leak at the eleventh listener and prints a warning; here every
 * listener is taken off when its call ends. Elsewhere this does nothing.
 */
export function manyListeners<signal extends AbortSignal>(signal: signal): signal {
  globalThis.process?.getBuiltinModule?.('node:events').setMaxListeners(0, signal)
  return signal
}
