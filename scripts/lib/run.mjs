import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './paths.mjs'

/**
 * Runs a program to its end and collects what it prints.
 * With `inherit` its output goes straight to the terminal; `onLine` sees every line as it comes.
 */
export function run(program, args, { cwd = root, env, inherit = false, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // npm and npx are .cmd files on Windows, which only a shell starts.
      shell: process.platform === 'win32',
    })
    let output = ''
    const collect = (chunk) => {
      output += chunk
      if (onLine) for (const line of String(chunk).split('\n')) if (line.trim()) onLine(line.trim())
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output }))
  })
}

/** A tool of the workspace, by the name of its executable. */
export const tool = (name, args, options) => run(join(root, 'node_modules', '.bin', name), args, options)
