// What units report of an indicator: as it stands, as it stood, what differs, every version.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endOfDay } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DateField, SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import type { IndicatorView } from './contract.ts'
import { Definition } from './Definition.tsx'
import { FigureDialog, KeepDialog } from './FigureDialogs.tsx'
import { Figures, valueText } from './Figures.tsx'
import type { figureRoutes, ReportedFigure } from './figure-contract.ts'
import { en, vi } from './figure-texts.ts'
import { periodLabel, periodOf } from './period.ts'
import { References } from './References.tsx'
import { SnapshotCheck } from './Snapshots.tsx'

/** So many figures are drawn at first: a province has as many of one indicator as a screen takes seconds for. */
const firstFigures = 200

export function Reported({ indicator }: { indicator: IndicatorView }) {
  const t = useTexts(vi, en)
  const [day, setDay] = useState<string | null>(null)
  const [since, setSince] = useState<string | null>(null)
  const [snapshot, setSnapshot] = useState('')
  const [opened, setOpened] = useState<'keep' | 'add' | ReportedFigure | null>(null)
  const [limit, setLimit] = useState(firstFigures)
  const query = {
    limit,
    ...(snapshot ? { snapshot } : day ? { at: endOfDay(day) } : {}),
    ...(since ? { since: endOfDay(since) } : {}),
  }
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['indicators', indicator.id, 'figures', query],
    queryFn: ({ signal }) =>
      request<typeof figureRoutes.list>('get', '/api/indicators/{id}/figures', {
        params: { id: indicator.id },
        query,
        signal,
      }),
    placeholderData: (former) => former,
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const written = data.definitions.length > 0 ? data.rules : null
  const past = snapshot !== '' || day !== null
  const mayEdit = data.mayEdit && !past
  const close = () => setOpened(null)
  return (
    <>
      <Definition indicator={indicator} told={data} />
      <References indicator={indicator} references={data.references} mayEdit={mayEdit} />
      <section className="targets">
        <div className="row section-head">
          <h2>{t.title}</h2>
          {mayEdit && (
            <span className="row">
              <Button look="plain" onClick={() => setOpened('keep')}>
                {t.keep}
              </Button>
              {!data.counted && <Button onClick={() => setOpened('add')}>{t.add}</Button>}
            </span>
          )}
        </div>
        <div className="row reported-view">
          {data.snapshots.length > 0 && (
            <SelectField
              label={t.view}
              value={snapshot}
              onChange={setSnapshot}
              options={[
                { value: '', label: t.now },
                ...data.snapshots.map((one) => ({
                  value: one.id,
                  label: t.snapshotOf(one.title, formatInstant(one.takenAt)),
                })),
              ]}
            />
          )}
          {snapshot === '' && <DateField label={t.onDay} value={day} onChange={setDay} />}
          <DateField label={t.sinceDay} value={since} onChange={setSince} />
        </div>
        {snapshot !== '' && <SnapshotCheck id={snapshot} />}
        {data.changes && <Changes indicator={indicator} changes={data.changes} />}
        {data.figures.length === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <Figures
            indicator={indicator}
            figures={data.figures}
            written={written}
            onRevise={mayEdit ? setOpened : null}
          />
        )}
        {data.more && (
          <div className="row">
            <Button look="plain" disabled={isFetching} onClick={() => setLimit(limit * 4)}>
              {t.moreBodies}
            </Button>
          </div>
        )}
        {opened === 'keep' && <KeepDialog onClose={close} />}
        {opened !== null && opened !== 'keep' && (
          <FigureDialog
            indicator={indicator}
            of={opened === 'add' ? undefined : opened}
            cumulative={data.rules.reportMode === 'yearToDate'}
            definitions={data.definitions}
            onClose={close}
          />
        )}
      </section>
    </>
  )
}

interface ChangesProps {
  indicator: IndicatorView
  changes: readonly { before: ReportedFigure | null; after: ReportedFigure | null }[]
}

function Changes({ indicator, changes }: ChangesProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const said = (one: ReportedFigure | null, none: string) =>
    one ? `${valueText(t, indicator, one, language)} (${t.stage[one.stage]})` : none
  return (
    <>
      <h3>{t.changes}</h3>
      {changes.length === 0 ? (
        <p className="muted">{t.noChanges}</p>
      ) : (
        <ul className="plain-list">
          {changes.map(({ before, after }) => {
            const place = after ?? before
            if (!place) return null
            const days = { from: place.periodFrom, to: place.periodTo }
            return (
              <li key={place.figureId}>
                {periodLabel(periodOf(days), language)}, {place.organisation?.name ?? t.province}:{' '}
                {said(before, t.nothing)} → <strong>{said(after, t.gone)}</strong>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
