import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DockerfileParser, type Instruction } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'
import { pnpmVersion } from '../../../../scripts/lib/install.mjs'
import { variableNames } from '../../api/src/config.ts'
import { readText, rootFolder } from './files.ts'

const text = readText('Dockerfile')
const dockerfile = DockerfileParser.parse(text)
const wordsOf = (instruction: Instruction) =>
  instruction.getArguments().map((argument) => argument.getValue())

test('the Dockerfile is one, and uses the pnpm and the Node that the repository is tested with', () => {
  expect(validate(text).map(({ message }) => message)).toEqual([])
  expect(text).toContain(`PNPM=pnpm@${pnpmVersion}`)
  expect(text).toMatch(/^ARG NODE_IMAGE=node:24\.\d+\.\d+-bookworm-slim$/m)
})

test('what it copies is in the repository, or is made by a stage before', () => {
  const stages = dockerfile.getFROMs().map((from) => from.getBuildStage())
  for (const copy of dockerfile.getCOPYs()) {
    const from = copy.getFromFlag()?.getValue()
    if (from !== undefined && from !== null) expect(stages).toContain(from)
    else
      for (const source of wordsOf(copy).slice(0, -1)) expect(existsSync(join(rootFolder, source))).toBe(true)
  }
})

test('the last stage has what runs, and no tools of the build', () => {
  const last = text.slice(text.lastIndexOf('FROM'))
  const copied = [...last.matchAll(/^COPY (?:--from=\w+ )?(\S+)/gm)].map(([, source]) => source)
  expect(copied).toEqual([
    'LICENSE',
    '/app/node_modules',
    '/app/examples/platform/web/dist',
    '/app/examples/platform/api/dist',
  ])
  expect(last).not.toMatch(/npx|npm|pnpm/)
  expect(last).toMatch(/^USER node$/m)
  expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD ["node"'))
})

test('its variables are ones that the platform reads', () => {
  const last = text.slice(text.lastIndexOf('FROM'))
  const block = /^ENV ([\s\S]*?[^\\])\n/m.exec(last)?.[1] ?? ''
  const names = [...block.matchAll(/(\w+)=/g)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(5)
  expect(variableNames).toEqual(expect.arrayContaining(names.filter((name) => name !== 'NODE_ENV')))
})

test('no secret and no build of this machine gets into the context', () => {
  const ignored = readText('Dockerfile.dockerignore').split('\n')
  expect(ignored).toEqual(expect.arrayContaining(['**/.git', '**/node_modules', '**/dist', '**/secrets']))
  const kept = execFileSync('git', ['check-ignore', 'examples/platform/ops/secrets/database_url'], {
    cwd: rootFolder,
    encoding: 'utf8',
  })
  expect(kept).toContain('secrets')
})
