import { expect, test } from 'vitest'
import {
  draftOn,
  isAway,
  opinionDraftOn,
  outboxOn,
  paperDraftOn,
  tryOf,
  unansweredKept,
  unsentCount,
  unsentOn,
  voteDraftOn,
  wipeUnsent,
} from './drafts.ts'

function shelf() {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('a draft is found again by its account and thing, by nobody else', () => {
  const on = shelf()
  draftOn<string>(on, 'an', 'item').keep({ version: 2, given: 'chữ' })
  expect(draftOn(on, 'an', 'item').read()).toEqual({ version: 2, given: 'chữ' })
  expect(draftOn(on, 'binh', 'item').read()).toBeNull()
  draftOn(on, 'an', 'item').drop()
  expect(draftOn(on, 'an', 'item').read()).toBeNull()
  on.setItem('giaoban.draft.an.item', '{"version":2,"giv')
  expect(draftOn(on, 'an', 'item').read()).toBeNull()
})

test('an opinion is kept from its first word, told as one, and gone with its last', () => {
  const on = shelf()
  const typed = { speaker: 'B', clause: '', stance: 'agree', body: 'Chưa' } as const
  const draft = opinionDraftOn(on, 'an', 'item')
  draft.keep({ ...typed, body: ' ' })
  expect(draft.read()).toBeNull()
  draft.keep(typed)
  expect(opinionDraftOn(on, 'an', 'item').read()).toEqual(typed)
  expect(opinionDraftOn(on, 'an', 'other').read()).toBeNull()
  expect(unsentOn(on, 'an')).toEqual([{ kind: 'opinions', text: 'Chưa' }])
  draft.keep({ ...typed, body: '' })
  expect(unsentOn(on, 'an')).toEqual([])
})

test('a tally and a paper that are half entered are kept, and told as what they are', () => {
  const on = shelf()
  const counts = { base: '', agree: '21', disagree: '0', abstain: '0' }
  const typed = { question: '', kind: 'open', base: 'present', counts } as const
  const draft = voteDraftOn(on, 'an', 'item')
  draft.keep(typed)
  expect(draft.read()).toEqual(typed)
  paperDraftOn<object>(on, 'an', 'notice').keep({ version: 3, given: { subject: 'Kết luận' } })
  expect(unsentOn(on, 'an')).toEqual([
    { kind: 'votes', text: '' },
    { kind: 'paper', text: 'Kết luận' },
  ])
  draft.keep({ ...typed, counts: { ...counts, agree: '' } })
  expect(draft.read()).toBeNull()
})

test('the outbox keeps its order and drops what arrived', () => {
  const on = shelf()
  const box = outboxOn(on, 'an', 'conference')
  const one = { key: '1', kind: 'opinions', itemId: 'i', body: {} } as const
  box.add(one)
  box.add({ ...one, key: '2' })
  box.drop('1')
  expect(
    outboxOn(on, 'an', 'conference')
      .read()
      .map(({ key }) => key),
  ).toEqual(['2'])
})

test('what an account has not sent is told with its words and wiped, and nobody else’s', () => {
  const on = shelf()
  draftOn<object>(on, 'an', 'item').keep({ version: 2, given: { body: 'Giao Sở A', tasks: [] } })
  const box = outboxOn(on, 'an', 'conference')
  box.add({ key: '1', kind: 'opinions', itemId: 'i', body: { speaker: 'B', body: 'Chưa rõ' } })
  box.add({ key: '2', kind: 'votes', itemId: 'i', body: { question: 'Thông qua?' } })
  draftOn<object>(on, 'binh', 'item').keep({ version: 1, given: { body: 'khác' } })
  expect(unsentOn(on, 'an')).toEqual([
    { kind: 'decision', text: 'Giao Sở A' },
    { kind: 'opinions', text: 'Chưa rõ' },
    { kind: 'votes', text: 'Thông qua?' },
  ])
  wipeUnsent(on, 'an')
  expect(unsentOn(on, 'an')).toEqual([])
  expect(unsentOn(on, 'binh')).toEqual([{ kind: 'decision', text: 'khác' }])
})

test('who closes a conference is told of what waits for it, of nothing else in the tab', () => {
  const on = shelf()
  const count = () => unsentCount(on, 'an', { conference: 'c', items: ['i', 'j'] })
  draftOn<object>(on, 'an', 'of another').keep({ version: 1, given: { body: 'khác' } })
  paperDraftOn<object>(on, 'an', 'notice').keep({ version: 3, given: { subject: 'Kết luận' } })
  outboxOn(on, 'an', 'other').add({ key: '1', kind: 'opinions', itemId: 'k', body: {} })
  draftOn<object>(on, 'binh', 'i').keep({ version: 1, given: { body: 'khác' } })
  expect(count()).toBe(0)
  draftOn<object>(on, 'an', 'i').keep({ version: 1, given: { body: 'Giao Sở A' } })
  const typed = { speaker: 'B', clause: '', stance: 'agree', body: 'Chưa' } as const
  opinionDraftOn(on, 'an', 'j').keep(typed)
  const counts = { base: '', agree: '21', disagree: '0', abstain: '0' }
  voteDraftOn(on, 'an', 'j').keep({ question: '', kind: 'open', base: 'present', counts })
  outboxOn(on, 'an', 'c').add({ key: '2', kind: 'votes', itemId: 'i', body: {} })
  expect(count()).toBe(4)
})

test('a text is one save however often it is tried, and the first saves are remembered like the last', () => {
  let made = 0
  const fresh = () => `save ${++made}`
  let unanswered: string[] = []
  for (const _text of Array.from({ length: 80 })) {
    let kept: { save?: string; unanswered: string[] } = { unanswered }
    for (const _again of [1, 2, 3]) {
      const { save, before, after } = tryOf(kept, fresh)
      expect(before).toEqual(kept.unanswered)
      expect(after).toContain(save)
      kept = { save, unanswered: after }
    }
    unanswered = kept.unanswered
  }
  expect(made).toBe(80)
  expect(unanswered).toHaveLength(unansweredKept)
  expect([unanswered[0], unanswered.at(-1)]).toEqual(['save 1', 'save 80'])
})

test('only a server that is away is asked again', () => {
  expect([0, 503, 401].every(isAway)).toBe(true)
  expect([400, 403, 409, 412, 422].some(isAway)).toBe(false)
})
