import { expect, test } from 'vitest'
import { type ListState, pressKey } from './listKeys.ts'

const closed: ListState = { open: false, active: 0, picking: false }

/** The last result of the keys, each on the list that the one before left. */
function press(keys: string[], from = closed, count = 3, chosen = -1) {
  let list = from
  let result = pressKey('', list, count, chosen)
  for (const key of keys) {
    result = pressKey(key, list, count, chosen)
    if (result.does === 'show') list = result.state
  }
  return result
}

test('an arrow and Enter choose without a letter typed', () => {
  expect(press(['ArrowDown', 'Enter'])).toEqual({ does: 'choose', index: 0 })
  expect(press(['ArrowDown', 'ArrowDown', 'Enter'])).toEqual({ does: 'choose', index: 1 })
  expect(press(['ArrowDown', 'ArrowUp', 'Enter'])).toEqual({ does: 'choose', index: 2 })
})

test('it opens at what is chosen already', () => {
  expect(press(['ArrowDown', 'Enter'], closed, 3, 2)).toEqual({ does: 'choose', index: 2 })
})

test('Enter is the form’s while the list is closed, empty or only opened by the pointer', () => {
  expect(press(['Enter'])).toEqual({ does: 'nothing' })
  expect(press(['Enter'], { ...closed, open: true })).toEqual({ does: 'nothing' })
  expect(press(['ArrowDown', 'Enter'], closed, 0)).toEqual({ does: 'nothing' })
  expect(press(['ArrowDown', 'Enter'], { ...closed, open: true })).toEqual({
    does: 'choose',
    index: 1,
  })
})

test('Esc closes an open list and is the page’s otherwise', () => {
  expect(press(['ArrowDown', 'Escape'])).toEqual({ does: 'close' })
  expect(press(['Escape'])).toEqual({ does: 'nothing' })
})
