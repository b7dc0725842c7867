import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { DockerfileParser } from 'dockerfile-ast'

/**
 * Builds the image without Docker: the steps of the Dockerfile, each stage in a folder of its own, and what comes out is started with
 * nothing but the files of the last stage, read-only, as somebody without rights. The base image alone is left out: it is this machine.
 *
 * Usage: node simulate-image.mjs. NODE_PATH_OF_IMAGE names another node to start it with.
 */
const here = dirname(fileURLToPath(import.meta.url))
const context = resolve(here, '../../..')
const work = mkdtempSync(join(tmpdir(), 'starkmatter-image-'))
const nobody = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : {}

const expand = (text, env) => text.replace(/\$\{(\w+)\}/g, (_, name) => env[name] ?? '')

try {
  const image = buildStages(readFileSync(join(here, 'Dockerfile'), 'utf8'))
  console.log(`✓ built: ${size(image.root)} MB without the base image`)
  await startAndAsk(image)
} finally {
  execFileSync('chmod', ['-R', 'u+w', work])
  rmSync(work, { recursive: true, force: true })
}

function buildStages(text) {
  const stages = new Map()
  const given = {}
  let stage
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const keyword = instruction.getKeyword()
    const words = instruction.getArguments().map((argument) => argument.getValue())
    const raw = instruction.getRawArgumentsContent() ?? ''
    if (keyword === 'ARG') {
      const [, name, value = ''] = /^(\w+)=?(.*)$/.exec(raw) ?? []
      if (stage) stage.env[name] ??= value
      else given[name] = value
    } else if (keyword === 'FROM') {
      const parent = stages.get(words[0])
      const name = words[2]
      const root = join(work, name)
      mkdirSync(root)
      if (parent) execFileSync('cp', ['-a', `${parent.root}/.`, root])
      stage = { root, folder: parent?.folder ?? '/', env: { ...given, ...parent?.env }, command: [] }
      stages.set(name, stage)
      console.log(`· stage ${name}`)
    } else if (keyword === 'WORKDIR') {
      stage.folder = words[0]
      mkdirSync(join(stage.root, words[0]), { recursive: true })
    } else if (keyword === 'ENV') {
      for (const property of instruction.getProperties())
        stage.env[property.getName()] = expand(property.getValue() ?? '', stage.env)
    } else if (keyword === 'COPY') {
      const from = instruction.getFromFlag()?.getValue()
      copy(stage, words, from === undefined ? undefined : stages.get(from).root)
    } else if (keyword === 'RUN') {
      // What is for the account of the container and its volume has no meaning here.
      if (raw.startsWith('mkdir -p /data')) continue
      execFileSync('sh', ['-c', raw], {
        cwd: join(stage.root, stage.folder),
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...stage.env },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    } else if (keyword === 'CMD') {
      stage.command = JSON.parse(raw)
    }
  }
  return stage
}

function copy({ root, folder }, words, fromRoot) {
  const target = words.at(-1)
  const into = join(root, target.startsWith('/') ? target : join(folder, target))
  for (const source of words.slice(0, -1)) {
    if (fromRoot) cpSync(join(fromRoot, source), into, { recursive: true, verbatimSymlinks: true })
    else if (source === '.') copyContext(into)
    else cpSync(join(context, source), target.endsWith('/') ? join(into, basename(source)) : into)
  }
}

/** What Git knows, which is what the ignore file leaves. */
function copyContext(into) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: context,
    encoding: 'utf8',
  })
  for (const path of listed.split('\n').filter((name) => name && existsSync(join(context, name))))
    cpSync(join(context, path), join(into, path))
}

function size(folder) {
  return Number(execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0])
}

async function startAndAsk({ root, folder, env, command }) {
  const data = join(work, 'data')
  mkdirSync(data)
  chmodSync(data, 0o777)
  chmodSync(work, 0o755)
  execFileSync('chmod', ['-R', 'a-w,a+rX', root])
  const [, ...args] = command
  const child = spawn(process.env.NODE_PATH_OF_IMAGE ?? process.execPath, args, {
    cwd: join(root, folder),
    // The environment of the image alone, on free ports, without asking the network and without signing in.
    env: {
      ...env,
      PORT: '0',
      METRICS_PORT: '0',
      STARKMATTER_HOME: data,
      STARKMATTER_PROVIDERS: 'synthetic',
      STARKMATTER_ACCOUNTS: 'off',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...nobody,
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  const ended = new Promise((done) => child.once('close', done))
  try {
    const begin = performance.now()
    const url = await until(() => /StarkMatter is at (http:[^\s"]+)/.exec(output)?.[1])
    await until(async () => (await fetch(`${url}/readyz`)).ok)
    console.log(`✓ ready after ${Math.round(performance.now() - begin)} ms`)
    const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text()
    const bars = await (await fetch(`${url}/v1/bars?symbol=AAPL&interval=1d&limit=3`)).json()
    const figures = /Figures are at (http:[^\s"]+)/.exec(output)?.[1]
    const figuresText = await (await fetch(figures)).text()
    if (!page.includes('<script')) throw new Error('The page is not there.')
    if (bars.bars?.length !== 3) throw new Error(`Bars: ${JSON.stringify(bars)}`)
    if (!figuresText.includes('starkmatter_build_info')) throw new Error('There are no figures.')
    console.log('✓ page, bars and figures are served from a read-only tree')
  } finally {
    child.kill('SIGTERM')
  }
  const code = await Promise.race([ended, sleep(20_000, 'not at all')])
  if (code !== 0) throw new Error(`It ended with ${code}:\n${output}`)
  const writable = output.split('\n').filter((line) => /EROFS|EACCES|EPERM/.test(line))
  if (writable.length > 0) throw new Error(writable.join('\n'))
  console.log('✓ ended in good order')
}

async function until(read) {
  for (let tries = 0; tries < 300; tries++) {
    const value = await Promise.resolve(read()).catch(() => undefined)
    if (value) return value
    await sleep(100)
  }
  throw new Error('It did not come up within 30 s.')
}
