import type { CompareCondition, Condition, LeafCondition, Operand } from '../rules/condition.ts'
import { operandLabel } from '../rules/operand.ts'
import type { ValueBank } from './value-bank.ts'

/** Whether a condition holds at the bar that is evaluated, and whether that is news: it did not at the evaluation before. */
export type Verdict = { isTrue: boolean; isNew: boolean }

/** A value that a firing was decided by. */
export type FiringValue = { name: string; value: number }

/** What is known of the news, for conditions that ask for them. */
export type NewsFacts = {
  /** From -1 to 1, NaN without news. */
  score: number
  /** Those that had not been seen at the evaluation before. */
  headlines: readonly string[]
}

/** Judges one condition at one bar after the other. */
export interface Judge {
  judge(): Verdict
  /** Takes the bar that is shown as seen. What holds there is still new to an alert that is not known to have fired for it. */
  prime(isKnown: boolean): void
  values(): readonly FiringValue[]
  release(): void
}

export type JudgeContext = { bank: ValueBank; news: () => NewsFacts; isLive: boolean }

export function createJudge(condition: Condition, context: JudgeContext): Judge {
  return 'conditions' in condition
    ? combine(
        condition.type,
        condition.conditions.map((inner) => createJudge(inner, context)),
      )
    : leafJudge(condition, context)
}

function leafJudge(condition: LeafCondition, { bank, news, isLive }: JudgeContext): Judge {
  switch (condition.type) {
    case 'compare':
      return compareJudge(condition, bank, isLive)
    case 'change': {
      const { direction, percent, over } = condition
      const sign = { up: 1, down: -1, either: 0 }[direction]
      const read = () => bank.changePercent(over)
      return stateJudge(
        () => {
          const moved = read()
          return (sign === 0 ? Math.abs(moved) : moved * sign) >= percent
        },
        () => [{ name: 'change %', value: read() }],
      )
    }
    case 'volume': {
      const { relation, times, period } = condition
      const read = () => (bank.bar?.volume ?? Number.NaN) / bank.averageVolume(period)
      return stateJudge(
        () => holds(relation, read() - times),
        () => [{ name: 'volume, times its average', value: read() }],
      )
    }
    case 'sentiment':
      return stateJudge(
        () => holds(condition.relation, news().score - condition.score),
        () => [{ name: 'news sentiment', value: news().score }],
      )
    case 'headline': {
      const words = condition.words.map((word) => word.toLowerCase())
      return eventJudge(() =>
        news().headlines.some((title) => words.some((word) => title.toLowerCase().includes(word))),
      )
    }
  }
}

function compareJudge({ left, relation, right }: CompareCondition, bank: ValueBank, isLive: boolean): Judge {
  const readLeft = bank.reading(left)
  const readRight = bank.reading(right)
  const values = () => [...valuesOf(left, readLeft(), isLive), ...valuesOf(right, readRight(), isLive)]
  const release = () => {
    bank.release(left)
    bank.release(right)
  }
  const difference = () => readLeft() - readRight()
  if (relation === 'is above' || relation === 'is below')
    return { ...stateJudge(() => holds(relation, difference()), values), release }
  let before = Number.NaN
  const judge = () => {
    const now = difference()
    // What is not known is passed over: the side that was seen last counts.
    if (Number.isNaN(now)) return never
    const isTrue = crosses(relation, before, now)
    before = now
    return { isTrue, isNew: isTrue }
  }
  return { judge, prime: judge, values, release }
}

/** Strictly on one side before, and on the line or beyond it now. */
export function crosses(relation: CompareCondition['relation'], before: number, now: number): boolean {
  const isUp = before < 0 && now >= 0
  const isDown = before > 0 && now <= 0
  if (relation === 'crosses') return isUp || isDown
  return relation === 'crosses above' ? isUp : isDown
}

function holds(relation: CompareCondition['relation'], difference: number): boolean {
  return relation === 'is above' ? difference > 0 : difference < 0
}

const never: Verdict = { isTrue: false, isNew: false }

/** Holds for a while: it is news where it begins. */
function stateJudge(isTrue: () => boolean, values: () => readonly FiringValue[]): Judge {
  let was = false
  const judge = () => {
    const is = isTrue()
    const isNew = is && !was
    was = is
    return { isTrue: is, isNew }
  }
  return {
    judge,
    prime(isKnown) {
      judge()
      if (!isKnown) was = false
    },
    values,
    release() {},
  }
}

/** Holds at one evaluation only. */
function eventJudge(isTrue: () => boolean): Judge {
  const judge = () => {
    const is = isTrue()
    return { isTrue: is, isNew: is }
  }
  return { judge, prime() {}, values: () => [], release() {} }
}

function combine(type: 'all' | 'any', judges: readonly Judge[]): Judge {
  return {
    judge() {
      // Each is judged, as each remembers what it saw.
      const verdicts = judges.map((inner) => inner.judge())
      const isTrue = type === 'all' ? verdicts.every((one) => one.isTrue) : verdicts.some((one) => one.isTrue)
      return { isTrue, isNew: isTrue && verdicts.some((one) => one.isTrue && one.isNew) }
    },
    prime(isKnown) {
      for (const inner of judges) inner.prime(isKnown)
    },
    values() {
      const byName = new Map(judges.flatMap((inner) => inner.values().map((one) => [one.name, one] as const)))
      return [...byName.values()]
    },
    release() {
      for (const inner of judges) inner.release()
    },
  }
}

function valuesOf(operand: Operand, value: number, isLive: boolean): FiringValue[] {
  return operand.kind === 'level' ? [] : [{ name: operandLabel(operand, isLive), value }]
}
