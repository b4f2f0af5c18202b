// One subject of the programme: its plan, how it was carried out, what was found and what came of that.
import '../../web/ui/register.css'
import '../instruments/instruments.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { stateTones } from '../assignments/AssignmentTable.tsx'
import { en as assignmentsEn, vi as assignmentsVi } from '../assignments/texts.ts'
import type { InspectionFindingView, InspectionView, inspectionRoutes } from './contract.ts'
import {
  AssignDialog,
  CarryOutDialog,
  DropDialog,
  FindingDialog,
  LinkTaskDialog,
  PlanDialog,
} from './InspectionDialogs.tsx'
import { inspectionTones, periodWords, Subjects } from './InspectionList.tsx'
import { en, vi } from './texts.ts'

export function InspectionPage() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['inspections', 'one', id],
    queryFn: ({ signal }) =>
      request<typeof inspectionRoutes.get>('get', '/api/inspections/{id}', {
        params: { id },
        signal,
      }),
  })
  if (error) {
    const list = { to: '/inspections', words: t.back }
    return <ErrorPanel error={error} onRetry={() => void refetch()} page list={list} />
  }
  if (!data) return <Loading />
  return <Shown inspection={data.inspection} />
}

function Shown({ inspection }: { inspection: InspectionView }) {
  const t = useTexts(vi, en)
  const [opened, open] = useState<'plan' | 'carry' | 'drop' | null>(null)
  const close = () => open(null)
  const { content } = inspection
  const live = inspection.mayManage && inspection.state !== 'dropped'
  return (
    <div className="page">
      <PageHead
        title={content}
        actions={
          <>
            {live && (
              <>
                <Button onClick={() => open('carry')}>{t.carry}</Button>
                <Button onClick={() => open('plan')}>{t.edit}</Button>
                {inspection.endedOn === null && (
                  <Button look="plain" onClick={() => open('drop')}>
                    {t.drop}
                  </Button>
                )}
              </>
            )}
            {inspection.mayManage && (
              <HistoryButton kind="inspection" id={inspection.id} of={content} />
            )}
            <AccessButton kind="inspection" id={inspection.id} of={content} />
            <ButtonLink to="/inspections">{t.back}</ButtonLink>
          </>
        }
      />
      <p>
        <Status tone={inspectionTones[inspection.state]}>{t.states[inspection.state]}</Status>{' '}
        {inspection.droppedReason && <span className="muted">{inspection.droppedReason}</span>}
      </p>
      <Facts inspection={inspection} />
      <Findings inspection={inspection} live={live} />
      {opened === 'plan' && (
        <PlanDialog year={inspection.year} inspection={inspection} onClose={close} />
      )}
      {opened === 'carry' && <CarryOutDialog inspection={inspection} onClose={close} />}
      {opened === 'drop' && <DropDialog inspection={inspection} onClose={close} />}
    </div>
  )
}

function Facts({ inspection }: { inspection: InspectionView }) {
  const t = useTexts(vi, en)
  const { subjects, conclusion, mayManage } = inspection
  const facts: [string, ReactNode][] = [
    [t.form, t.forms[inspection.form]],
    [t.period, periodWords(t, inspection)],
    [t.subject, <Subjects key="subjects" subjects={subjects} />],
    [t.inspecting, inspection.inspecting.name],
    [t.body, inspection.organisation.name],
    [
      t.carriedOut,
      inspection.startedOn &&
        t.fromTo(formatDate(inspection.startedOn), formatDate(inspection.endedOn)),
    ],
    [t.teamLead, inspection.teamLead],
    [
      t.conclusion,
      conclusion && <Link href={`/documents/${conclusion.id}`}>{conclusion.title}</Link>,
    ],
    [t.told, inspection.toldOn ? formatDate(inspection.toldOn) : mayManage && t.notTold],
    [t.level, mayManage && t.levels[inspection.level]],
    [t.note, inspection.note],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

type FindingAct = 'edit' | 'assign' | 'link'

function Findings({ inspection, live }: { inspection: InspectionView; live: boolean }) {
  const t = useTexts(vi, en)
  const [adding, setAdding] = useState(false)
  const [opened, open] = useState<{ act: FindingAct; finding: InspectionFindingView } | null>(null)
  const close = () => open(null)
  return (
    <section className="register-section" aria-labelledby="inspection-findings">
      <h2 id="inspection-findings">{t.findings}</h2>
      {live && (
        <p className="register-action">
          <Button small onClick={() => setAdding(true)}>
            {t.addFinding}
          </Button>
        </p>
      )}
      {inspection.found === null ? (
        <p className="muted">{t.findingsLater}</p>
      ) : inspection.findings.length === 0 ? (
        <p className="muted">{t.noFindings}</p>
      ) : (
        <ul className="plain-list">
          {inspection.findings.map((finding) => (
            <Finding
              key={finding.id}
              finding={finding}
              live={live}
              mayAssign={inspection.mayAssign}
              onOpen={(act) => open({ act, finding })}
            />
          ))}
        </ul>
      )}
      {adding && <FindingDialog inspection={inspection} onClose={() => setAdding(false)} />}
      {opened?.act === 'edit' && (
        <FindingDialog inspection={inspection} finding={opened.finding} onClose={close} />
      )}
      {opened?.act === 'assign' && (
        <AssignDialog inspection={inspection} finding={opened.finding} onClose={close} />
      )}
      {opened?.act === 'link' && (
        <LinkTaskDialog inspection={inspection} finding={opened.finding} onClose={close} />
      )}
    </section>
  )
}

interface FindingProps {
  finding: InspectionFindingView
  live: boolean
  mayAssign: boolean
  onOpen: (act: FindingAct) => void
}

function Finding({ finding, live, mayAssign, onOpen }: FindingProps) {
  const t = useTexts(vi, en)
  const words = useTexts(assignmentsVi, assignmentsEn)
  const { task, document, body, about } = finding
  return (
    <li>
      {body}
      {about && <span className="source-note">{t.aboutOf(about.name)}</span>}
      {document && (
        <span className="source-note">
          {document.start !== null && document.end !== null ? (
            <SourceLink
              source={{
                documentId: document.id,
                documentTitle: document.title,
                start: document.start,
                end: document.end,
              }}
            >
              {document.quote ?? document.title}
            </SourceLink>
          ) : (
            <Link href={`/documents/${document.id}`}>{document.title}</Link>
          )}
        </span>
      )}
      <span className="source-note">
        {task ? (
          <>
            <Link href={`/assignments?task=${task.id}`}>{task.action}</Link>{' '}
            <Status tone={stateTones[task.state]}>{words.state[task.state]}</Status>
          </>
        ) : (
          <span className="muted">{finding.followed ? t.taskClosed : t.noTask}</span>
        )}
      </span>
      {live && (
        <div className="row on-screen">
          {mayAssign && !finding.followed && document?.quote && (
            <Button small aria-label={t.of(t.assign, body)} onClick={() => onOpen('assign')}>
              {t.assign}
            </Button>
          )}
          <Button small look="plain" aria-label={t.of(t.link, body)} onClick={() => onOpen('link')}>
            {t.link}
          </Button>
          <Button
            small
            look="plain"
            aria-label={t.of(t.editFinding, body)}
            onClick={() => onOpen('edit')}
          >
            {t.editFinding}
          </Button>
        </div>
      )}
    </li>
  )
}
