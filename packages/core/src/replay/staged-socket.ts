type Listener<name extends 'onopen' | 'onclose' | 'onerror' | 'onmessage'> = WebSocket[name]

/** A WebSocket whose events are brought from elsewhere. Subclasses say where what is sent goes. */
export abstract class StagedSocket extends EventTarget implements WebSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readonly bufferedAmount = 0
  readonly extensions = ''
  readonly protocol = ''
  readonly url: string
  binaryType: BinaryType = 'arraybuffer'
  onopen: Listener<'onopen'> = null
  onclose: Listener<'onclose'> = null
  onerror: Listener<'onerror'> = null
  onmessage: Listener<'onmessage'> = null
  #state: 0 | 1 | 2 | 3 = 0

  constructor(url: string | URL) {
    super()
    this.url = String(url)
  }

  get readyState(): 0 | 1 | 2 | 3 {
    return this.#state
  }

  abstract send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void

  close(): void {
    this.#state = 3
  }

  /** As `ws` has it. */
  terminate(): void {
    this.close()
  }

  protected opened(): void {
    this.#state = 1
    const event = new Event('open')
    this.onopen?.call(this, event)
    this.dispatchEvent(event)
  }

  protected heard(data: string | ArrayBuffer): void {
    const event = new MessageEvent('message', { data })
    this.onmessage?.call(this, event)
    this.dispatchEvent(event)
  }

  protected ended(isError: boolean): void {
    this.#state = 3
    if (isError) {
      const event = new Event('error')
      this.onerror?.call(this, event)
      this.dispatchEvent(event)
      return
    }
    // Node 20 has no CloseEvent.
    const event = Object.assign(new Event('close'), { code: 1006, reason: '', wasClean: false })
    this.onclose?.call(this, event)
    this.dispatchEvent(event)
  }
}
