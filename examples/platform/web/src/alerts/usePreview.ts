import { useQuery } from '@tanstack/react-query'
import { previewShape } from './alert-shapes.ts'
import { askServer } from './ask-server.ts'

/** What an alert would have done over the past, asked for once the reader has stopped typing. */
export function usePreview(body: object | undefined) {
  return useQuery({
    queryKey: ['platform', 'alert-preview', JSON.stringify(body)],
    async queryFn({ signal }) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      // The next key, a letter later, has ended this one.
      signal.throwIfAborted()
      return askServer('/v1/alerts/preview', previewShape, { method: 'POST', body: body ?? {}, signal })
    },
    enabled: body !== undefined,
    retry: false,
    staleTime: 60_000,
  })
}
