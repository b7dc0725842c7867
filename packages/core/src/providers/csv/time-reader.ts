/** Which number of `03/04/2020` is the month. `ymd` covers everything that starts with a four-digit year. */
export type DateOrder = 'mdy' | 'dmy'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const dayMs = 86_400_000

/**
 * Reads one time field out of a text without cutting it out first.
 *
 * Understands epochs (s, ms, µs, ns), ISO 8601 and its relatives (`2020-01-02 09:30:00-05:00`, `2020/01/02`, `20200102`,
 * `20200102 0930`, `20200102093000`), `01/02/2020 9:30 AM`, `02.01.2020`, `2-Jan-2020` and `Jan 2, 2020`.
 * After a successful `read` the result stands in `local`, `offset` and `hasClock`.
 */
export class TimeReader {
  readonly order: DateOrder
  /** The wall clock's reading as if it were UTC, ms; the instant itself where `offset` is a number. */
  local = Number.NaN
  /** Local minus UTC in ms where the text says so, else NaN. */
  offset = Number.NaN
  /** Whether the text has a time of day. */
  hasClock = false
  /** First and second number of a `1/2/2020` date: they tell which order a file uses. Else 0. */
  first = 0
  second = 0
  #text = ''
  #at = 0
  #end = 0
  #length = 0
  #date = 0
  #midnight = Number.NaN
  #exists = false

  constructor(order: DateOrder = 'mdy') {
    this.order = order
  }

  /** False when the field is not a time. */
  read(text: string, start: number, end: number): boolean {
    this.#begin(text, start, end)
    this.offset = Number.NaN
    this.hasClock = false
    this.first = 0
    this.second = 0
    const code = text.charCodeAt(this.#at)
    if (code >= 48 && code <= 57) {
      const value = this.#digits()
      const length = this.#length
      if (length >= 9) return this.#long(value, length)
      if (length === 8) return this.#compactDate(value) && this.#rest()
      if (length === 4) return this.#yearFirst(value) && this.#rest()
      if (length <= 2) return this.#yearLast(value) && this.#rest()
      return false
    }
    return this.#monthFirst() && this.#rest()
  }

  /** Adds the time of day of a second field to the date already read. */
  readClock(text: string, start: number, end: number): boolean {
    this.#begin(text, start, end)
    return this.#clock() && this.#zone() && this.#at === this.#end
  }

  #begin(text: string, start: number, end: number): void {
    while (start < end && text.charCodeAt(start) <= 32) start++
    while (end > start && text.charCodeAt(end - 1) <= 32) end--
    this.#text = text
    this.#at = start
    this.#end = end
  }

