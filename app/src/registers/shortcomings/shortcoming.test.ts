import { expect, test } from 'vitest'
import type { ShortcomingView } from './contract.ts'
import { groupByTopic, recurs } from './shortcoming.ts'

let counter = 0

function entry(topic: string, documentId: string, date: string | null): ShortcomingView {
  const id = String(++counter)
  return {
    id,
    topic,
    subject: 'công tác giải phóng mặt bằng',
    predicate: 'còn chậm',
    scope: null,
    since: null,
    conference: date ? { id: documentId, title: `Hội nghị ${documentId}`, date } : null,
    date,
    source: {
      documentId,
      documentTitle: documentId,
      textVersion: 1,
      start: counter,
      end: counter + 1,
      quote: '',
      findingId: id,
      confirmedBy: '',
      confirmedAt: '',
    },
    version: 1,
  }
}

const topics = [{ code: 'site_clearance', vi: 'Giải phóng mặt bằng', en: 'Site clearance' }]

test('a topic tells how often, since when, and in which conferences', () => {
  const groups = groupByTopic(
    [
      entry('other', 'a', '2024-06-01'),
      entry('other', 'a', '2024-06-01'),
      entry('other', 'a', '2024-06-01'),
      entry('site_clearance', 'b', '2024-09-01'),
      entry('site_clearance', 'a', '2024-06-01'),
    ],
    topics,
  )
  expect(groups.map((group) => [group.topic, group.documents, group.count])).toEqual([
    ['site_clearance', 2, 2],
    ['other', 1, 3],
  ])
  expect(groups[0]).toMatchObject({
    nameVi: 'Giải phóng mặt bằng',
    first: '2024-06-01',
    last: '2024-09-01',
  })
  expect(groups[0]?.conferences.map((one) => one.id)).toEqual(['a', 'b'])
  expect(groups.map(recurs)).toEqual([true, false])
})

test('what has no date says none', () => {
  expect(groupByTopic([entry('other', 'a', null)], topics)[0]).toMatchObject({
    first: null,
    last: null,
    conferences: [],
  })
})
