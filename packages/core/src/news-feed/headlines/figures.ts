/** An amount in a headline: `8.2%`, `$1.5bn`, `40 euros`, `200`. */
export type Figure = {
  value: number /** Half a unit of its last digit. */
  rounding: number
  isPercent: boolean
  /** What its digits say, whatever it is of. */
  digits: number
}

const multiples: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6, b: 1e9 }
const figure =
  /(?<=(?<!\p{L})(?:eur|usd|gbp|chf|sek|nok|dkk|cad|aud|jpy|inr)|(?<![\p{L}\p{N}.,]))(\d{1,15}(?:,\d{3})*)(\.\d{1,9})?(?![.,]?\d)\s?(%|percent|per cent|pct|(?:thousand|million|billion|mln|bln|mn|bn|[mbk])(?![\p{L}\p{N}])|)(?![\p{L}\p{N}])/giu

const none: readonly Figure[] = []

/** The amounts of a text, in their order. */
export function readFigures(text: string): readonly Figure[] {
  if (!/\d/.test(text)) return none
  return Array.from(text.matchAll(figure), ([, whole = '', fraction = '', unit = '']) => {
    const isPercent = /^[%p]/i.test(unit)
    const multiple = (!isPercent && multiples[unit.charAt(0).toLowerCase()]) || 1
    const places = fraction.length > 1 ? fraction.length - 1 : 0
    const digits = Number(whole.replaceAll(',', '') + fraction)
    return {
      value: digits * multiple,
      rounding: (multiple * 10 ** -places) / 2,
      isPercent,
      digits,
    }
  })
}

/** Whether each has an amount that the other lacks: "target to $1" and "target to $2". One that is rounded is no other. */
export function otherFigures(left: readonly Figure[], right: readonly Figure[]): boolean {
  return lacks(left, right) && lacks(right, left)
}

function lacks(own: readonly Figure[], others: readonly Figure[]): boolean {
  const free = [...others]
  return own.some((one) => {
    const place = free.findIndex((other) => isSame(one, other))
    if (place >= 0) free.splice(place, 1)
    return place < 0
  })
}

function isSame(one: Figure, other: Figure): boolean {
  // A copy may lose what it is of: "falls 8" and "falls 8%".
  if (one.digits === other.digits && (one.value === one.digits || other.value === other.digits)) return true
  const apart = Math.abs(one.value - other.value)
  return (
    one.isPercent === other.isPercent &&
    (apart === 0 ||
      (one.rounding !== other.rounding && apart <= Math.max(one.rounding, other.rounding) * 1.0001))
  )
}
