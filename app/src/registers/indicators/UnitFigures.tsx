// The figures of all units for one period: each, together, on the map of then or of now, and who is missing.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { type Language, useLanguage, useTexts } from '../../web/language.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import { askedIn, en as checksEn, vi as checksVi } from './check-texts.ts'
import type { IndicatorView } from './contract.ts'
import { en as figuresEn, vi as figuresVi } from './figure-texts.ts'
import { periodLabel, periodOf } from './period.ts'
import { formatWritten, rough } from './TargetStatus.tsx'
import type {
  MapOf,
  UnitFigures as Told,
  UnitRow,
  unitFigureRoutes,
} from './unitfigures-contract.ts'
import { en, vi } from './unitfigures-texts.ts'

export function UnitFigures({ indicator }: { indicator: IndicatorView }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [chosen, setChosen] = useState('')
  const [map, setMap] = useState<MapOf>('then')
  const [from, to] = chosen.split('/')
  const query = { ...(from && to ? { from, to } : {}), map }
  const { data, error, refetch } = useQuery({
    queryKey: ['indicators', indicator.id, 'units', query],
    queryFn: ({ signal }) =>
      request<typeof unitFigureRoutes.units>('get', '/api/indicators/{id}/units', {
        params: { id: indicator.id },
        query,
        signal,
      }),
    placeholderData: (former) => former,
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  // Most indicators are of the province alone: nothing is said of units then.
  if (!data?.period || (data.periods.length === 0 && data.rows.length === 0)) return null
  return (
    <section className="targets">
      <div className="row section-head">
        <h2>{t.title}</h2>
      </div>
      <div className="row reported-view">
        <SelectField
          label={t.period}
          value={`${data.period.from}/${data.period.to}`}
          onChange={setChosen}
          options={data.periods.map((one) => ({
            value: `${one.from}/${one.to}`,
            label: periodLabel(periodOf(one), language),
          }))}
        />
        <SelectField<MapOf>
          label={t.map}
          value={map}
          onChange={setMap}
          options={[
            { value: 'then', label: t.mapThen },
            { value: 'now', label: t.mapNow },
          ]}
        />
      </div>
      <UnitTable indicator={indicator} told={data} />
      <p className="muted targets-rule">
        {[
          data.map === 'now' ? t.mapHint : '',
          data.formula ? t.byFormula(data.formula) : '',
          data.weight
            ? t.weighedBy(language === 'en' ? data.weight.nameEn : data.weight.nameVi)
            : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <Missing told={data} />
    </section>
  )
}

interface ToldProps {
  indicator: IndicatorView
  told: Told
}

/** As the definition has it written; else what was reported to the digit, what was worked out as far as it says something. */
const amountOf = (
  indicator: IndicatorView,
  language: Language,
  value: number,
  { written, own = false }: { written: Told['written']; own?: boolean },
) =>
  formatWritten(indicator, language, own || written ? value : Number(value.toPrecision(6)), written)

function UnitTable({ indicator, told }: ToldProps) {
  const t = useTexts(vi, en)
  const c = useTexts(checksVi, checksEn)
  const f = useTexts(figuresVi, figuresEn)
  const { language } = useLanguage()
  const { whole, province, question, control } = told
  const { written } = told
  const amount = (value: number) => formatWritten(indicator, language, value, written)
  return (
    <div className="table-frame">
      <table className="table cards unit-figures">
        <thead>
          <tr>
            <th scope="col">{t.column.unit}</th>
            <th scope="col">{t.column.value}</th>
            <th scope="col">{t.column.basis}</th>
            {told.map === 'now' && <th scope="col">{t.column.from}</th>}
          </tr>
        </thead>
        <tbody>
          {told.rows.map((one) => (
            <Row key={one.organisation.id} indicator={indicator} row={one} told={told} />
          ))}
          <tr className="whole">
            <th scope="row">{t.whole[told.formula ? 'formula' : told.across]}</th>
            <td data-label={t.column.value}>
              <strong>
                {whole.value === null
                  ? t.blank
                  : amountOf(indicator, language, whole.value, { written })}
              </strong>
            </td>
            <td data-label={t.column.basis} colSpan={told.map === 'now' ? 2 : 1}>
              {whole.parts < whole.of ? (
                <Status tone="warn">{t.partsOf(whole.parts, whole.of)}</Status>
              ) : (
                t.partsOf(whole.parts, whole.of)
              )}
            </td>
          </tr>
          {province && (
            <tr className="whole">
              <th scope="row">{t.province}</th>
              <td data-label={t.column.value}>{amount(province.value)}</td>
              <td data-label={t.column.basis} colSpan={told.map === 'now' ? 2 : 1}>
                {province.stage && <Chip>{f.stage[province.stage]}</Chip>}{' '}
                {question && (
                  <Status tone="warn">
                    {askedIn(c, question, (value) => amount(rough(value)))}
                  </Status>
                )}
              </td>
            </tr>
          )}
          {control && (
            <tr className="whole">
              <th scope="row">{t.control}</th>
              <td colSpan={3}>
                {t.before}: {amount(control.before)} · {t.after}: {amount(control.after)} ·{' '}
                {control.unplaced === 0 ? (
                  `${t.unplaced}: ${amount(0)}`
                ) : (
                  <Status tone="warn">{`${t.unplaced}: ${amount(control.unplaced)}`}</Status>
                )}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function Row({ indicator, row, told }: ToldProps & { row: UnitRow }) {
  const { map, written } = told
  const t = useTexts(vi, en)
  const f = useTexts(figuresVi, figuresEn)
  const { language } = useLanguage()
  const { value, stage, worked, how, from, parts, of, inside } = row
  return (
    <tr>
      <th scope="row">
        {row.organisation.name}
        {inside && <span className="muted source-note">{t.inside(inside.name)}</span>}
      </th>
      <td data-label={t.column.value}>
        {value === null
          ? t.blank
          : amountOf(indicator, language, value, {
              written,
              own: worked === 'reported' || how === 'own',
            })}
      </td>
      <td data-label={t.column.basis}>
        {stage && map === 'then' && <Chip>{f.stage[stage]}</Chip>}{' '}
        {map === 'then' ? (
          <span className="muted">{worked && t.worked[worked]}</span>
        ) : how === 'own' || how === 'exact' ? (
          <span className="muted">{t.how[how]}</span>
        ) : (
          <Status tone="warn">{t.how[how]}</Status>
        )}
      </td>
      {map === 'now' && (
        <td data-label={t.column.from}>
          {from.map((one) => one.name).join(', ')}{' '}
          {parts < of && <Status tone="warn">{t.formerOf(parts, of)}</Status>}
        </td>
      )}
    </tr>
  )
}

/** Who is missing, by name, and why where they say so. */
function Missing({ told }: { told: Told }) {
  const t = useTexts(vi, en)
  const f = useTexts(figuresVi, figuresEn)
  if (told.missing.length === 0) return null
  return (
    <details>
      <summary>{t.missing(told.missing.length)}</summary>
      <ul className="plain-list">
        {told.missing.map(({ organisation, missingReason }) => (
          <li key={organisation.id}>
            {organisation.name}
            {missingReason && <span className="muted"> · {f.missing[missingReason]}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
