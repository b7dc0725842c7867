import type { ReactNode } from 'react'

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.5" />
    <path d="M10.5 10.5 14 14" />
  </Icon>
)

export const IndicatorIcon = () => (
  <Icon>
    <path d="M2 11c2 0 2-6 4-6s2 5 4 5 2-6 4-6" />
    <path d="M2 14h12" />
  </Icon>
)

export const NewsIcon = () => (
  <Icon>
    <rect x="2" y="2.5" width="12" height="11" rx="1.5" />
    <path d="M5 6h6M5 8.5h6M5 11h3" />
  </Icon>
)

export const ListIcon = () => (
  <Icon>
    <path d="M2 4h12M2 8h12M2 12h8" />
  </Icon>
)

export const TradeIcon = () => (
  <Icon>
    <path d="M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5" />
  </Icon>
)

export const ThemeIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 2.5v11A5.5 5.5 0 0 0 8 2.5Z" fill="currentColor" />
  </Icon>
)

export const PaletteIcon = () => (
  <Icon>
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
    <circle cx="8" cy="8" r="2" />
  </Icon>
)

export const BellIcon = () => (
  <Icon>
    <path d="M3.5 11.5h9c-1-1-1.5-2-1.5-4.5a3 3 0 0 0-6 0c0 2.5-.5 3.5-1.5 4.5Z" />
    <path d="M6.8 13.8a1.3 1.3 0 0 0 2.4 0" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
)

export const PauseIcon = () => (
  <Icon>
    <path d="M5.5 4v8M10.5 4v8" />
  </Icon>
)

export const PlayIcon = () => (
  <Icon>
    <path d="m5.5 3.5 6 4.5-6 4.5Z" />
  </Icon>
)

export const KeyboardIcon = () => (
  <Icon>
    <rect x="1.5" y="4" width="13" height="8" rx="1.5" />
    <path d="M4 6.5h.01M6.5 6.5h.01M9 6.5h.01M11.5 6.5h.01M5 9.5h6" />
  </Icon>
)

export const PlusIcon = () => (
  <Icon>
    <path d="M8 3v10M3 8h10" />
  </Icon>
)

export const StarIcon = ({ isFilled }: { isFilled: boolean }) => (
  <Icon>
    <path
      d="m8 1.8 1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6Z"
      fill={isFilled ? 'currentColor' : 'none'}
    />
  </Icon>
)

/** The project's sign: three candles. */
export const Mark = () => (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
    <path d="M3.5 4v11M9 2v12M14.5 5v11" stroke="var(--sm-secondary)" strokeWidth="1.2" />
    <rect x="1.5" y="7" width="4" height="5" rx="0.8" fill="var(--sm-accent)" />
    <rect x="7" y="4" width="4" height="7" rx="0.8" fill="var(--sm-text)" />
    <rect x="12.5" y="8" width="4" height="5" rx="0.8" fill="var(--sm-up)" />
  </svg>
)
