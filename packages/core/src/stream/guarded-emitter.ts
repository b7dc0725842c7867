import { EventEmitter } from 'eventemitter3'

const guards = new WeakMap<object, (value: unknown) => void>()
const originals = new WeakMap<object, object>()

/** An emitter whose listeners keep nothing from each other: what one throws surfaces by itself, as a timer's error would. */
export class GuardedEmitter<events extends EventEmitter.ValidEventTypes> extends EventEmitter<events> {
  override on<name extends EventEmitter.EventNames<events>>(
    event: name,
    listener: EventEmitter.EventListener<events, name>,
    context?: unknown,
  ): this {
    return super.on(event, guarded(listener), context)
  }

  override addListener<name extends EventEmitter.EventNames<events>>(
    event: name,
    listener: EventEmitter.EventListener<events, name>,
    context?: unknown,
  ): this {
    return this.on(event, listener, context)
  }

  override once<name extends EventEmitter.EventNames<events>>(
    event: name,
    listener: EventEmitter.EventListener<events, name>,
    context?: unknown,
  ): this {
    return super.once(event, guarded(listener), context)
  }

  override off<name extends EventEmitter.EventNames<events>>(
    event: name,
    listener?: EventEmitter.EventListener<events, name>,
    context?: unknown,
    once?: boolean,
  ): this {
    return super.off(event, listener && guarded(listener), context, once)
  }

  override removeListener<name extends EventEmitter.EventNames<events>>(
    event: name,
    listener?: EventEmitter.EventListener<events, name>,
    context?: unknown,
    once?: boolean,
  ): this {
    return this.off(event, listener, context, once)
  }

  override listeners<name extends EventEmitter.EventNames<events>>(
    event: name,
  ): EventEmitter.EventListener<events, name>[] {
    return super.listeners(event).map(original)
  }
}

function guarded<listener extends object>(listener: listener): listener
function guarded(listener: (value: unknown) => void): (value: unknown) => void {
  // eventemitter3 says so of what is no function.
  if (typeof listener !== 'function') return listener
  const known = guards.get(listener)
  if (known) return known
  const guard = function (this: unknown, value: unknown) {
    try {
      listener.call(this, value)
    } catch (error) {
      queueMicrotask(() => {
        throw error
      })
    }
  }
  guards.set(listener, guard)
  // The emitter itself takes off what was to be told once.
  guards.set(guard, guard)
  originals.set(guard, listener)
  return guard
}

function original<listener extends object>(guard: listener): listener
function original(guard: object): object {
  return originals.get(guard) ?? guard
}
