/** A problem that the reader can mend: printed as its sentence, without a stack. */
export class UserError extends Error {}

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`

/** Runs one step and prints what it is and how long it took. */
export async function step(title, action) {
  const begin = performance.now()
  console.log(`· ${title}`)
  const result = await action()
  console.log(`✓ ${title}, ${seconds(performance.now() - begin)}`)
  return result
}

/** Runs a script to its end; a `UserError` becomes one line and exit code 1. */
export async function main(action) {
  try {
    await action()
  } catch (error) {
    console.error(error instanceof UserError ? `✗ ${error.message}` : error)
    process.exitCode = 1
  }
}