  #digits(): number {
    const start = this.#at
    let sum = 0
    let at = start
    for (; at < this.#end; at++) {
      const digit = this.#text.charCodeAt(at) - 48
      if (digit < 0 || digit > 9) break
      sum = sum * 10 + digit
    }
    this.#at = at
    this.#length = at - start
    return sum
  }

  #peek(): number {
    return this.#at < this.#end ? this.#text.charCodeAt(this.#at) : 0
  }

  /** Nine digits and more: an epoch, or date and time run together. */
  #long(value: number, length: number): boolean {
    if (length === 12 || length === 14) {
      const seconds = length === 14 ? value % 100 : 0
      const minutes = length === 14 ? Math.floor(value / 100) : value
      if (
        this.#setDate(
          Math.floor(minutes / 1e8),
          Math.floor(minutes / 1e6) % 100,
          Math.floor(minutes / 1e4) % 100,
        )
      ) {
        return (
          this.#setClock(Math.floor(minutes / 100) % 100, minutes % 100, seconds) &&
          this.#zone() &&
          this.#done()
        )
      }
    }
    let fraction = 0
    if (this.#peek() === 46) {
      this.#at++
      fraction = this.#digits() / 10 ** this.#length
    }
    const unitMs = length <= 10 ? 1000 : length <= 13 ? 1 : length <= 16 ? 1e-3 : 1e-6
    this.local = Math.floor((value + fraction) * unitMs)
    this.offset = 0
    this.hasClock = this.local % dayMs !== 0
    return length <= 19 && this.#done()
  }

  #compactDate(value: number): boolean {
    return this.#setDate(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100)
  }

  #yearFirst(year: number): boolean {
    if (!this.#separator()) return false
    const month = this.#month()
    // A month alone stands for its first day.
    if (this.#done()) return this.#setDate(year, month, 1)
    if (!this.#separator()) return false
    return this.#setDate(year, month, this.#digits())
  }

  #yearLast(first: number): boolean {
    if (!this.#separator()) return false
    const isNumeric = this.#peek() <= 57
    const second = this.#month()
    if (!this.#separator()) return false
    const year = this.#year()
    if (!isNumeric) return this.#setDate(year, second, first)
    this.first = first
    this.second = second
    return this.order === 'mdy' ? this.#setDate(year, first, second) : this.#setDate(year, second, first)
  }

  #monthFirst(): boolean {
    let month = this.#month()
    if (month === 0) {
      // A weekday may stand in front: "Thu, Jan 2, 2020".
      while (this.#peek() === 44 || this.#peek() === 32) this.#at++
      month = this.#month()
    }
    if (month === 0 || !this.#separator()) return false
    const day = this.#digits()
    while (this.#peek() === 44 || this.#peek() === 32) this.#at++
    return this.#setDate(this.#year(), month, day)
  }

  #year(): number {
    const year = this.#digits()
    if (this.#length === 2) return year + (year < 70 ? 2000 : 1900)
    return this.#length === 4 ? year : Number.NaN
  }

  /** A month as number or name; 0 where there is none. */
  #month(): number {
    if (this.#peek() <= 57) return this.#digits()
    const start = this.#at
    while ((this.#peek() | 32) >= 97 && (this.#peek() | 32) <= 122) this.#at++
    return months.indexOf(this.#text.slice(start, start + 3).toLowerCase()) + 1
  }

  #separator(): boolean {
    const code = this.#peek()
    if (code !== 45 && code !== 47 && code !== 46 && code !== 32) return false
    this.#at++
    return true
  }

  /** What may follow a date: nothing, or a time of day and an offset. */
  #rest(): boolean {
    const code = this.#peek()
    if (code === 0) return true
    if (code === 32 || code === 84 || code === 44 || code === 59) {
      this.#at++
      while (this.#peek() === 32) this.#at++
      return this.#clock() && this.#zone() && this.#done()
    }
    return this.#zone() && this.#done()
  }

  #done(): boolean {
    return this.#at === this.#end
  }

  #clock(): boolean {
    let hour = this.#digits()
    const length = this.#length
    let minute = 0
    let second = 0
    if (length === 4 || length === 6) {
      if (length === 6) second = hour % 100
      const minutes = length === 6 ? Math.floor(hour / 100) : hour
      minute = minutes % 100
      hour = Math.floor(minutes / 100)
    } else {
      if (length === 0 || length > 2 || this.#peek() !== 58) return false
      this.#at++
      minute = this.#digits()
      if (this.#peek() === 58) {
        this.#at++
        second = this.#digits()
      }
    }
    if (this.#peek() === 46 || this.#peek() === 44) {
      this.#at++
      second += this.#digits() / 10 ** this.#length
    }
    const half = this.#text.charCodeAt(this.#at + (this.#peek() === 32 ? 1 : 0)) | 32
    if (half === 97 || half === 112) {
      if (hour > 12) return false
      hour = (hour % 12) + (half === 112 ? 12 : 0)
      this.#at += (this.#peek() === 32 ? 1 : 0) + 2
    }
    return this.#setClock(hour, minute, second)
  }

  #zone(): boolean {
    while (this.#peek() === 32) this.#at++
    const code = this.#peek()
    if (code === 0) return true
    if (code === 43 || code === 45) {
      this.#at++
      let hours = this.#digits()
      let minutes = 0
      if (this.#length === 4) {
        minutes = hours % 100
        hours = Math.floor(hours / 100)
      } else if (this.#peek() === 58) {
        this.#at++
        minutes = this.#digits()
      }
      this.offset = (code === 45 ? -1 : 1) * (hours * 60 + minutes) * 60_000
      return hours < 15 && minutes < 60
    }
    const name = this.#text.slice(this.#at, this.#end).toUpperCase()
    if (name !== 'Z' && name !== 'UTC' && name !== 'GMT') return false
    this.offset = 0
    this.#at = this.#end
    return true
  }

  #setDate(year: number, month: number, day: number): boolean {
    if (!(year >= 1800 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return false
    // Rows of one day stand together.
    const date = (year * 16 + month) * 32 + day
    if (date !== this.#date) {
      this.#date = date
      this.#midnight = Date.UTC(year, month - 1, day)
      this.#exists = day <= 28 || new Date(this.#midnight).getUTCDate() === day
    }
    this.local = this.#midnight
    return this.#exists
  }

  #setClock(hour: number, minute: number, second: number): boolean {
    this.hasClock = true
    this.local += Math.round(((hour * 60 + minute) * 60 + second) * 1000)
    return hour < 24 && minute < 60 && second < 60
  }
}
