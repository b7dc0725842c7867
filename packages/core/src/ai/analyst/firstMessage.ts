import type { Subject } from './lookUpSubjects.ts'

type Facts = {
  /** What kind of report it is, from the schema. */
  task: string | undefined
  question: string | undefined
  asOf: string
  subjects: readonly Subject[]
  /** Evidence about the holdings, packed. */
  portfolio: readonly string[]
}

/** What changes from run to run: the task, the time, the instruments, and what is known of them already. */
export function firstMessage({ task, question, asOf, subjects, portfolio }: Facts): string {
  const lines = [
    `Task: ${task ?? 'A report in the given schema.'}`,
    ...(question === undefined ? [] : [`Question of the reader: ${question}`]),
    `Time of the report: ${asOf}`,
  ]
  if (subjects.length > 0) {
    const named = subjects.map(({ id, name }) => (name ? `${id} (${name})` : id))
    lines.push(`Instruments: ${named.join(', ')}`)
  }
  const known = [...subjects.flatMap(({ packed }) => packed ?? []), ...portfolio]
  if (known.length > 0) lines.push('Known already:', ...known)
  return lines.join('\n')
}
