import type { Provider } from '../provider/index.ts'
import { type Playback, type PlayOptions, playRecording } from './playRecording.ts'

export type ReplayOptions<provider extends Provider> = PlayOptions & {
  /** Of whom the recording is: it reads what was recorded. Keys are not needed, any text will do. */
  provider: provider
}

/**
 * A provider whose venue is a recording: it can do what the recorded one can, and answers what that one heard, on a virtual
 * clock.
 *
 * @throws {BadRequestError} the text is no recording
 * @example
 * const session = replay({ recording, provider: binance(), speed: 60 })
 * const client = createClient({ providers: [session], ...session.transport })
 * client.watchBars({ symbol: 'BTC/USDT', interval: '1m' }).on('data', (bar) => console.log(bar.close))
 * await session.play()
 */
export function replay<const provider extends Provider>({
  provider,
  ...options
}: ReplayOptions<provider>): provider & Playback {
  return { ...provider, ...playRecording(options) }
}
