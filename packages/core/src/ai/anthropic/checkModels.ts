import type Anthropic from '@anthropic-ai/sdk'
import { BadRequestError, RetiredError, type StarkMatterError } from '../../errors/index.ts'
import { provider, type Sdk } from './sdk.ts'

type Asking = { sdk: Sdk; client: Anthropic; signal: AbortSignal }

/**
 * Fails when a model cannot be used.
 *
 * @returns A warning when it soon cannot be used any more.
 * @throws {StarkMatterError} RETIRED with what to use instead; BAD_REQUEST, there is no such model, or it cannot hold to a schema
 */
export async function checkModel(model: string, asking: Asking): Promise<string | undefined> {
  const { sdk, client, signal } = asking
  const info = await client.models.retrieve(model, {}, { signal }).catch((thrown: unknown) => {
    if (thrown instanceof sdk.NotFoundError) throw unknownModel(model, thrown)
    throw thrown
  })
  const { lifecycle, retires_at: retiresAt, capabilities } = info
  if (capabilities?.structured_outputs?.supported === false) {
    throw new BadRequestError(`"${model}" cannot hold to a schema, which reports need. Use another model.`, {
      provider,
      parameter: 'models',
    })
  }
  if (lifecycle === 'active') return undefined
  const instead = await replacementFor(info, asking)
  if (lifecycle === 'retired') {
    throw new RetiredError(
      `The model "${model}" is retired. Use ${instead} instead: anthropic({ models }).`,
      {
        provider,
      },
    )
  }
  const when = retiresAt ? `retires on ${retiresAt.slice(0, 10)}` : 'will retire'
  return `The model "${model}" is deprecated and ${when}. Use ${instead} instead.`
}

/** Why a request that named this model was answered with 404. */
export async function explainMissingModel(
  model: string,
  asking: Asking,
  cause: unknown,
): Promise<StarkMatterError> {
  const reason = await checkModel(model, asking).catch((thrown: unknown) => thrown)
  return reason instanceof RetiredError ? reason : unknownModel(model, cause)
}

function unknownModel(model: string, cause: unknown): BadRequestError {
  return new BadRequestError(`There is no model "${model}", or this key may not use it. Check models.`, {
    provider,
    parameter: 'models',
    cause,
  })
}

/** The newest model of the same line that is there to stay. */
async function replacementFor({ line }: Anthropic.ModelInfo, { client, signal }: Asking): Promise<string> {
  const listed = await client.models.list({ lifecycle: ['active'] }, { signal }).catch(() => undefined)
  const active = listed?.data ?? []
  const [newest] = active.filter((one) => line !== null && one.line === line)
  return newest ? `"${newest.id}"` : 'a model of the current list'
}
