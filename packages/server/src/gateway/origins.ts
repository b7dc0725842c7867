/**
 * Whether a page from `origin` may use the gateway: pages of its own host, and those that are listed. A request without
 * an origin does not come from a page.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined || allowed.includes(origin) || allowed.includes('*')) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
