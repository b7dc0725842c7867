import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, readList, shownTime } from './call.ts'
import { quiet } from './quiet.ts'
import { Refusal } from './session.ts'

const queryKey = ['platform', 'account', 'keys']

/** Keys for programs: made here, shown once. */
export function AccountKeys() {
  const queries = useQueryClient()
  const [made, setMade] = useState('')
  const [problem, setProblem] = useState('')
  const { data = [] } = useQuery({
    queryKey,
    queryFn: async () =>
      readList(await call('GET', '/v1/account/keys'), 'keys', ['id', 'name', 'prefix', 'usedAt']),
  })

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    setProblem('')
    try {
      const body = await call('POST', '/v1/account/keys', {
        name: String(new FormData(form).get('key-name')),
      })
      setMade(typeof body === 'object' && body !== null && 'key' in body ? String(body.key) : '')
      form.reset()
    } catch (error) {
      setProblem(error instanceof Refusal ? error.message : 'The server cannot be reached.')
    }
    await queries.invalidateQueries({ queryKey })
  }
  async function revoke(id: string) {
    await call('DELETE', `/v1/account/keys/${encodeURIComponent(id)}`).catch(() => {})
    await queries.invalidateQueries({ queryKey })
  }

  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">API keys</h3>
      {data.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {data.map(({ id, name, prefix, usedAt }) => (
            <li key={String(id)} className="flex min-h-11 items-center justify-between gap-4 py-1">
              <span>
                {String(name)}
                <span className="block text-[12px] text-secondary">
                  <code>{String(prefix)}…</code>, used: {shownTime(usedAt)}
                </span>
              </span>
              <button
                type="button"
                className={quiet}
                aria-label={`Revoke ${String(name)}`}
                onClick={() => void revoke(String(id))}
              >
                Revoke
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="flex gap-2" onSubmit={make}>
        <input
          name="key-name"
          required
          maxLength={60}
          aria-label="Name of a new key"
          placeholder="What is it for?"
          className="h-9 min-w-0 flex-1 rounded-md border border-line-strong bg-background px-3 max-md:h-11"
        />
        <button type="submit" className={quiet}>
          Make a key
        </button>
      </form>
      <p role="alert" className="text-[12px] text-[var(--sm-down)] empty:hidden">
        {problem}
      </p>
      {made && <Secret label="Your new key. It is shown this once." value={made} />}
    </section>
  )
}

/** Something that is shown once, to be copied. */
export function Secret({ label, value }: { label: string; value: string }) {
  return (
    <p role="status" className="grid gap-1 rounded-md border border-line-strong p-3 text-[12px]">
      {label}
      <code className="break-all text-ink select-all">{value}</code>
    </p>
  )
}
