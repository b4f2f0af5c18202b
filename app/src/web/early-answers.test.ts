import { afterEach, expect, test, vi } from 'vitest'
import { askEarly, forgetEarly, takeEarly } from './early-answers.ts'

let asked: string[] = []

function stub(): void {
  asked = []
  vi.stubGlobal('localStorage', { getItem: () => 'en' })
  vi.stubGlobal('fetch', async (address: string, { headers }: { headers: object }) => {
    asked.push(`${address} ${JSON.stringify(headers)}`)
    return new Response(address)
  })
}

afterEach(() => {
  forgetEarly()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('an answer is asked for once, in the language of the browser, and given to one', async () => {
  stub()
  void askEarly('/api/a')
  void askEarly('/api/a')
  expect(asked).toEqual(['/api/a {"X-Language":"en"}'])
  expect(await (await takeEarly('/api/a'))?.text()).toBe('/api/a')
  expect(takeEarly('/api/a')).toBeNull()
  expect(takeEarly('/api/b')).toBeNull()
})

test('an old answer is given to nobody, nor one from before a write', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  stub()
  void askEarly('/api/a')
  vi.advanceTimersByTime(6_000)
  expect(takeEarly('/api/a')).toBeNull()
  void askEarly('/api/a')
  forgetEarly()
  expect(takeEarly('/api/a')).toBeNull()
})

test('nothing complains of an answer that failed and that nobody came for', async () => {
  stub()
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('away')))
  void askEarly('/api/a')
  await expect(takeEarly('/api/a')).rejects.toThrow('away')
})
