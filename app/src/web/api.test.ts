import { expect, test } from 'vitest'
import { address } from './api.ts'

test('an address gets its parameters and its query, encoded', () => {
  expect(address('/api/documents/{id}/text', { params: { id: 'a/b' } })).toBe(
    '/api/documents/a%2Fb/text',
  )
  expect(address('/api/search', { query: { q: 'đất đai', kind: '', page: 2, none: null } })).toBe(
    '/api/search?q=%C4%91%E1%BA%A5t+%C4%91ai&page=2',
  )
})
