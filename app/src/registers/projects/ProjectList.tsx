// All projects: what was given and disbursed in a year, and what is late.
import '../../web/ui/register.css'
import './projects.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { fold } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField, TextField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Chip, Status, type Tone } from '../../web/ui/Status.tsx'
import { useMoney } from './AmountField.tsx'
import type { ProjectLine, projectRoutes } from './contract.ts'
import { LateReasons, LateRules } from './LateReasons.tsx'
import { type ProjectState, projectStates } from './late.ts'
import { ProjectDialog } from './ProjectDialogs.tsx'
import { projectKinds, yearInHand } from './project.ts'
import { TreasuryDialog } from './TreasuryDialog.tsx'
import { en, vi } from './texts.ts'

export const projectTones: Record<ProjectState, Tone> = {
  closed: 'none',
  late: 'bad',
  onTrack: 'good',
  notJudged: 'neutral',
}

const inHand = yearInHand(todayInVietnam())
/** Years that a screen offers. */
export const planYears = [1, 0, -1, -2, -3].map((more) => String(inHand + more))

export function ProjectList() {
  const t = useTexts(vi, en)
  const [year, setYear] = useState(String(inHand))
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['projects', year],
    queryFn: ({ signal }) =>
      request<typeof projectRoutes.list>('get', '/api/projects', { query: { year }, signal }),
    placeholderData: (former) => former,
  })
  return (
    <div className="page project-page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          data?.mayManage && (
            <>
              {data.mayImport && (
                <Button onClick={() => setImporting(true)}>{t.treasury.open}</Button>
              )}
              <Button look="primary" onClick={() => setAdding(true)}>
                {t.add}
              </Button>
            </>
          )
        }
      />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Projects
          projects={data.projects}
          mayManage={data.mayManage}
          year={year}
          of={data.year}
          onYear={setYear}
        />
      ) : (
        <Loading />
      )}
      {importing && <TreasuryDialog year={year} onClose={() => setImporting(false)} />}
      {adding && <ProjectDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

interface ProjectsProps {
  projects: readonly ProjectLine[]
  mayManage: boolean
  /** The year that is asked for, and the one that the figures are of. */
  year: string
  of: number
  onYear: (year: string) => void
}

function Projects({ projects, mayManage, year, of, onYear }: ProjectsProps) {
  const t = useTexts(vi, en)
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<ProjectLine['kind'] | ''>('')
  const [state, setState] = useState<ProjectState | ''>('')
  const found = projects.filter(
    (one) =>
      (kind === '' || one.kind === kind) &&
      (state === '' || one.state === state) &&
      fold(`${one.name} ${one.code ?? ''} ${one.owner.name}`).includes(fold(words)),
  )
  const all = { value: '' as const, label: t.all }
  return (
    <>
      <div className="row project-filter">
        <TextField label={t.filter} value={words} onChange={setWords} type="search" />
        <SelectField
          label={t.year}
          value={year}
          onChange={onYear}
          options={planYears.map((value) => ({ value, label: value }))}
        />
        <SelectField
          label={t.kind}
          value={kind}
          onChange={setKind}
          options={[all, ...projectKinds.map((value) => ({ value, label: t.kinds[value] }))]}
        />
        <SelectField
          label={t.state}
          value={state}
          onChange={setState}
          options={[all, ...projectStates.map((value) => ({ value, label: t.states[value] }))]}
        />
      </div>
      {projects.length === 0 ? (
        <EmptyState title={t.none} detail={mayManage && t.noneDetail} />
      ) : found.length === 0 ? (
        <p className="muted">{t.nothing}</p>
      ) : (
        <>
          <p>
            {t.count(found.length)} ·{' '}
            {t.lateCount(found.filter((one) => one.state === 'late').length)}
          </p>
          <Table projects={found} year={of} />
          <LateRules />
        </>
      )}
    </>
  )
}

function Table({ projects, year }: { projects: readonly ProjectLine[]; year: number }) {
  const t = useTexts(vi, en)
  const money = useMoney()
  const { primeMinister, council, committee } = t.authorities
  // Few projects have capital of the committee's own: its column stands where one has.
  const ofCommittee = projects.some((one) => one.planned.committee !== null)
  return (
    <div className="table-frame">
      <table className="table cards">
        <caption>
          {t.money.ofYear(year)}, {t.million}. {t.yearHint(year)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.owner}</th>
            <th scope="col" className="number">
              {primeMinister}
            </th>
            <th scope="col" className="number">
              {council}
            </th>
            {ofCommittee && (
              <th scope="col" className="number">
                {committee}
              </th>
            )}
            <th scope="col" className="number">
              {t.money.disbursed}
            </th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={`/projects/${one.id}?year=${year}`}>{one.name}</Link>{' '}
                <Chip>{one.category ? t.categories[one.category] : t.kinds[one.kind]}</Chip>
                {one.code && <span className="source-note muted">{one.code}</span>}
              </th>
              <td data-label={t.owner}>
                {one.owner.name}
                {one.owner.now && (
                  <span className="source-note">{t.ownerNow(one.owner.now.name)}</span>
                )}
              </td>
              <Planned label={primeMinister} one={one} planned={one.planned.primeMinister} />
              <Planned label={council} one={one} planned={one.planned.council} />
              {ofCommittee && (
                <Planned label={committee} one={one} planned={one.planned.committee} />
              )}
              <td data-label={t.money.disbursed} className="number">
                {one.disbursed === null ? '–' : money.millions(one.disbursed)}
                {one.until && (
                  <span className="source-note muted">
                    {t.money.untilMonth(t.month(one.until))}
                  </span>
                )}
              </td>
              <td data-label={t.state}>
                <Status tone={projectTones[one.state]}>{t.states[one.state]}</Status>
                <LateReasons reasons={one.late} most={2} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PlannedProps {
  label: string
  one: ProjectLine
  planned: number | null
}

/** What an authority gave, and what part of that is disbursed. */
function Planned({ label, one, planned }: PlannedProps) {
  const money = useMoney()
  return (
    <td data-label={label} className="number">
      {planned === null ? (
        '–'
      ) : (
        <>
          {money.millions(planned)}
          <span className="source-note">{money.share(one.disbursed, planned)}</span>
        </>
      )}
    </td>
  )
}
