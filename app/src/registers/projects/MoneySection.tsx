// What was given for a year, against each of which the disbursement is held; the plans behind it, with their versions.
import { type ReactNode, useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { formatDate, formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { authorities } from '../indicators/target.ts'
import { useMoney } from './AmountField.tsx'
import type { ProjectPlanView, ProjectView } from './contract.ts'
import { PlanDialog } from './MoneyDialogs.tsx'
import { countingOn } from './project.ts'
import { en, vi } from './texts.ts'

export function MoneySection({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en)
  const { year } = project
  const plans = project.plans.filter((one) => one.fromYear === year && one.toYear === year)
  return (
    <section className="register-section" aria-labelledby="project-money">
      <h2 id="project-money">{t.money.ofYear(year)}</h2>
      <Denominators project={project} />
      <Plans project={project} plans={plans} add={t.money.add} />
    </section>
  )
}

function Denominators({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en)
  const money = useMoney()
  const { planned, disbursed, until } = project
  return (
    <div className="table-frame">
      <table className="table cards">
        <caption>
          {t.money.denominators}, {t.million}
          {until && `, ${t.money.untilMonth(t.month(until))}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.money.givenBy}</th>
            <th scope="col" className="number">
              {t.money.planned}
            </th>
            <th scope="col" className="number">
              {t.money.disbursed}
            </th>
            <th scope="col" className="number">
              {t.money.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {authorities.map((one) => {
            const plan = planned[one]
            return (
              <tr key={one}>
                <th scope="row">{t.authorities[one]}</th>
                <td data-label={t.money.planned} className="number">
                  {plan === null ? (
                    <span className="muted">{t.money.notGiven}</span>
                  ) : (
                    money.millions(plan)
                  )}
                </td>
                <td data-label={t.money.disbursed} className="number">
                  {disbursed === null ? '–' : money.millions(disbursed)}
                </td>
                <td data-label={t.money.share} className="number">
                  {money.share(disbursed, plan)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface PlansProps {
  project: ProjectView
  plans: readonly ProjectPlanView[]
  /** What the button says; none where it is left out. */
  add: string
  /** Plans of several years: the years are a column, and asked for. */
  several?: boolean
}

export function Plans({ project, plans, add, several = false }: PlansProps) {
  const t = useTexts(vi, en)
  const money = useMoney()
  const [adding, setAdding] = useState(false)
  const [of, change] = useState<ProjectPlanView | null>(null)
  const may = project.mayManage && project.closedOn === null
  const today = todayInVietnam()
  return (
    <>
      {may && (
        <p className="project-action">
          <Button small onClick={() => setAdding(true)}>
            {add}
          </Button>
        </p>
      )}
      {plans.length === 0 ? (
        <p className="muted">{t.money.noPlans}</p>
      ) : (
        <div className="table-frame">
          <table className="table cards">
            <caption>{t.million}</caption>
            <thead>
              <tr>
                <th scope="col">{t.money.source}</th>
                {several && <th scope="col">{t.money.years}</th>}
                <th scope="col">{t.money.givenBy}</th>
                <th scope="col" className="number">
                  {t.money.standing}
                </th>
                <th scope="col">{t.money.basis}</th>
              </tr>
            </thead>
            <tbody>
              {plans.map((plan) => {
                const { source, authority, fromYear, toYear, standing, versions } = plan
                // What stands behind the amount, which need not be what was entered last.
                const behind = countingOn(versions, today) ?? versions[0]
                const begun = versions.some(({ decidedOn }) => decidedOn <= today)
                const what = `${t.sources[source]}, ${t.authorities[authority]}`
                return (
                  <tr key={`${fromYear} ${toYear} ${source} ${authority}`}>
                    <th scope="row">{t.sources[source]}</th>
                    {several && (
                      <td data-label={t.money.years}>
                        {fromYear}–{toYear}
                      </td>
                    )}
                    <td data-label={t.money.givenBy}>{t.authorities[authority]}</td>
                    <td data-label={t.money.standing} className="number">
                      {standing !== null
                        ? money.millions(standing)
                        : begun
                          ? t.money.withdrawn
                          : t.money.notGiven}
                    </td>
                    <td data-label={t.money.basis}>
                      {behind &&
                        t.money.decided(behind.legalReference, formatDate(behind.decidedOn))}
                      <Versions title={t.money.versions(versions.length)}>
                        {versions.map((one) => (
                          <li key={one.number}>
                            {one.amount === null ? t.money.withdrawn : money.millions(one.amount)}
                            {': '}
                            {t.money.decided(one.legalReference, formatDate(one.decidedOn))}
                            {one.reason && `. ${one.reason}`}{' '}
                            <span className="muted">
                              ({t.money.by(one.by, formatInstant(one.at))})
                            </span>
                          </li>
                        ))}
                      </Versions>
                      {may && (
                        <Button
                          small
                          look="plain"
                          aria-label={t.money.changeOf(what)}
                          onClick={() => change(plan)}
                        >
                          {t.money.change}
                        </Button>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {adding && (
        <PlanDialog project={project} several={several} onClose={() => setAdding(false)} />
      )}
      {of && (
        <PlanDialog project={project} of={of} several={several} onClose={() => change(null)} />
      )}
    </>
  )
}

/** All that was decided or entered at a place, opened where somebody asks. */
export function Versions({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="project-versions">
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  )
}
