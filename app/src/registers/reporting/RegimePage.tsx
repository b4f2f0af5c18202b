// The reporting regimes: what each asks, of whom, from when; new ones and revisions.
import { AccessButton } from '../access/AccessButton.tsx'
import '../../web/ui/register.css'
import './reporting.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { RegimeView, reportingRoutes } from './contract.ts'
import { EndDialog } from './EndDialog.tsx'
import { en as officeEn, vi as officeVi } from './office-texts.ts'
import { RegimeDialog } from './RegimeDialog.tsx'
import { versionFor } from './regime.ts'
import { en, vi } from './texts.ts'
import { unitInWords } from './unit-words.ts'

export function RegimePage() {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<RegimeView | 'new' | null>(null)
  const [ending, setEnding] = useState<RegimeView | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'regimes'],
    queryFn: ({ signal }) =>
      request<typeof reportingRoutes.regimes>('get', '/api/report-regimes', { signal }),
  })
  return (
    <div className="page">
      <PageHead
        title={t.regimesTitle}
        intro={t.regimesIntro}
        actions={
          <>
            <Link href="/reports">{t.slots}</Link>
            {data?.mayManage && (
              <Button look="primary" onClick={() => setOpen('new')}>
                {t.add}
              </Button>
            )}
          </>
        }
      />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.regimes.length === 0 ? (
        <EmptyState title={t.noRegimes} detail={data.mayManage && t.noRegimesDetail} />
      ) : (
        data.regimes.map((regime) => (
          <Regime
            key={regime.id}
            regime={regime}
            onRevise={data.mayManage ? () => setOpen(regime) : null}
            onEnd={() => setEnding(regime)}
          />
        ))
      )}
      {ending && <EndDialog regime={ending} onClose={() => setEnding(null)} />}
      {open && (
        <RegimeDialog {...(open === 'new' ? {} : { regime: open })} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

interface RegimeProps {
  regime: RegimeView
  onRevise: (() => void) | null
  onEnd: () => void
}

function Regime({ regime, onRevise, onEnd }: RegimeProps) {
  const t = useTexts(vi, en)
  const o = useTexts(officeVi, officeEn)
  const { language } = useLanguage()
  const today = todayInVietnam()
  const standing = versionFor(regime.versions, { from: today, to: today }) ?? regime.versions[0]
  return (
    <section className="register-section">
      <h2>{regime.name}</h2>
      {regime.closedOn && <p className="muted">{t.closed(formatDate(regime.closedOn))}</p>}
      {regime.versions.toReversed().map((one) => (
        <div key={one.number}>
          <p className="row report-facts">
            <Chip>{t.from(formatDate(one.validFrom))}</Chip>
            {one === standing && <Chip>{t.standing}</Chip>}
            <span>
              {t.frequencies[one.frequency]}, {t.cutoffOf(one.cutoffDay, one.dueDays)}
            </span>
            <span>{t.counts(one.lines.length, one.units.length)}</span>
            <span className="muted">{one.legalReference}</span>
          </p>
          {one === standing && (
            <>
              <p>
                {one.lines
                  .map(
                    (line) =>
                      `${language === 'en' ? line.nameEn : line.nameVi} (${t.measures[line.measure]}, ${unitInWords(line, language)})`,
                  )
                  .join('; ')}
              </p>
              <p className="muted">
                {one.units.map((unit) => `${unit.body.name}: ${unit.responsible.name}`).join('; ')}
              </p>
            </>
          )}
        </div>
      ))}
      <p className="row report-actions">
        {onRevise && (
          <>
            <Button onClick={onRevise}>{t.revise}</Button>
            <Button onClick={onEnd}>{o.end.open}</Button>
          </>
        )}
        <AccessButton kind="reportRegime" id={regime.id} of={regime.name} />
      </p>
    </section>
  )
}
