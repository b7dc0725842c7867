/** Vitest reporter: says which tests were left out and why. In CI a test without an accepted reason is a failure. */
const accepted = [
  /TimescaleDB/i, // Not in Debian and not on npm: the same suite runs on plain and partitioned tables.
  /promtool|kubectl/i, // Neither is what CI installs: rules and manifests are parsed and checked without them, too.
]

export default class SkipReporter {
  #skipped = []

  onTestCaseResult(test) {
    const result = test.result()
    if (result.state === 'skipped') this.#skipped.push({ name: test.fullName, reason: result.note ?? '' })
  }

  onTestRunEnd() {
    const refused = this.#skipped.filter(({ reason }) => !accepted.some((pattern) => pattern.test(reason)))
    for (const { name, reason } of this.#skipped)
      console.log(`skipped: ${name}${reason ? ` (${reason})` : ''}`)
    if (process.env.CI && refused.length > 0) {
      console.error(`✗ ${refused.length} skipped without a reason that CI accepts`)
      process.exitCode = 1
    }
  }
}
