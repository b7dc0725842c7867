import { expect, test } from 'vitest'
import type { Secrets } from '../secrets/secrets.ts'
import { watchSecrets } from '../secrets/watchSecrets.ts'

/** What holds for every place that secrets come from: filled with values, and changed while it is open. */
export type SecretsHarness = {
  secrets: Secrets
  change(values: Readonly<Record<string, string>>): Promise<void> | void
  breakIt(): Promise<void> | void
  mend(): Promise<void> | void
  end(): Promise<void> | void
}

export function describeSecrets(
  open: (values: Readonly<Record<string, string>>) => Promise<SecretsHarness>,
): void {
  test('names that have a value are answered, and no others', async () => {
    const { secrets, end } = await open({ ONE_KEY: 'first value', TWO_KEY: 'second=value "quoted"' })
    expect(await secrets.read(['ONE_KEY', 'TWO_KEY', 'THREE_KEY'])).toEqual({
      ONE_KEY: 'first value',
      TWO_KEY: 'second=value "quoted"',
    })
    expect(await secrets.read([])).toEqual({})
    await end()
  })

  test('a changed value is told once, by its name; one that cannot be read is a failure, not a change', async () => {
    const { secrets, change, breakIt, mend, end } = await open({ ONE_KEY: 'old value', TWO_KEY: 'stays' })
    const changes: unknown[] = []
    const failures: unknown[] = []
    const known = await secrets.read(['ONE_KEY', 'TWO_KEY'])
    const stop = watchSecrets(secrets, known, (changed) => changes.push(changed), {
      everyMs: 10,
      onFailure: (error) => failures.push(error),
    })
    await change({ ONE_KEY: 'new value', TWO_KEY: 'stays' })
    await expect.poll(() => changes).toEqual([{ ONE_KEY: 'new value' }])
    await breakIt()
    await expect.poll(() => failures.length).toBeGreaterThan(0)
    expect(failures.map(String).join()).not.toMatch(/new value|old value/)
    await mend()
    await change({ ONE_KEY: 'newest value', TWO_KEY: 'stays' })
    await expect.poll(() => changes).toEqual([{ ONE_KEY: 'new value' }, { ONE_KEY: 'newest value' }])
    stop()
    await end()
  })

  test('a caller who gives up is not answered', async () => {
    const { secrets, end } = await open({ ONE_KEY: 'value' })
    await expect(secrets.read(['ONE_KEY'], { signal: AbortSignal.abort() })).rejects.toThrow()
    await end()
  })
}
