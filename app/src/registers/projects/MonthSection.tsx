// What came together by the end of each month of a year, against what was committed; every version by source.
import { useState } from 'react'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { useMoney } from './AmountField.tsx'
import { Curve } from './Curve.tsx'
import type { ProjectMonthView, ProjectView } from './contract.ts'
import { MonthDialog } from './MoneyDialogs.tsx'
import { Versions } from './MoneySection.tsx'
import { disbursedIn, type MonthKind, monthEnds, reachedBy } from './project.ts'
import { en, vi } from './texts.ts'

export function MonthSection({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en)
  const [entering, enter] = useState<MonthKind | null>(null)
  const { year, months } = project
  const own = months.filter((one) => one.year === year)
  const may = project.mayEnter && project.closedOn === null
  return (
    <section className="register-section" aria-labelledby="project-months">
      <h2 id="project-months">{t.months.title}</h2>
      <p className="muted">{t.months.intro}</p>
      {may && (
        <p className="project-action">
          <Button small onClick={() => enter('disbursed')}>
            {t.months.enter}
          </Button>
          <Button small onClick={() => enter('committed')}>
            {t.months.commit}
          </Button>
        </p>
      )}
      {own.length === 0 ? (
        <p className="muted">{t.months.none}</p>
      ) : (
        <>
          <Curve project={project} />
          <Table months={own} year={year} />
        </>
      )}
      {entering && <MonthDialog project={project} kind={entering} onClose={() => enter(null)} />}
    </section>
  )
}

function Table({ months, year }: { months: readonly ProjectMonthView[]; year: number }) {
  const t = useTexts(vi, en)
  const money = useMoney()
  const shown = monthEnds(year).filter((until) => months.some((one) => one.until === until))
  const has = (kind: MonthKind, until: string) =>
    months.some((one) => one.kind === kind && one.until === until && one.amount !== null)
  /** Nothing where the month itself has none: what is only carried on is no figure of it. */
  const at = (kind: MonthKind, until: string) =>
    has(kind, until) ? reachedBy(months, kind, year, until) : null
  const amount = (value: number | null) => (value === null ? '–' : money.millions(value))
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.months.until}</th>
            <th scope="col" className="number">
              {t.months.inMonth}
            </th>
            <th scope="col" className="number">
              {t.months.disbursed}
            </th>
            <th scope="col" className="number">
              {t.months.committed}
            </th>
            <th scope="col" className="number">
              {t.months.share}
            </th>
            <th scope="col">{t.months.source}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((until) => {
            const reached = at('disbursed', until)
            const committed = at('committed', until)
            return (
              <tr key={until}>
                <th scope="row">{t.month(until)}</th>
                <td data-label={t.months.inMonth} className="number">
                  {amount(disbursedIn(months, year, until))}
                </td>
                <td data-label={t.months.disbursed} className="number">
                  {amount(reached)}
                </td>
                <td data-label={t.months.committed} className="number">
                  {amount(committed)}
                </td>
                <td data-label={t.months.share} className="number">
                  {money.share(reached, committed)}
                </td>
                <td data-label={t.months.source}>
                  <Sources months={months.filter((one) => one.until === until)} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Sources({ months }: { months: readonly ProjectMonthView[] }) {
  const t = useTexts(vi, en)
  const money = useMoney()
  const said = (amount: number | null) =>
    amount === null ? t.months.erased : money.millions(amount)
  return (
    <Versions title={t.months.versions(months.reduce((n, one) => n + one.versions.length, 0))}>
      {months.flatMap((month) =>
        month.versions.map((one, at) => (
          <li key={`${month.kind} ${month.source} ${one.number}`} className={at > 0 ? 'muted' : ''}>
            {month.kind === 'committed' ? t.monthKinds.committed : t.sources[month.source]}:{' '}
            {said(one.amount)}
            {one.file && `, ${t.months.file(one.file, one.cell ?? '')}`}
            {one.reason && `. ${one.reason}`}{' '}
            <span className="muted">({t.money.by(one.by, formatInstant(one.at))})</span>
          </li>
        )),
      )}
    </Versions>
  )
}
