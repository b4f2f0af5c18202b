import { expect, test } from 'vitest'
import { changed } from './changed.ts'

test('only what was changed is sent: an empty field that stays empty is not', () => {
  expect(changed<{ id: string | null }>({ id: null }, { id: null })).toEqual({})
  expect(changed<{ id: string | null }>({ id: 'a' }, { id: null })).toEqual({ id: null })
  expect(changed({ id: 'a', quote: 'b' }, { id: 'c', quote: 'b' })).toEqual({ id: 'c' })
})
