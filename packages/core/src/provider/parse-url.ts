/**
 * The parsed address, or `undefined`. Not `URL.canParse`: of Node 20 and 22 it refuses addresses with letters beyond
 * ASCII as soon as it has been called often enough to be compiled.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  // To throw and catch costs a hundred times what a look at the scheme does, and feeds hold many relative links.
  if (base === undefined && !/^\s*[a-z][a-z\d+.-]*:/i.test(address)) return undefined
  try {
    return new URL(address, base)
  } catch {
    return undefined
  }
}
