// Figures kept for a conference: its list, and one opened again beside what stands now.
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { DialogButton } from '../../web/ui/DialogButton.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import type { figureRoutes } from './figure-contract.ts'
import { en, vi } from './figure-texts.ts'
import { periodLabel, periodOf } from './period.ts'
import { formatAmount } from './TargetStatus.tsx'

const useSnapshot = (id: string) =>
  useQuery({
    queryKey: ['indicators', 'snapshot', id],
    queryFn: ({ signal }) =>
      request<typeof figureRoutes.open>('get', '/api/figure-snapshots/{id}', {
        params: { id },
        signal,
      }),
  })

/** Whether what opens is what was kept: the hash of then against the one of now. */
export function SnapshotCheck({ id }: { id: string }) {
  const t = useTexts(vi, en).snapshots
  const { data, error, refetch } = useSnapshot(id)
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <p className="muted" role="status">
        {t.checking}
      </p>
    )
  if (!data.same)
    return (
      <p className="notice bad" role="alert">
        {t.differs}
      </p>
    )
  return (
    <p role="status">
      <Status tone="good">{t.same(data.figures)}</Status>
    </p>
  )
}

/** What was kept for a conference; nothing where nothing was. */
export function KeptFigures({ conferenceId }: { conferenceId: string }) {
  const t = useTexts(vi, en).snapshots
  const { data } = useQuery({
    queryKey: ['indicators', 'snapshots', conferenceId],
    queryFn: ({ signal }) =>
      request<typeof figureRoutes.snapshots>('get', '/api/figure-snapshots', {
        query: { conference: conferenceId },
        signal,
      }),
  })
  if (!data || data.snapshots.length === 0) return null
  return (
    <>
      <h2>{t.title}</h2>
      <ul className="plain-list">
        {data.snapshots.map((one) => (
          <li key={one.id} className="row">
            {one.title}{' '}
            <span className="muted">{t.taken(one.takenBy, formatInstant(one.takenAt))}</span>
            <DialogButton open={t.open} of={one.title} title={t.title}>
              <SnapshotCheck id={one.id} />
              <SnapshotTable id={one.id} />
            </DialogButton>
          </li>
        ))}
      </ul>
    </>
  )
}

function SnapshotTable({ id }: { id: string }) {
  const f = useTexts(vi, en)
  const t = f.snapshots
  const { language } = useLanguage()
  const { data } = useSnapshot(id)
  if (!data) return null
  if (data.rows.length === 0) return <p className="muted">{t.none}</p>
  return (
    <>
      {data.changed > 0 && <p>{t.changed(data.changed)}</p>}
      <div className="table-frame">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t.column.indicator}</th>
              <th scope="col">{t.column.period}</th>
              <th scope="col">{t.column.kept}</th>
              <th scope="col">{t.column.now}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ indicator, unit, figure, now }) => {
              const days = { from: figure.periodFrom, to: figure.periodTo }
              const amount = (value: number | null) =>
                value === null ? '' : formatAmount({ unit }, language, value)
              const same = now !== null && now.value === figure.value && now.stage === figure.stage
              return (
                <tr key={indicator.id}>
                  <th scope="row">
                    <Link href={`/indicators/${indicator.id}`}>
                      {language === 'en' ? indicator.nameEn : indicator.nameVi}
                    </Link>
                  </th>
                  <td data-label={t.column.period}>{periodLabel(periodOf(days), language)}</td>
                  <td data-label={t.column.kept}>
                    {amount(figure.value)} <Chip>{f.stage[figure.stage]}</Chip>
                  </td>
                  <td data-label={t.column.now}>
                    {same ? (
                      <span className="muted">{t.sameNow}</span>
                    ) : now === null ? (
                      f.gone
                    ) : (
                      <>
                        <strong>
                          {now.missingReason ? f.missing[now.missingReason] : amount(now.value)}
                        </strong>{' '}
                        <Chip>{f.stage[now.stage]}</Chip>
                      </>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}
