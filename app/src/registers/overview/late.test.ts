import { expect, test } from 'vitest'
import { byNeed, type Judged, lateSince } from './late.ts'

const states = { l: 'late', w: 'watch', o: 'onTrack', n: 'notJudged' } as const

/** "owll": the state at the end of each month, from January on. */
const told = (text: string): Judged[] =>
  [...text].map((letter, at) => ({
    to: `2026-0${at + 1}-28`,
    state: states[letter as keyof typeof states],
  }))

test.each([
  ['', null],
  ['owo', null],
  ['lllo', null],
  ['l', '2026-01-28'],
  ['llll', '2026-01-28'],
  ['lwll', '2026-03-28'],
  ['olnl', '2026-04-28'],
])('%s has been late since %s', (text, since) => {
  expect(lateSince(told(text))?.to ?? null).toBe(since)
  expect(lateSince(told(text).toReversed())?.to ?? null).toBe(since)
})

test('what is furthest behind comes first, what is late for longest of the same', () => {
  const of = (share: number | null, since: string) => ({ share, since })
  const first = of(null, '2026-06-30')
  const rest = [of(0.2, '2026-06-30'), of(0.5, '2026-01-31'), of(0.5, '2026-03-31')]
  expect([...rest, first].toSorted(byNeed)).toEqual([first, ...rest])
})
