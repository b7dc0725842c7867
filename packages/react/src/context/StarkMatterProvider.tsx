import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useState } from 'react'
import type { ReactClient } from './client.ts'

const ClientContext = createContext<ReactClient | null>(null)

export type StarkMatterProviderProps = {
  /** From `createClient` of `@starkmatter/core`. */
  client: ReactClient
  /** @default the one around this provider, or a new one */
  queryClient?: QueryClient | undefined
  children?: ReactNode
}

/**
 * Gives every hook below it the client to ask.
 *
 * @example
 * <StarkMatterProvider client={createClient({ providers: [gateway({ url })] })}>
 *   <App />
 * </StarkMatterProvider>
 */
export function StarkMatterProvider({ client, queryClient, children }: StarkMatterProviderProps) {
  const surrounding = useContext(QueryClientContext)
  const [own] = useState(createQueryClient)
  const tree = <ClientContext.Provider value={client}>{children}</ClientContext.Provider>
  if (surrounding && !queryClient) return tree
  return <QueryClientProvider client={queryClient ?? own}>{tree}</QueryClientProvider>
}

/**
 * The client given to the hook, or the one of the provider around it.
 *
 * @throws {Error} neither is there
 */
export function useClient(client?: ReactClient | undefined): ReactClient {
  const provided = useContext(ClientContext)
  const found = client ?? provided
  if (!found) {
    throw new Error(
      'No client: put <StarkMatterProvider client={createClient({ providers })}> around this component, or pass `client` to the hook.',
    )
  }
  return found
}

// The core already retries what is worth retrying, inside the caller's deadline.
function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false } } })
}
