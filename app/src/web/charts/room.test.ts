import { expect, test } from 'vitest'
import { roomFor } from './room.ts'

test.each([
  [860, 1280, 860],
  [860, 820, 764],
  [720, 360, 304],
  [720, 200, 300],
])('of %d pixels a window of %d has room for %d', (most, window, width) => {
  expect(roomFor(most, window)).toBe(width)
})
