import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call, readList, shownTime } from './call.ts'
import { quiet } from './quiet.ts'
import { session } from './useSession.ts'

const queryKey = ['platform', 'account', 'sessions']

/** Where one is signed in. */
export function AccountSessions() {
  const queries = useQueryClient()
  const { data = [] } = useQuery({
    queryKey,
    queryFn: async () =>
      readList(await call('GET', '/v1/account/sessions'), 'sessions', [
        'id',
        'usedAt',
        'userAgent',
        'address',
        'isThis',
      ]),
  })

  async function end(id: string) {
    await call('DELETE', `/v1/account/sessions/${encodeURIComponent(id)}`).catch(() => {})
    await queries.invalidateQueries({ queryKey })
  }
  async function endAll() {
    await call('DELETE', '/v1/account/sessions').catch(() => {})
    session.forget()
  }

  return (
    <section className="grid gap-2">
      <header className="flex items-center justify-between gap-4">
        <h3 className="font-semibold">Signed in</h3>
        <button type="button" className={quiet} onClick={() => void endAll()}>
          Sign out everywhere
        </button>
      </header>
      <ul className="divide-y divide-line border-y border-line">
        {data.map(({ id, usedAt, userAgent, address, isThis }) => (
          <li key={String(id)} className="flex min-h-11 items-center justify-between gap-4 py-1">
            <span>
              {browserOf(String(userAgent))}
              <span className="block text-[12px] text-secondary">
                {isThis === true ? 'This browser' : shownTime(usedAt)}, {String(address)}
              </span>
            </span>
            {isThis !== true && (
              <button
                type="button"
                className={quiet}
                aria-label={`End the session of ${shownTime(usedAt)}`}
                onClick={() => void end(String(id))}
              >
                End
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `Firefox on Linux`: as much as the owner needs to know it again. */
export function browserOf(userAgent: string): string {
  const browsers = [
    ['Edg/', 'Edge'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ] as const
  const systems = [
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Android', 'Android'],
    ['Windows', 'Windows'],
    ['Mac OS', 'Mac'],
    ['Linux', 'Linux'],
  ] as const
  const of = (known: readonly (readonly [string, string])[]) =>
    known.find(([mark]) => userAgent.includes(mark))?.[1]
  const [browser, system] = [of(browsers), of(systems)]
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Another program')
}
