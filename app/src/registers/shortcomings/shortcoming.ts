// Rules of shortcomings: grouping by topic; whether one recurs is derived here, never stored.
import type { ShortcomingView, TopicGroup } from './contract.ts'

interface TopicName {
  code: string
  vi: string
  en: string
}

/** Groups entries by topic: most documents first, then most sentences, then the newest. */
export function groupByTopic(
  entries: readonly ShortcomingView[],
  topics: readonly TopicName[],
): TopicGroup[] {
  const names = new Map(topics.map((topic) => [topic.code, topic]))
  const groups = Map.groupBy(entries, (entry) => entry.topic)
  return [...groups]
    .map(([topic, own]): TopicGroup => {
      const sorted = own.toSorted(byDate)
      const dates = sorted.flatMap((entry) => entry.date ?? [])
      const conferences = new Map(
        sorted.flatMap((entry) =>
          entry.conference ? [[entry.conference.id, entry.conference]] : [],
        ),
      )
      return {
        topic,
        nameVi: names.get(topic)?.vi ?? topic,
        nameEn: names.get(topic)?.en ?? topic,
        count: own.length,
        documents: new Set(own.map((entry) => entry.source.documentId)).size,
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
        conferences: [...conferences.values()],
        entries: sorted,
      }
    })
    .sort(
      (a, b) =>
        b.documents - a.documents ||
        b.count - a.count ||
        (b.last ?? '').localeCompare(a.last ?? '') ||
        a.topic.localeCompare(b.topic),
    )
}

/** A topic recurs when two documents or more name it. */
export const recurs = (group: Pick<TopicGroup, 'documents'>): boolean => group.documents > 1

function byDate(a: ShortcomingView, b: ShortcomingView): number {
  return (a.date ?? '').localeCompare(b.date ?? '') || a.source.start - b.source.start
}
