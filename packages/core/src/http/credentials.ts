import type { Credential, CredentialFlow, Provider } from '../provider/index.ts'
import { exchange, type Transport } from './exchange.ts'
import { type Flight, Flights } from './flights.ts'

const defaultMaxAgeMs = 3_600_000

/** Runs the credential flows of providers, once for all who need the same, and keeps what they obtained. */
export class Credentials {
  readonly #transport: Transport
  readonly #flights = new Flights()
  readonly #held = new Map<string, { credential: Credential; obtainedAt: number }>()

  constructor(transport: Transport) {
    this.#transport = transport
  }

  async get(provider: Provider, flow: CredentialFlow, flight: Flight): Promise<Credential> {
    const { clock } = this.#transport
    const held = this.#held.get(provider.id)
    if (held && clock.now() - held.obtainedAt < (flow.maxAgeMs ?? defaultMaxAgeMs)) return held.credential
    return this.#flights.join(provider.id, flight, async (shared) => {
      const steps = flow.steps()
      let step = steps.next()
      while (!step.done) step = steps.next(await exchange(this.#transport, provider, step.value, shared))
      this.#held.set(provider.id, { credential: step.value, obtainedAt: clock.now() })
      return step.value
    })
  }

  /** Forgets a credential that was refused, unless another caller has already replaced it. */
  refuse(provider: Provider, credential: Credential): void {
    if (this.#held.get(provider.id)?.credential === credential) this.#held.delete(provider.id)
  }
}
