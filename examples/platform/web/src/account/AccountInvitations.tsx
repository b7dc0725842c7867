import { useState } from 'react'
import { Secret } from './AccountKeys.tsx'
import { call } from './call.ts'
import { quiet } from './quiet.ts'

/** Lets one more person in, by a link. */
export function AccountInvitations() {
  const [link, setLink] = useState('')

  async function invite() {
    const body = await call('POST', '/v1/invitations', {}).catch(() => undefined)
    if (typeof body === 'object' && body !== null && 'invitation' in body)
      setLink(`${location.origin}/#join=${String(body.invitation)}`)
  }

  return (
    <section className="grid gap-2">
      <header className="flex items-center justify-between gap-4">
        <h3 className="font-semibold">Others</h3>
        <button type="button" className={quiet} onClick={() => void invite()}>
          Invite somebody
        </button>
      </header>
      {link && <Secret label="Good for one account, within a week." value={link} />}
    </section>
  )
}
