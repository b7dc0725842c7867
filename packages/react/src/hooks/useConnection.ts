import { useMemo, useSyncExternalStore } from 'react'
import type { ReactClient } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { type Connection, unconnected } from '../store/connection.ts'
import { connectionOf } from '../store/feeds.ts'

/** How the live feeds of this page stand, all together. */
export function useConnection(parameters: { client?: ReactClient | undefined } = {}): Connection {
  const client = useClient(parameters.client)
  const connection = useMemo(() => connectionOf(client), [client])
  return useSyncExternalStore(connection.subscribe, connection.get, () => unconnected)
}
