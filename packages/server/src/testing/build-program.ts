import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Builds a program that a test runs as a process of its own, from the sources. */
export async function buildProgram(source: URL) {
  const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
  const folder = mkdtempSync(join(modules, '.program-'))
  const path = join(folder, 'program.cjs')
  await build({
    entryPoints: [fileURLToPath(source)],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    conditions: ['@starkmatter/source'],
    external: ['bufferutil', 'utf-8-validate'],
    logLevel: 'warning',
  })
  return { path, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}
