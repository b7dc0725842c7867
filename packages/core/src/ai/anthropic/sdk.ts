import type Anthropic from '@anthropic-ai/sdk'
import { BadRequestError, InvalidKeyError, UnsupportedError } from '../../errors/index.ts'
import { parseUrl } from '../../provider/parse-url.ts'

export type Sdk = typeof import('@anthropic-ai/sdk')
export type SdkClient = { sdk: Sdk; client: Anthropic }

export type ClientSettings = {
  apiKey: string
  baseURL?: string | undefined
  fetch?: typeof globalThis.fetch | undefined
}

/** The name under which errors and messages speak of this adapter. */
export const provider = 'anthropic'

/**
 * A client of the SDK, which is loaded only now: it is an optional peer, and large.
 *
 * @throws {StarkMatterError} INVALID_KEY, there is no key, or one that cannot be sent; BAD_REQUEST, `baseURL` is no address;
 * UNSUPPORTED, the SDK is not installed, or this is a browser
 */
export async function openClient({ apiKey, baseURL, fetch }: ClientSettings): Promise<SdkClient> {
  if (apiKey === '') {
    throw new InvalidKeyError(
      'There is no key for Claude. Pass anthropic({ apiKey }), for instance from ANTHROPIC_API_KEY.',
      { provider },
    )
  }
  if (!canBeSent(apiKey)) {
    throw new InvalidKeyError('The key for Claude has a character that cannot be sent. Copy it anew.', {
      provider,
    })
  }
  if (baseURL !== undefined && !parseUrl(baseURL)) {
    throw new BadRequestError('"baseURL" must be an http or https address.', {
      provider,
      parameter: 'baseURL',
    })
  }
  const sdk = await import('@anthropic-ai/sdk').catch((cause: unknown) => {
    throw new UnsupportedError('Claude needs its SDK. Install it: npm i @anthropic-ai/sdk', {
      provider,
      cause,
    })
  })
  try {
    const client = new sdk.Anthropic({
      apiKey,
      // Retries are ours, because they must end with the caller's deadline; tracing is the application's choice.
      maxRetries: 0,
      openTelemetry: false,
      logLevel: 'off',
      ...(baseURL === undefined ? {} : { baseURL }),
      ...(fetch === undefined ? {} : { fetch }),
    })
    return { sdk, client }
  } catch (cause) {
    throw new UnsupportedError(
      'Claude cannot be called from here: a browser would show the key to everybody. Call it on a server.',
      { provider, cause },
    )
  }
}

function canBeSent(apiKey: string): boolean {
  try {
    new Headers({ authorization: apiKey })
    return true
  } catch {
    return false
  }
}
