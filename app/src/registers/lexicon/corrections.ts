// What people decided otherwise than the reader: read from the confirmed findings, never stored again.
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import type { Correction } from './lexicon.ts'
import { indicatorPayload } from './lexicon.ts'

/** Kinds of finding whose correction teaches a word. */
const teaching = ['statement', 'shortcoming', 'assignment']

interface Payload {
  indicator?: { quote?: string; code?: string | null }
  topic?: string
  subject?: { quote?: string }
  lead?: { text?: string } | null
}

interface Edited {
  topic?: string
  leadText?: string | null
}

/** All corrections of confirmed findings, oldest first: whose words mean what. */
export async function correctionsOf(db: Reads, actor: Actor): Promise<Correction[]> {
  const rows = await db
    .selectFrom('finding')
    .leftJoin('observation', (join) =>
      join
        .onRef('observation.province_id', '=', 'finding.province_id')
        .onRef('observation.observation_id', '=', 'finding.entry_id'),
    )
    .leftJoin('indicator', (join) =>
      join
        .onRef('indicator.province_id', '=', 'observation.province_id')
        .onRef('indicator.indicator_id', '=', 'observation.indicator_id'),
    )
    .select(['finding.document_id', 'finding.start_at', 'finding.end_at', 'finding.kind'])
    .select(['finding.payload', 'finding.edited'])
    .select(['indicator.code', 'indicator.name_vi', 'indicator.name_en', 'indicator.unit'])
    .select(['indicator.direction', 'indicator.kind as indicator_kind', 'indicator.national'])
    .where('finding.province_id', '=', actor.provinceId)
    .where(visible(actor, 'finding.document_id'))
    .where('finding.state', '=', 'confirmed')
    .where('finding.kind', 'in', teaching)
    .where('finding.edited', 'is not', null)
    .orderBy('finding.decided_at')
    .execute()
  return rows.flatMap((row) => {
    const payload = row.payload as Payload
    const edited = row.edited as Edited
    const made = { documentId: row.document_id, start: row.start_at, end: row.end_at }
    const phrase = (text: string | undefined) => (text ?? '').normalize('NFC').trim()
    if (row.kind === 'statement' && row.code !== null && payload.indicator?.code !== row.code)
      return [
        {
          ...made,
          class: 'indicator',
          payload: indicatorPayload({
            code: row.code,
            name_vi: row.name_vi ?? '',
            name_en: row.name_en ?? '',
            unit: row.unit ?? '',
            direction: row.direction ?? 'none',
            kind: row.indicator_kind ?? 'P',
            synonyms: [],
            national: row.national === true,
          }),
          phrase: phrase(payload.indicator?.quote),
        },
      ]
    if (row.kind === 'shortcoming' && edited.topic && edited.topic !== payload.topic)
      return [
        { ...made, class: 'topic', payload: edited.topic, phrase: phrase(payload.subject?.quote) },
      ]
    if (row.kind === 'assignment' && edited.leadText && edited.leadText !== payload.lead?.text)
      return [{ ...made, class: 'actor', payload: '', phrase: phrase(edited.leadText) }]
    return []
  })
}
