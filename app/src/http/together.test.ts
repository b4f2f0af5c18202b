import { expect, test } from 'vitest'
import { together } from './together.ts'

/** A look-up that waits until it is let go, and tells what it was asked for. */
function held() {
  const turns: { keys: readonly string[]; letGo: (error?: Error) => void }[] = []
  const ask = together<string, string>((keys) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, string>>()
    const round = turns.length
    turns.push({
      keys,
      letGo: (error) =>
        error ? reject(error) : resolve(new Map(keys.map((key) => [key, `${key}${round}`]))),
    })
    return promise
  })
  return { turns, ask }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('who asks while others are answered is answered from a look-up that began later, each key once', async () => {
  const { turns, ask } = held()
  const first = ask('a')
  await settled()
  const later = ['a', 'b', 'b', 'c'].map((key) => ask(key))
  await settled()
  expect(turns.map((turn) => turn.keys)).toEqual([['a']])
  turns[0]?.letGo()
  expect(await first).toBe('a0')
  await settled()
  expect(turns.map((turn) => turn.keys)).toEqual([['a'], ['a', 'b', 'c']])
  turns[1]?.letGo()
  expect(await Promise.all(later)).toEqual(['a1', 'b1', 'b1', 'c1'])
})

test('a turn that fails fails for those in it, and the next one goes on', async () => {
  const { turns, ask } = held()
  const first = ask('a')
  await settled()
  const second = ask('b')
  turns[0]?.letGo(new Error('away'))
  await expect(first).rejects.toThrow('away')
  await settled()
  turns[1]?.letGo()
  expect(await second).toBe('b1')
  const third = ask('c')
  await settled()
  turns[2]?.letGo()
  expect(await third).toBe('c2')
})
