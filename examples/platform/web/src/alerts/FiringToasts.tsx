import { CloseIcon } from '../header/icons.tsx'
import type { Firing } from './alert-shapes.ts'
import { firingFacts } from './firing-facts.ts'

type FiringToastsProps = {
  toasts: readonly Firing[]
  onDismiss(id: string): void
  onShow(firing: Firing): void
}

/** What fired just now, over the page's lower corner. Stays until it is put away: it may fire while nobody looks. */
export function FiringToasts({ toasts, onDismiss, onShow }: FiringToastsProps) {
  return (
    <div
      aria-live="assertive"
      className="pointer-events-none fixed right-4 bottom-18 left-4 z-10 flex flex-col gap-2 md:bottom-4 md:left-auto md:w-90"
    >
      {toasts.map((firing) => (
        <div
          key={firing.id}
          className="pointer-events-auto flex items-start gap-2 rounded-md border border-line-strong border-l-4 border-l-accent bg-raised py-2 pr-2 pl-3 shadow-lg"
        >
          <button type="button" className="min-w-0 flex-1 text-left" onClick={() => onShow(firing)}>
            <span className="block font-semibold">{firing.description}</span>
            <span className="block text-[12px] text-secondary tabular-nums">{firingFacts(firing)}</span>
          </button>
          <button
            type="button"
            className="sm-icon-button"
            aria-label={`Put away: ${firing.description}`}
            onClick={() => onDismiss(firing.id)}
          >
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  )
}
