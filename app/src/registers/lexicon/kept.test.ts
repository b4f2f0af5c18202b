import { expect, test } from 'vitest'
import { lastFew } from './kept.ts'

test('what was used last is kept, what was not is made anew', () => {
  const made: string[] = []
  const kept = lastFew<string>(2)
  const ask = (text: string) =>
    kept(text, () => {
      made.push(text)
      return `${text}!`
    })
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['a!', 'b!', 'a!', 'c!', 'a!', 'b!'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
