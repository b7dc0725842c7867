const dayMs = 86_400_000

/** Easter Sunday of the western churches from 1900 to 2199, ms UTC of its midnight. */
export function easterSunday(year: number): number {
  const golden = year % 19
  // The full moon of spring by the church's reckoning, in days after March 21.
  const age = (19 * golden + 24) % 30
  const moon = Date.UTC(year, 2, 21 + age - Number(age > 28 || (age > 27 && golden > 10)))
  // Easter is the Sunday after it.
  return moon + (7 - new Date(moon).getUTCDay()) * dayMs
}
