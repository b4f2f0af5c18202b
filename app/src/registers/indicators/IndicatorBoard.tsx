// The board: one row an indicator, newest figure, comparators, a small chart, its sources.
import './indicators.css'
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { request } from '../../web/api.ts'
import { Trend } from '../../web/charts/Trend.tsx'
import { fold, formatPeriod } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { BoardGroup } from './BoardGroup.tsx'
import type { BoardRow, indicatorRoutes } from './contract.ts'
import { AskDialog, ExplanationState } from './Explanations.tsx'
import { en as explanationsEn, vi as explanationsVi } from './explanation-texts.ts'
import { Comparisons, Figure } from './Figure.tsx'
import { type Grouping, groupings, groupsOf } from './groups.ts'
import { ReportedNewest } from './ReportedNewest.tsx'
import { reportedPoints, trendOf } from './series.ts'
import { ReachedBy, TargetBullet, TargetStatus } from './TargetStatus.tsx'
import { targetStates } from './target.ts'
import { en as targetsEn, vi as targetsVi } from './target-texts.ts'
import { en, vi } from './texts.ts'
import { unitName } from './unit-names.ts'

export function IndicatorBoard() {
  const t = useTexts(vi, en)
  const [filter, setFilter] = useState('')
  const [onlyWithData, setOnlyWithData] = useState(true)
  const states = useTexts(targetsVi, targetsEn).state
  const [parameters, setParameters] = useSearchParams()
  const state = targetStates.find((one) => one === parameters.get('state')) ?? ''
  const { data, error, refetch } = useQuery({
    queryKey: ['indicators', 'board'],
    queryFn: ({ signal }) =>
      request<typeof indicatorRoutes.board>('get', '/api/indicators/board', { signal }),
  })
  const grouping = groupings.find((one) => one === parameters.get('group')) ?? ''
  const choose = (name: string, value: string) =>
    setParameters(
      (former) => {
        const next = new URLSearchParams(former)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const wanted = fold(filter)
  const shown = data?.rows.filter(
    ({ indicator, latest, reported, target }) =>
      (state === ''
        ? latest !== null || reported !== null || !onlyWithData
        : target?.standing.state === state) &&
      fold([indicator.nameVi, indicator.nameEn, ...indicator.synonyms].join(' ')).includes(wanted),
  )
  const any = data?.rows.some((row) => row.latest !== null || row.reported !== null)
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={<ButtonLink to="/overview/units">{t.byUnit}</ButtonLink>}
      />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data || !shown ? (
        <Loading />
      ) : !any && onlyWithData ? (
        <EmptyState
          title={t.emptyTitle}
          detail={t.emptyDetail}
          action={<ButtonLink to="/documents">{t.toDocuments}</ButtonLink>}
        />
      ) : (
        <>
          <div className="row register-filter board-filter">
            <input
              className="input"
              type="search"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              placeholder={t.filter}
              aria-label={t.filter}
            />
            <SelectField
              label={t.column.target}
              value={state}
              onChange={(value) => choose('state', value)}
              options={[
                { value: '', label: t.anyState },
                ...targetStates.map((value) => ({ value, label: states[value] })),
              ]}
            />
            <SelectField
              label={t.group}
              value={grouping}
              onChange={(value) => choose('group', value)}
              options={[
                { value: '', label: t.groups.none },
                ...groupings.map((value) => ({ value, label: t.groups[value] })),
              ]}
            />
            <label className="row">
              <input
                type="checkbox"
                checked={onlyWithData}
                onChange={(event) => setOnlyWithData(event.target.checked)}
              />
              {t.onlyWithData}
            </label>
            <span className="muted" role="status">
              {t.shown(shown.length, data.rows.length)}
            </span>
          </div>
          {shown.length === 0 ? (
            <EmptyState title={t.noMatch} />
          ) : (
            <Board rows={shown} mayAsk={data.mayAsk} grouping={grouping} />
          )}
        </>
      )}
    </div>
  )
}

interface BoardProps {
  rows: BoardRow[]
  mayAsk: boolean
  grouping: Grouping | ''
}

function Board({ rows, mayAsk, grouping }: BoardProps) {
  const t = useTexts(vi, en)
  const e = useTexts(explanationsVi, explanationsEn)
  const [asked, setAsked] = useState<BoardRow | null>(null)
  const shown = (row: BoardRow) => (
    <Row
      key={row.indicator.id}
      {...row}
      ask={
        mayAsk &&
        offTrack(row) && (
          <Button small look="plain" onClick={() => setAsked(row)}>
            {e.ask}
          </Button>
        )
      }
    />
  )
  return (
    <div className="table-frame">
      <table className="table cards board">
        <thead>
          <tr>
            <th scope="col">{t.column.indicator}</th>
            <th scope="col">{t.column.latest}</th>
            <th scope="col">{t.column.period}</th>
            <th scope="col">{t.column.comparisons}</th>
            <th scope="col">{t.column.target}</th>
            <th scope="col">{t.column.trend}</th>
            <th scope="col">{t.column.sources}</th>
          </tr>
        </thead>
        {grouping === '' ? (
          <tbody>{rows.map(shown)}</tbody>
        ) : (
          groupsOf(rows, grouping).map((group) => (
            <BoardGroup key={group.key} group={group} grouping={grouping} columns={columns}>
              {group.rows.map(shown)}
            </BoardGroup>
          ))
        )}
      </table>
      {asked && (
        <AskDialog
          indicator={asked.indicator}
          targetId={asked.target?.id ?? null}
          owner={asked.owner}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

const columns = 7

/** Behind its plan, and nobody is asked yet. */
const offTrack = ({ target, explanation }: BoardRow) =>
  (target?.standing.state === 'late' || target?.standing.state === 'watch') &&
  (explanation === null || explanation.state === 'answered')

function Row({
  indicator,
  latest,
  series,
  reported,
  reportedSeries,
  sources,
  target,
  explanation,
  ask,
}: BoardRow & { ask: ReactNode }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const name = language === 'en' ? indicator.nameEn : indicator.nameVi
  const trend = trendOf(indicator, series, language, reportedPoints(reportedSeries))
  return (
    <tr>
      <th scope="row" className="indicator-name">
        <Link href={`/indicators/${indicator.id}`}>{name}</Link>{' '}
        <span className="muted">
          {unitName(indicator.unit, language)}
          {!indicator.national && ` · ${t.own}`}
        </span>
      </th>
      <td>
        {latest && <Figure observation={latest} />}
        {reported && <ReportedNewest indicator={indicator} figure={reported} />}
      </td>
      <td data-label={t.column.period}>{formatPeriod(latest?.period)}</td>
      <td>{latest && <Comparisons observation={latest} indicator={indicator} />}</td>
      <td className="board-target" data-label={t.column.target}>
        {target && (
          <>
            <TargetBullet indicator={indicator} target={target} width={110} />
            <TargetStatus target={target} />
            <ReachedBy target={target} />
          </>
        )}
        {explanation && <ExplanationState of={explanation} />}
        <span className="on-screen">{ask}</span>
      </td>
      <td className="board-trend">
        {trend.points.length > 1 && (
          <Trend {...trend} width={120} height={28} title={t.chart(name)} mini />
        )}
      </td>
      <td className="board-sources" data-label={t.column.sources}>
        {latest && (
          <>
            {t.sources(sources)}
            <span className="on-screen">
              {' · '}
              <SourceLink source={latest.source} />
            </span>
          </>
        )}
      </td>
    </tr>
  )
}
