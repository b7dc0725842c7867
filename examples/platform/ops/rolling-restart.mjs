import { spawn } from 'node:child_process'
import { setMaxListeners } from 'node:events'
import { request as ask, createServer } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { buildPlatform, platformEntry } from '../../../scripts/lib/platform.mjs'
import { startServices } from '../../../scripts/lib/services.mjs'

/**
 * Two platforms behind one PostgreSQL server and a proxy are replaced one after the other, several times, while many ask and listen. Fails
 * when a single request does, or when a socket does not come back.
 *
 * Usage: node rolling-restart.mjs [rounds]. The proxy does what the ones in this folder do: it sends to platforms that are ready, and tries
 * another one where a connection ends before an answer has begun.
 */
const rounds = Number(process.argv[2] ?? 3)
const askers = 16
const listeners = 40

await buildPlatform()
const services = await startServices()
if (!services.env.DATABASE_URL) throw new Error('PostgreSQL is not installed.')
const platforms = [await startPlatform(), await startPlatform()]
const proxy = await startProxy()
const load = {
  answered: 0,
  failed: [],
  slowestMs: 0,
  opened: 0,
  closed: new Map(),
  messages: 0,
  gaps: 0,
  lastAt: [],
}
const stopping = new AbortController()
setMaxListeners(0, stopping.signal)
setMaxListeners(0, process)
const working = [
  ...Array.from({ length: askers }, (_, n) => keepAsking(n)),
  ...Array.from({ length: listeners }, (_, n) => keepListening(n)),
]

try {
  await sleep(3_000)
  const restarts = []
  for (let round = 0; round < rounds; round++) {
    for (const [at, old] of platforms.entries()) {
      // One more is ready before one goes.
      platforms[at] = await startPlatform()
      // Until the proxy has heard that it goes.
      old.isLeaving = true
      await sleep(500)
      restarts.push(await old.stop())
      await sleep(1_000)
    }
  }
  // Somebody who stopped hearing is found by what comes after the last restart.
  const quiet = performance.now()
  const hearing = () => load.lastAt.filter((at) => at > quiet).length
  while (hearing() < listeners && performance.now() - quiet < 30_000) await sleep(100)
  const listening = hearing()
  const heardAfterMs = Math.round(performance.now() - quiet)
  stopping.abort()
  await Promise.allSettled(working)
  console.log(`${restarts.length} restarts, each ended within ${Math.max(...restarts)} ms`)
  console.log(
    `${load.answered} requests answered, ${load.failed.length} failed, the slowest took ${load.slowestMs} ms`,
  )
  console.log(
    `${load.opened} sockets opened by ${listeners} listeners, ${load.messages} messages, ${load.gaps} gaps; closed with ${JSON.stringify(Object.fromEntries(load.closed))}`,
  )
  console.log(`${listening} of ${listeners} listeners heard again within ${heardAfterMs} ms`)
  for (const failure of new Set(load.failed)) console.log(`  ${failure}`)
  if (load.failed.length > 0 || listening < listeners) process.exitCode = 1
} finally {
  stopping.abort()
  proxy.close()
  proxy.closeAllConnections()
  await Promise.all(platforms.map((platform) => platform.stop()))
  await services.stop()
}

async function startPlatform() {
  const child = spawn(process.execPath, [platformEntry], {
    env: {
      ...process.env,
      ...services.env,
      ...{
        PORT: '0',
        HOST: '127.0.0.1',
        STARKMATTER_PROVIDERS: 'synthetic',
        LOG_FORMAT: 'plain',
        LOG_LEVEL: 'error',
      },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Also when this script fails half-way.
  process.once('exit', () => child.kill())
  const ended = new Promise((resolve) => child.once('close', resolve))
  const port = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const found = /StarkMatter is at http:\S+:(\d+)/.exec(chunk)
      if (found) resolve(Number(found[1]))
    })
    child.once('close', (code) => reject(new Error(`A platform ended with ${code}.`)))
  })
  while (
    !(await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await sleep(50)
  return {
    port,
    isLeaving: false,
    async stop() {
      const begin = performance.now()
      child.kill('SIGTERM')
      const code = await ended
      if (code !== 0) throw new Error(`A platform ended with ${code}.`)
      return Math.round(performance.now() - begin)
    },
  }
}

async function startProxy() {
  let turn = 0
  const next = () => {
    const ready = platforms.filter(({ isLeaving }) => !isLeaving)
    return ready[turn++ % ready.length]
  }
  const server = createServer((request, response) => {
    const attempt = (left) => {
      const { method, url: path, headers } = request
      const upstream = ask({ port: next().port, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers)
        answer.pipe(response)
      })
      upstream.once('error', (error) => {
        if (!response.headersSent && left > 0) attempt(left - 1)
        else response.destroy(error)
      })
      upstream.end()
    }
    attempt(2)
  })
  server.on('upgrade', (request, socket, head) => {
    const upstream = connect(next().port, '127.0.0.1', () => {
      const lines = request.rawHeaders.flatMap((text, at) =>
        at % 2 ? [] : [`${text}: ${request.rawHeaders[at + 1]}`],
      )
      upstream.write(`GET ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      upstream.write(head)
      socket.pipe(upstream).pipe(socket)
    })
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ]) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

async function keepAsking(n) {
  const paths = [
    '/v1/bars?symbol=AAPL&interval=1d&limit=250',
    '/v1/quotes?symbols=AAPL,MSFT,BTC-USD',
    '/v1/status',
    '/v1/search?q=app',
  ]
  const { port } = proxy.address()
  for (let turn = n; !stopping.signal.aborted; turn++) {
    const path = paths[turn % paths.length]
    const begin = performance.now()
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(20_000) })
      await response.arrayBuffer()
      if (response.status === 200) load.answered++
      else load.failed.push(`${path} ${response.status}`)
    } catch (error) {
      load.failed.push(`${path} ${error.cause?.code ?? error.name}`)
    }
    load.slowestMs = Math.max(load.slowestMs, Math.round(performance.now() - begin))
    await sleep(5)
  }
}

/** Connects again at once, with the cursor that it has seen last, as clients of the SDK do. */
async function keepListening(n) {
  let cursor
  while (!stopping.signal.aborted) {
    await new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${proxy.address().port}/v1/stream`)
      const end = () => socket.close()
      stopping.signal.addEventListener('abort', end)
      socket.addEventListener('open', () => {
        load.opened++
        socket.send(
          JSON.stringify({
            type: 'subscribe',
            channel: 'bars',
            symbol: 'BTC-USD',
            interval: '1m',
            ...(cursor && { cursor }),
          }),
        )
      })
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(data)
        if (message.type === 'gap') load.gaps++
        if (message.type !== 'bar') return
        load.messages++
        load.lastAt[n] = performance.now()
        cursor = message.cursor
      })
      socket.addEventListener('close', ({ code }) => {
        stopping.signal.removeEventListener('abort', end)
        if (!stopping.signal.aborted) load.closed.set(code, (load.closed.get(code) ?? 0) + 1)
        resolve()
      })
    })
    await sleep(100)
  }
}
