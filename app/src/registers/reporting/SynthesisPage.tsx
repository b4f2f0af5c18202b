// The office's draft report of a period on the screen, each number a link, before it is downloaded.
import '../../web/ui/register.css'
import './reporting.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { BodyField } from '../assignments/BodyField.tsx'
import { sheetOf } from '../notices/paper.ts'
import { SheetView } from '../notices/SheetView.tsx'
import { useBodies } from '../organisations/useBodies.tsx'
import type { synthesisRoutes } from './synthesis-contract.ts'
import { en, vi } from './synthesis-texts.ts'
import { en as reportsEn, vi as reportsVi } from './texts.ts'
import { PeriodFields, useChosenPeriod } from './useChosenPeriod.tsx'

export function SynthesisPage() {
  const t = useTexts(vi, en)
  const r = useTexts(reportsVi, reportsEn)
  const chosen = useChosenPeriod()
  const bodies = useBodies(null).data?.bodies ?? []
  // A report of the province's figures is the People's Committee's, unless another is chosen.
  const committee = bodies.find(({ name }) => /^Ủy ban nhân dân (tỉnh|thành phố)/.test(name))?.id
  const issuer = chosen.asked.get('issuer') ?? committee ?? null
  const { data, error, refetch, regime, to } = chosen
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} actions={<Link href="/reports">{r.slots}</Link>} />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <div className="row register-filter on-screen">
            <PeriodFields chosen={chosen} />
            <BodyField
              label={t.issuer}
              value={issuer}
              onChange={(id) => chosen.set({ issuer: id ?? '' })}
            />
          </div>
          {!regime || !to ? (
            <EmptyState title={data.slots.length === 0 ? t.noRegimes : t.noPeriods} />
          ) : !issuer ? (
            <p className="muted">{t.chooseIssuer}</p>
          ) : (
            <Draft regime={regime} to={to} issuer={issuer} />
          )}
        </>
      )}
    </div>
  )
}

function Draft(query: { regime: string; to: string; issuer: string }) {
  const t = useTexts(vi, en)
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'synthesis', query],
    queryFn: ({ signal }) =>
      request<typeof synthesisRoutes.get>('get', '/api/report-synthesis', { query, signal }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { content, layout, issue } = data
  return (
    <>
      {!layout.verified && <p role="note">⚠ {t.unverified}</p>}
      <p className="on-screen">
        <a
          className="button primary"
          href={`/api/report-synthesis/docx?${new URLSearchParams(query)}`}
          download
        >
          {t.download}
        </a>
      </p>
      <SheetView sheet={sheetOf(content, layout, issue)} label={t.draft} />
    </>
  )
}
