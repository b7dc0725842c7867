import { type FormEvent, useState } from 'react'
import { Mark } from '../header/icons.tsx'
import { Refusal } from './session.ts'
import { session } from './useSession.ts'

/** The invitation that a link carries behind its `#`, where no server sees it. */
export function readInvitation(hash: string): string | undefined {
  return /^#join=([\w-]{20,100})$/.exec(hash)?.[1]
}

/** The way in: with a name and a password, or by an invitation for the first time. */
export function SignIn() {
  const [invitation] = useState(() => readInvitation(location.hash))
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isNew = invitation !== undefined

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [name, password] = [String(form.get('name')), String(form.get('password'))]
    setBusy(true)
    setProblem(undefined)
    try {
      if (isNew) await session.register(name, password, invitation)
      else await session.signIn(name, password)
      // It is used up, and neither a reload nor the history should hold it.
      if (isNew) history.replaceState(null, '', location.pathname + location.search)
    } catch (error) {
      setProblem(
        error instanceof Refusal ? error.message : 'The server cannot be reached. Try again in a moment.',
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="grid h-full place-items-center overflow-y-auto bg-background p-4">
      <form
        className="grid w-full max-w-[360px] gap-4 rounded-md border border-line bg-surface p-6"
        onSubmit={submit}
      >
        <h1 className="flex items-center gap-2 text-[20px] leading-7 font-semibold">
          <Mark /> {isNew ? 'Make your account' : 'Sign in'}
        </h1>
        <Field label="Name or e-mail" name="name" autoComplete="username" />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete={isNew ? 'new-password' : 'current-password'}
          hint={isNew ? 'At least 8 characters. A few words are better than signs.' : undefined}
        />
        <p role="alert" className="min-h-5 text-[var(--sm-down)] empty:hidden">
          {problem}
        </p>
        <button
          type="submit"
          disabled={isBusy}
          className="h-11 rounded-md bg-accent font-semibold text-background disabled:opacity-60"
        >
          {isBusy ? 'One moment…' : isNew ? 'Make the account' : 'Sign in'}
        </button>
        {!isNew && (
          <p className="text-[12px] text-secondary">
            New here? Ask an admin of this server for an invitation link.
          </p>
        )}
      </form>
    </main>
  )
}

type FieldProps = {
  label: string
  name: string
  autoComplete: string
  type?: 'text' | 'password'
  hint?: string | undefined
}

export function Field({ label, name, autoComplete, type = 'text', hint }: FieldProps) {
  return (
    <label className="grid gap-1 text-[12px] text-secondary">
      {label}
      <input
        {...{ name, type, autoComplete }}
        required
        autoCapitalize="none"
        spellCheck={false}
        className="h-11 rounded-md border border-line-strong bg-background px-3 text-[15px] text-ink"
      />
      {hint && <span className="text-faint">{hint}</span>}
    </label>
  )
}
