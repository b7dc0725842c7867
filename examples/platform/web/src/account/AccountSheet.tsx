import { type FormEvent, useState } from 'react'
import { AccountInvitations } from './AccountInvitations.tsx'
import { AccountKeys } from './AccountKeys.tsx'
import { AccountSessions } from './AccountSessions.tsx'
import { call } from './call.ts'
import { quiet } from './quiet.ts'
import { Field } from './SignIn.tsx'
import { Refusal } from './session.ts'
import { session, useSession } from './useSession.ts'

/** One's own account: the password, where one is signed in, keys for programs; for admins, invitations. */
export function AccountSheet() {
  const state = useSession()
  if (typeof state !== 'object' || state === null) return null
  return (
    <div className="grid gap-6">
      <section className="flex items-center justify-between gap-4">
        <p>
          <strong className="block text-[15px]">{state.name}</strong>
          <span className="text-[12px] text-secondary">{state.role === 'admin' ? 'Admin' : 'User'}</span>
        </p>
        <button type="button" className={quiet} onClick={() => void session.signOut()}>
          Sign out
        </button>
      </section>
      <AccountSessions />
      <AccountKeys />
      {state.role === 'admin' && <AccountInvitations />}
      <PasswordForm />
    </div>
  )
}

function PasswordForm() {
  const [told, setTold] = useState('')

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const body = { current: String(fields.get('current')), next: String(fields.get('next')) }
    try {
      await call('PUT', '/v1/account/password', body)
      form.reset()
      setTold('Changed. All other sessions have ended.')
    } catch (error) {
      setTold(error instanceof Refusal ? error.message : 'The server cannot be reached.')
    }
  }

  return (
    <details>
      <summary className="cursor-pointer font-semibold">Change the password</summary>
      <form className="mt-3 grid gap-3" onSubmit={change}>
        <Field label="Current password" name="current" type="password" autoComplete="current-password" />
        <Field label="New password" name="next" type="password" autoComplete="new-password" />
        <div className="flex items-center gap-3">
          <button type="submit" className={quiet}>
            Change
          </button>
          <span role="status" className="text-[12px] text-secondary">
            {told}
          </span>
        </div>
      </form>
    </details>
  )
}
