const shortcuts: readonly (readonly [keys: string, what: string])[] = [
  ['/  or  ⌘K', 'Search symbols'],
  ['I', 'Indicators'],
  ['N', 'News, and how they read'],
  ['P', 'Trade on paper'],
  ['A', 'Alerts'],
  ['D', 'Next theme: dark, light, high contrast'],
  ['?', 'This list'],
  ['Esc', 'Close, or let go of the crosshair'],
  ['← →', 'On the chart: read it bar by bar'],
  ['Home  End', 'On the chart: oldest and newest bar'],
  ['+  −', 'On the chart: zoom'],
  ['T', 'On the chart: the data as a table'],
]

export function ShortcutList() {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      {shortcuts.map(([keys, what]) => (
        <div key={keys} className="contents">
          <dt>
            <kbd className="rounded border border-line-strong px-1.5 py-0.5 text-[12px] whitespace-nowrap">
              {keys}
            </kbd>
          </dt>
          <dd className="text-secondary">{what}</dd>
        </div>
      ))}
    </dl>
  )
}
