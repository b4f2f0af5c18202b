// The newest signed head, for whoever copies it down, and where all of them and the record are.
import '../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { address, request } from '../web/api.ts'
import { formatDate } from '../web/format.ts'
import { useTexts } from '../web/language.tsx'
import { useSession } from '../web/session.tsx'
import { Loading } from '../web/ui/Loading.tsx'
import { ErrorPanel } from '../web/ui/States.tsx'
import type { recordRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

export function SignedHead() {
  const t = useTexts(vi, en).signed
  const { session, can } = useSession()
  const province = session.province?.slug ?? ''
  const query = { province }
  const { data, error, refetch } = useQuery({
    queryKey: ['record', 'heads', province],
    queryFn: ({ signal }) =>
      request<typeof recordRoutes.heads>('get', '/api/record/heads', { query, signal }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const head = data.items[0]?._giaoban.statement
  return (
    <section className="register-section on-screen">
      <h2>{t.title}</h2>
      <p className="muted">{t.intro}</p>
      {head ? (
        <dl className="facts">
          <Fact name={t.number} value={String(head.number)} />
          <Fact name={t.day} value={formatDate(head.day)} />
          <Fact name={t.count} value={String(head.count)} />
          <Fact name={t.hash} value={<code>{head.hash.slice(0, 16)}</code>} />
          <Fact name={t.key} value={<code>{head.key}</code>} />
        </dl>
      ) : (
        <p>{t.none}</p>
      )}
      <p>
        <a href={address('/api/record/heads', { query })}>{t.feed}</a>
        {can.exportRecord && (
          <>
            {' · '}
            <a href="/api/record/export" download>
              {t.export}
            </a>
          </>
        )}
      </p>
    </section>
  )
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
