/**
 * A hex colour with an opacity; any other notation comes back as it is.
 *
 * @example
 * withAlpha('#2fbf8a', 0.3) // 'rgba(47, 191, 138, 0.3)'
 */
export function withAlpha(color: string, alpha: number): string {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color)
  const long = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : color
  if (!/^#[\da-f]{6}$/i.test(long)) return color
  const channel = (at: number) => Number.parseInt(long.slice(at, at + 2), 16)
  return `rgba(${channel(1)}, ${channel(3)}, ${channel(5)}, ${alpha})`
}
