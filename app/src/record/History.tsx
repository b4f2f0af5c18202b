// The history of one entry, opened where the entry stands: a story with what differed.
import './history.css'
import { useQuery } from '@tanstack/react-query'
import { request } from '../web/api.ts'
import { formatInstant } from '../web/format.ts'
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
      {change.fields.length > 0 && (
        <dl className="history-fields">
          {change.fields.map((field) => (
            <div key={field.field}>
              <dt>{nameOf(field.field, t.field)}</dt>
              <dd>
                {field.before !== undefined && (
                  <del>
                    <span className="visually-hidden">{t.from}: </span>
                    {wordsOf(field.before, t)}
                  </del>
                )}{' '}
                {field.after !== undefined && (
                  <ins>
                    <span className="visually-hidden">{t.to}: </span>
                    {wordsOf(field.after, t)}
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

/** `a.b` in words: those of `a` and of `b`. */
const nameOf = (field: string, names: Record<string, string>): string =>
  field
    .split('.')
    .map((part) => names[part] ?? part)
    .join(' · ')

type Value = ChangeView['fields'][number]['before']

function wordsOf(value: Value, t: { nothing: string; yes: string; no: string }): string {
  if (value === null || value === undefined || value === '') return t.nothing
  if (value === true) return t.yes
  if (value === false) return t.no
  return Array.isArray(value) ? value.join('; ') || t.nothing : String(value)
}
