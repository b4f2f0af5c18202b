// The access log with its filters; older entries page by page.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import type { AccessEntry, accessLogRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

interface Filter {
  who: string
  action: '' | AccessEntry['action']
  kind: string
  from: string | null
  to: string | null
  subject: string
}

const nothing: Filter = { who: '', action: '', kind: '', from: null, to: null, subject: '' }

export function AccessLogPage() {
  const t = useTexts(vi, en)
  const [filter, setFilter] = useState(nothing)
  const [before, setBefore] = useState<string | null>(null)
  const query = { ...filter, before }
  const { data, error, refetch } = useQuery({
    queryKey: ['access-log', query],
    queryFn: ({ signal }) =>
      request<typeof accessLogRoutes.list>('get', '/api/access-log', { query, signal }),
  })
  function show(next: Filter) {
    setFilter(next)
    setBefore(null)
  }
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={<AccessButton kind="accessLog" of={t.title} />}
      />
      <Filters key={JSON.stringify(filter)} filter={filter} onApply={show} />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.entries.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <Entries
          entries={data.entries}
          onSubject={({ subjectKind, subjectId }) =>
            show({ ...filter, kind: subjectKind, subject: subjectId ?? '' })
          }
        />
      )}
      <div className="row">
        {before && <Button onClick={() => setBefore(null)}>{t.newest}</Button>}
        {data?.more && (
          <Button onClick={() => setBefore(data.entries.at(-1)?.id ?? null)}>{t.older}</Button>
        )}
      </div>
    </div>
  )
}

function Filters({ filter, onApply }: { filter: Filter; onApply: (filter: Filter) => void }) {
  const t = useTexts(vi, en)
  const [draft, setDraft] = useState(filter)
  const set = (part: Partial<Filter>) => setDraft({ ...draft, ...part })
  const any = { value: '', label: t.any }
  const options = <V extends string>(names: Record<V, string>) => [
    any,
    ...Object.entries<string>(names).map(([value, label]) => ({ value, label })),
  ]
  return (
    <form
      className="row"
      aria-label={t.filters}
      onSubmit={(event) => {
        event.preventDefault()
        onApply(draft)
      }}
    >
      <TextField
        label={t.who}
        hint={t.whoHint}
        value={draft.who}
        onChange={(who) => set({ who })}
      />
      <SelectField
        label={t.action}
        value={draft.action}
        options={options(t.actions)}
        onChange={(action) => set({ action: action as Filter['action'] })}
      />
      <SelectField
        label={t.kind}
        value={draft.kind}
        options={options(t.kinds)}
        onChange={(kind) => set({ kind, subject: '' })}
      />
      <DateField label={t.from} value={draft.from} onChange={(from) => set({ from })} />
      <DateField label={t.to} value={draft.to} onChange={(to) => set({ to })} />
      {draft.subject && <span className="muted">{t.onlySubject}</span>}
      <Button look="primary" type="submit">
        {t.apply}
      </Button>
      <Button onClick={() => onApply(nothing)}>{t.clear}</Button>
    </form>
  )
}

function Entries({
  entries,
  onSubject,
}: {
  entries: readonly AccessEntry[]
  onSubject: (entry: AccessEntry) => void
}) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.column.at}</th>
            <th scope="col">{t.column.who}</th>
            <th scope="col">{t.column.what}</th>
            <th scope="col">{t.column.subject}</th>
            <th scope="col">{t.column.detail}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((one) => (
            <tr key={one.id}>
              <th scope="row">{formatInstant(one.at)}</th>
              <td data-label={t.column.who}>
                {one.account ? `${one.account.name} (${one.account.address})` : t.system}
              </td>
              <td data-label={t.column.what}>{t.actions[one.action]}</td>
              <td data-label={t.column.subject}>
                {t.kinds[one.subjectKind] ?? one.subjectKind}
                {one.subjectId && (
                  <>
                    {': '}
                    {one.subjectName ?? <code>{one.subjectId.slice(-12)}</code>}{' '}
                    <Button small look="plain" onClick={() => onSubject(one)}>
                      {t.onlyThis}
                    </Button>
                  </>
                )}
              </td>
              <td data-label={t.column.detail}>{detailIn(one.detail, t.kinds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** "kind=organisation&id=0190…" → "Cơ quan: 3c46bb8125cc"; what else was asked keeps its words. */
function detailIn(detail: string | null, kinds: Readonly<Record<string, string>>): string | null {
  if (!detail?.includes('=')) return detail
  const asked = new URLSearchParams(detail)
  const kind = asked.get('kind') ?? asked.get('subjectKind')
  const id = asked.get('id') ?? asked.get('subjectId') ?? asked.get('subject')
  const rest = [...asked].filter(
    ([name]) => !['kind', 'subjectKind', 'id', 'subjectId', 'subject'].includes(name),
  )
  const subject = [kind && (kinds[kind] ?? kind), id?.slice(-12)].filter(Boolean).join(': ')
  return [subject, ...rest.map(([name, value]) => `${name}: ${value}`)].filter(Boolean).join('; ')
}
