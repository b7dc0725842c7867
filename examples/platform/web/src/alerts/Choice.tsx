type ChoiceProps<key extends string> = {
  label: string
  options: Readonly<Record<key, string>>
  value: key
  onChange(value: key): void
}

/** One of a few, named in words. */
export function Choice<key extends string>({ label, options, value, onChange }: ChoiceProps<key>) {
  const isKey = (text: string): text is key => Object.hasOwn(options, text)
  return (
    <select
      className="h-8 min-w-0 max-w-full rounded-md border border-line-strong bg-surface px-2 max-md:h-11 max-md:text-[16px]"
      aria-label={label}
      value={value}
      onChange={(event) => {
        if (isKey(event.target.value)) onChange(event.target.value)
      }}
    >
      {Object.entries<string>(options).map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  )
}
