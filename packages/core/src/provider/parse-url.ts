/**
 * The parsed address, or `undefined`. Not `URL.canParse`: of Node 20 and 22 it refuses addresses with letters beyond
 * ASCII as soon as it has been called often enough to be compiled.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base)
  } catch {
    return undefined
  }
}
