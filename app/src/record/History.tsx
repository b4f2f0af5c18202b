// The history of one entry, opened where the entry stands: a story with what differed.
import './history.css'
import { useQuery } from '@tanstack/react-query'
import { diffWordsWithSpace } from 'diff'
import { en as conferenceEn, vi as conferenceVi } from '../registers/conferences/texts.ts'
import { request } from '../web/api.ts'
import { formatDate, formatInstant } from '../web/format.ts'
import { useTexts } from '../web/language.tsx'
import { useSession } from '../web/session.tsx'
import { DialogButton } from '../web/ui/DialogButton.tsx'
import { Loading } from '../web/ui/Loading.tsx'
import { SourceLink } from '../web/ui/SourceLink.tsx'
import { EmptyState, ErrorPanel, Notice } from '../web/ui/States.tsx'
import type { HistoryView, recordRoutes, storiedKinds } from './contract.ts'
import { en, vi } from './texts.ts'

interface Subject {
  kind: (typeof storiedKinds)[number]
  id: string
}

/** A button for whoever may read histories; nothing for others. `of` is what the entry is called. */
export function HistoryButton({ kind, id, of }: Subject & { of: string }) {
  const t = useTexts(vi, en).history
  const { can } = useSession()
  if (!can.readHistory) return null
  return (
    <DialogButton open={t.open} of={of} title={t.title}>
      <History kind={kind} id={id} />
    </DialogButton>
  )
}

function History({ kind, id }: Subject) {
  const t = useTexts(vi, en).history
  const { data, error, refetch } = useQuery({
    queryKey: ['history', kind, id],
    queryFn: ({ signal }) =>
      request<typeof recordRoutes.history>('get', '/api/history', { query: { kind, id }, signal }),
    staleTime: 0,
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.changes.length === 0) return <EmptyState title={t.empty} />
  return (
    <>
      {data.source && (
        <p>
          {t.source}: <q>{data.source.quote}</q> <SourceLink source={data.source} />
        </p>
      )}
      <ol className="history">
        {data.changes.map((one) => (
          <Change key={one.seq} change={one} />
        ))}
      </ol>
    </>
  )
}

type ChangeView = HistoryView['changes'][number]

function Change({ change }: { change: ChangeView }) {
  const t = useTexts(vi, en).history
  return (
    <li>
      <p className="history-line">
        <time dateTime={change.at}>{formatInstant(change.at)}</time> <b>{change.actorName}</b>{' '}
        {t.action[change.action] ?? change.action}
      </p>
      {change.reason && <p className="muted">{t.reason(change.reason)}</p>}
      {change.proven === false && (
        <Notice tone="bad" alert>
          {t.unproven}
        </Notice>
      )}
      {change.proven === null && change.action.endsWith('.change') && (
        <p className="muted">{t.noContent}</p>
      )}
      <FieldDifferences fields={change.fields} />
    </li>
  )
}

/** Fields by name, each with what stood and what stands. */
export function FieldDifferences({ fields }: Pick<ChangeView, 'fields'>) {
  const t = useTexts(vi, en).history
  if (fields.length === 0) return null
  return (
    <dl className="history-fields">
      {fields.map((field) => (
        <div key={field.field}>
          <dt>{nameOf(field.field, t.field)}</dt>
          <dd>
            <Difference field={field} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Texts longer than this are shown as one, with the words that differ marked. */
const longText = 60

function Difference({ field: { field, before, after } }: { field: ChangeView['fields'][number] }) {
  const t = useTexts(vi, en).history
  const outcome: Record<string, string> = useTexts(conferenceVi, conferenceEn).outcome
  const words = field === 'outcome' ? outcome : (t.value[field] ?? {})
  const shown = (value: Value) =>
    typeof value === 'string' ? (words[value] ?? readable(value, t)) : wordsOf(value, t)
  if (typeof before === 'string' && typeof after === 'string' && before.length > longText) {
    return <WordDifference before={before} after={after} />
  }
  return (
    <>
      {before !== undefined && (
        <del>
          <span className="visually-hidden">{t.from}: </span>
          {shown(before)}
        </del>
      )}{' '}
      {after !== undefined && (
        <ins>
          <span className="visually-hidden">{t.to}: </span>
          {shown(after)}
        </ins>
      )}
    </>
  )
}

/** Spaces and lines of the text stay as they are. */
const WordDifference = ({ before, after }: { before: string; after: string }) => (
  <span className="history-text">
    {diffWordsWithSpace(before, after).map((part, index) => {
      const Tag = part.added ? 'ins' : part.removed ? 'del' : 'span'
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew as a whole
      return <Tag key={index}>{part.value}</Tag>
    })}
  </span>
)

/** `a.b` in words: those of `a` and of `b`. */
const nameOf = (field: string, names: Record<string, string>): string =>
  field
    .split('.')
    .map((part) => names[part] ?? part)
    .join(' · ')

type Value = ChangeView['fields'][number]['before']

/** Days and instants as they are written, other texts as they are. */
function readable(value: string, t: { nothing: string }): string {
  if (value === '') return t.nothing
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value)
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? formatInstant(value) : value
}

function wordsOf(value: Value, t: { nothing: string; yes: string; no: string }): string {
  if (value === null || value === undefined || value === '') return t.nothing
  if (value === true) return t.yes
  if (value === false) return t.no
  return Array.isArray(value) ? value.join('; ') || t.nothing : String(value)
}
