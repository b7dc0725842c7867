import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { type ClientLog, startResumingClient } from './resuming-client.ts'

export type GatewayCluster = {
  readonly logs: readonly ClientLog[]
  /** Ends a gateway at once, by its name, and starts another in its place. */
  replace(name: string): Promise<void>
  /** Clients hear no more; their logs are complete. */
  stopClients(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Gateways in processes of their own and clients that go on elsewhere when theirs dies. */
export async function startCluster({
  program,
  venueUrl,
  redisUrl,
  gateways,
  clients,
  takeOverMs,
}: {
  /** Path of the built `gateway-process.ts`. */
  program: string
  venueUrl: string
  redisUrl: string
  gateways: number
  clients: number
  takeOverMs: number
}): Promise<GatewayCluster> {
  const running = new Map<string, { child: ChildProcess; url: string }>()
  let started = 0

  async function start(): Promise<void> {
    const name = `gateway-${started++}`
    const child = fork(program, [name, venueUrl, redisUrl, String(takeOverMs)])
    const [url] = await once(child, 'message')
    running.set(name, { child, url: String(url) })
  }
  await Promise.all(Array.from({ length: gateways }, start))
  const urls = () => [...running.values()].map(({ url }) => url)
  const listening = Array.from({ length: clients }, (_, n) => startResumingClient(urls, n))
  const stopClients = async () => {
    await Promise.all(listening.map((client) => client.stop()))
  }

  return {
    logs: listening.map(({ log }) => log),
    async replace(name) {
      const killed = running.get(name)
      if (!killed) throw new Error(`No gateway ${name} is running.`)
      running.delete(name)
      const ended = once(killed.child, 'exit')
      killed.child.kill('SIGKILL')
      await Promise.all([ended, start()])
    },
    stopClients,
    async [Symbol.asyncDispose]() {
      await stopClients()
      for (const { child } of running.values()) child.kill('SIGKILL')
    },
  }
}
