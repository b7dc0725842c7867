import { useSession } from './useSession.ts'

/** Opens one's own account, where there is one. */
export function AccountButton({ onClick }: { onClick(): void }) {
  const state = useSession()
  if (typeof state !== 'object' || state === null) return null
  return (
    <button
      type="button"
      className="sm-icon-button"
      aria-label={`Account of ${state.name}`}
      title={state.name}
      onClick={onClick}
    >
      <svg
        width="18"
        height="18"
        viewBox="0 0 18 18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden
      >
        <circle cx="9" cy="6" r="3" />
        <path d="M3.5 15.5c.6-3 2.8-4.5 5.5-4.5s4.900 1.500 5.500 4.500" />
      </svg>
    </button>
  )
}
