// The record of changes, and its proof.

import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AccessButton } from '../registers/access/AccessButton.tsx'
import { request } from '../web/api.ts'
import { formatInstant } from '../web/format.ts'
import { useTexts } from '../web/language.tsx'
import { useSession } from '../web/session.tsx'
import { Button } from '../web/ui/Button.tsx'
import { Loading } from '../web/ui/Loading.tsx'
import { PageHead } from '../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, FormError, Notice } from '../web/ui/States.tsx'
import type { recordRoutes } from './contract.ts'
import { SignedHead } from './SignedHead.tsx'
import { en, vi } from './texts.ts'

export function RecordPage() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [before, setBefore] = useState<number | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['record', before],
    queryFn: ({ signal }) =>
      request<typeof recordRoutes.list>('get', '/api/record', { query: { before }, signal }),
  })
  const verify = useMutation({
    mutationFn: () => request<typeof recordRoutes.verify>('get', '/api/record/verify'),
  })
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          <>
            <AccessButton kind="record" of={t.title} />
            {can.verifyRecord && (
              <Button onClick={() => verify.mutate()} disabled={verify.isPending}>
                {t.verify}
              </Button>
            )}
          </>
        }
      />
      <FormError error={verify.error} />
      {verify.data && (
        <Notice tone={verify.data.intact ? 'good' : 'bad'} alert>
          {verify.data.intact ? t.intact(verify.data.links) : t.broken(verify.data.brokenAt ?? 0)}
        </Notice>
      )}
      <SignedHead />
      {data && hasGaps(data.changes) && <p className="muted">{t.leftOut}</p>}
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.changes.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <div className="table-frame">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t.column.seq}</th>
                <th scope="col">{t.column.at}</th>
                <th scope="col">{t.column.who}</th>
                <th scope="col">{t.column.what}</th>
                <th scope="col">{t.column.reason}</th>
                <th scope="col">{t.column.hash}</th>
              </tr>
            </thead>
            <tbody>
              {data.changes.map((one) => (
                <tr key={one.seq}>
                  <th scope="row">{one.seq}</th>
                  <td data-label={t.column.at}>{formatInstant(one.at)}</td>
                  <td data-label={t.column.who}>
                    {one.actorName === 'system' ? t.system : one.actorName}
                  </td>
                  <td data-label={t.column.what}>{t.history.action[one.action] ?? one.action}</td>
                  <td data-label={t.column.reason}>{one.reason}</td>
                  <td data-label={t.column.hash}>
                    <code>{one.hash.slice(0, 12)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="row">
        {before !== null && <Button onClick={() => setBefore(null)}>{t.newest}</Button>}
        {data?.more && (
          <Button onClick={() => setBefore(data.changes.at(-1)?.seq ?? null)}>{t.older}</Button>
        )}
      </div>
    </div>
  )
}

/** Whether numbers are left out: lines on what the reader may not see. */
const hasGaps = (changes: readonly { seq: number }[]): boolean =>
  changes.some(({ seq }, index) => index > 0 && (changes[index - 1]?.seq ?? 0) - seq > 1)
