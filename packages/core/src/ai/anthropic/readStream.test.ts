import { expect, test } from 'vitest'
import { createStreamReader } from './readStream.ts'

test('blocks are read by any index, without a list as long as it', () => {
  const reader = createStreamReader(100)
  const index = 2 ** 31
  reader.push({
    type: 'content_block_start',
    index,
    content_block: { type: 'text', text: '', citations: null },
  })
  expect(
    reader.push({ type: 'content_block_delta', index, delta: { type: 'text_delta', text: 'All is well.' } }),
  ).toEqual([{ type: 'text', delta: 'All is well.' }])
  reader.push({
    type: 'message_delta',
    delta: { stop_reason: 'end_turn', stop_sequence: null, stop_details: null, container: null },
    usage: {
      ...{ input_tokens: 10, output_tokens: 4, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 },
      ...{ output_tokens_details: null, server_tool_use: null },
    },
  })
  expect(reader.response()).toBeUndefined()
  reader.push({ type: 'message_stop' })
  expect(reader.response()?.content).toEqual([{ type: 'text', text: 'All is well.' }])
})
