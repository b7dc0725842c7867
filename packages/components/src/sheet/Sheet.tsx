import { type ReactNode, useEffect, useId, useRef } from 'react'
import { CrossIcon } from '../shared/CrossIcon.tsx'

export type SheetProps = {
  isOpen: boolean
  onClose(): void
  title: string
  /** Hides the title from view where the content speaks for itself; it stays the dialog's name. */
  isTitleHidden?: boolean | undefined
  children: ReactNode
}

/** Something that floats over the page: a panel in its middle on wide screens, a sheet from below on a phone. */
export function Sheet({ isOpen, onClose, title, isTitleHidden = false, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    if (!isOpen || !dialog.current) return
    const element = dialog.current
    // The dialog element brings what is hard to get right: focus kept inside and given back, Escape, inertness behind it.
    element.showModal()
    return () => element.close()
  }, [isOpen])

  if (!isOpen) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click outside is for pointers; the keyboard has Escape
    <dialog
      ref={dialog}
      className="sm-sheet"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="sm-sheet-body">
        <header className={isTitleHidden ? 'sm-visually-hidden' : 'sm-sheet-head'}>
          <h2 id={titleId}>{title}</h2>
          {!isTitleHidden && (
            <button type="button" className="sm-icon-button" aria-label="Close" onClick={onClose}>
              <CrossIcon />
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  )
}
