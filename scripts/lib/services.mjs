import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

/**
 * Starts what the machine has of Redis and PostgreSQL, empty and on free ports, for tests that need the real thing.
 * Answers the variables that tell the tests where they are, what is absent, and how to stop it all.
 */
export async function startServices() {
  const started = await Promise.all([startRedis(), startPostgres()])
  return {
    env: Object.assign({}, ...started.map((service) => service.env)),
    missing: started.flatMap((service) => service.missing ?? []),
    stop: () => Promise.all(started.map((service) => service.stop?.())),
  }
}

async function startRedis() {
  const program = findProgram('redis-server')
  if (!program) return { missing: 'redis-server' }
  const port = await freePort()
  const child = spawn(program, ['--port', port, '--save', '', '--appendonly', 'no'].map(String), {
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  return {
    env: { REDIS_URL: `redis://127.0.0.1:${port}` },
    stop: () => child.kill() && ended,
  }
}

async function startPostgres() {
  const initdb = findProgram('initdb')
  const server = findProgram('postgres')
  const account = await unprivilegedAccount()
  if (!initdb || !server || !account) return { missing: 'postgresql' }

  const folder = mkdtempSync(join(tmpdir(), 'starkmatter-postgres-'))
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const asOwner = { cwd: folder, ...account }
  const made = await finished(
    spawn(initdb, ['-D', data, '-U', 'starkmatter', '-A', 'trust', '-E', 'UTF8', '--no-sync'], asOwner),
  )
  if (made !== 0) throw new Error(`initdb ended with code ${made}`)

  const port = await freePort()
  const flags = ['-D', data, '-p', port, '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off']
  const child = spawn(server, flags.map(String), asOwner)
  const ended = finished(child)
  await acceptsConnections(child, child.stderr)
  return {
    env: { DATABASE_URL: `postgres://starkmatter@127.0.0.1:${port}/postgres` },
    stop: async () => {
      child.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const finished = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })

/** Both servers say so in their log, in the same words. */
function acceptsConnections(child, log) {
  return new Promise((resolve, reject) => {
    let seen = ''
    log.on('data', (chunk) => {
      seen += chunk
      if (/ready to accept connections/i.test(seen)) resolve()
    })
    child.once('close', () => reject(new Error(`${child.spawnfile} did not start:\n${seen}`)))
  })
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
async function unprivilegedAccount() {
  if (userInfo().uid !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const { code, output } = await run('id', ['-u', name])
    const group = await run('id', ['-g', name])
    if (code === 0 && group.code === 0) return { uid: Number(output), gid: Number(group.output) }
  }
  return undefined
}

function findProgram(name) {
  const versioned = '/usr/lib/postgresql'
  const debian = existsSync(versioned)
    ? readdirSync(versioned).map((version) => join(versioned, version, 'bin'))
    : []
  const folders = [...debian.reverse(), ...(process.env.PATH ?? '').split(delimiter)]
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
