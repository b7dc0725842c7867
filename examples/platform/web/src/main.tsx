import { createClient } from '@starkmatter/core'
import { gateway } from '@starkmatter/core/providers/gateway'
import { StarkMatterProvider } from '@starkmatter/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { Gate } from './account/Gate.tsx'
import { session } from './account/useSession.ts'
import './app.css'

// Only the gateway that serves this page is asked; vendors and their keys stay behind it.
const client = createClient({
  providers: [gateway({ url: location.origin, ticket: session.ticket })],
  fetch: session.fetch,
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <StarkMatterProvider client={client}>
      <Gate>
        <App />
      </Gate>
    </StarkMatterProvider>
  </StrictMode>,
)
