// One instrument: what it is, who must implement it and how far each is, its tasks and figures, where it is cited.
import '../../web/ui/register.css'
import './instruments.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { formatDate, formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { stateTones } from '../assignments/AssignmentTable.tsx'
import { en as assignmentsEn, vi as assignmentsVi } from '../assignments/texts.ts'
import { Figure } from '../indicators/Figure.tsx'
import type { CitationView, DutyView, InstrumentView, instrumentRoutes } from './contract.ts'
import { AddDutiesDialog, ChangeDutyDialog, ReportDialog, SendBackDialog } from './DutyDialogs.tsx'
import type { DutyState } from './duty.ts'
import { InstrumentDialog, ReviewDialog, WithdrawDialog } from './InstrumentDialogs.tsx'
import { CoverageText } from './InstrumentList.tsx'
import { LinksDialog } from './LinksDialog.tsx'
import { en, vi } from './texts.ts'
import { useInstrumentChange, useInstrumentName } from './useInstruments.tsx'

const tones: Record<DutyState, Tone> = {
  confirmed: 'good',
  reported: 'warn',
  underWay: 'neutral',
  studied: 'neutral',
  late: 'bad',
  toStudy: 'none',
  notBegun: 'none',
}

export function InstrumentPage() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['instruments', id],
    queryFn: ({ signal }) =>
      request<typeof instrumentRoutes.get>('get', '/api/instruments/{id}', {
        params: { id },
        signal,
      }),
  })
  if (error) {
    const list = { to: '/instruments', words: t.page.back }
    return <ErrorPanel error={error} onRetry={() => void refetch()} page list={list} />
  }
  if (!data) return <Loading />
  return <Shown instrument={data.instrument} />
}

type Opened = 'edit' | 'withdraw' | 'review' | 'duties' | 'links' | null

function Shown({ instrument }: { instrument: InstrumentView }) {
  const t = useTexts(vi, en)
  const name = useInstrumentName()(instrument)
  const [opened, open] = useState<Opened>(null)
  const close = () => open(null)
  const { mayManage } = instrument
  return (
    <div className="page">
      <PageHead
        title={name}
        actions={
          <>
            {mayManage && (
              <>
                <Button onClick={() => open('review')}>{t.page.review}</Button>
                <Button onClick={() => open('edit')}>{t.page.edit}</Button>
                <Button look="plain" onClick={() => open('withdraw')}>
                  {t.page.withdraw}
                </Button>
              </>
            )}
            <HistoryButton kind="instrument" id={instrument.id} of={name} />
            <AccessButton kind="instrument" id={instrument.id} of={name} />
            <ButtonLink to="/instruments">{t.page.back}</ButtonLink>
          </>
        }
      />
      <p className="instrument-title">{instrument.title}</p>
      <Facts instrument={instrument} />
      <Section
        title={t.page.duties}
        action={
          mayManage && (
            <Button small onClick={() => open('duties')}>
              {t.page.addDuties}
            </Button>
          )
        }
      >
        <Duties instrument={instrument} />
      </Section>
      <Section
        title={t.page.tasks}
        action={
          mayManage && (
            <Button small onClick={() => open('links')}>
              {t.page.links}
            </Button>
          )
        }
      >
        <Tasks tasks={instrument.tasks} />
      </Section>
      <Section title={t.page.indicators}>
        <Indicators rows={instrument.indicators} />
      </Section>
      <Section title={t.page.shortcomings}>
        <Quotes
          none={t.page.noShortcomings}
          rows={instrument.shortcomings.map((one) => ({ ...one, note: null }))}
        />
      </Section>
      <Section title={t.page.citedIn}>
        <Citations citations={instrument.citations} mayManage={mayManage} />
      </Section>
      {instrument.cites.length > 0 && (
        <Section title={t.page.cites}>
          <Quotes
            none=""
            rows={instrument.cites.map((one) => ({ ...one, note: within(t, one) }))}
          />
        </Section>
      )}
      {opened === 'edit' && <InstrumentDialog instrument={instrument} onClose={close} />}
      {opened === 'withdraw' && <WithdrawDialog instrument={instrument} onClose={close} />}
      {opened === 'review' && <ReviewDialog instrument={instrument} onClose={close} />}
      {opened === 'duties' && <AddDutiesDialog instrument={instrument} onClose={close} />}
      {opened === 'links' && <LinksDialog instrument={instrument} onClose={close} />}
    </div>
  )
}

interface SectionProps {
  title: string
  action?: ReactNode
  children: ReactNode
}

function Section({ title, action, children }: SectionProps) {
  return (
    <section className="register-section" aria-label={title}>
      <h2>{title}</h2>
      {action && <p className="register-action">{action}</p>}
      {children}
    </section>
  )
}

function Facts({ instrument }: { instrument: InstrumentView }) {
  const t = useTexts(vi, en)
  const { document } = instrument
  const facts: [string, ReactNode][] = [
    [t.side, t.sides[instrument.side]],
    [t.page.issuer, instrument.issuer],
    [t.page.issuedOn, formatDate(instrument.issuedOn)],
    [t.page.term, instrument.term],
    [t.page.document, document && <Link href={`/documents/${document.id}`}>{document.title}</Link>],
    [t.page.level, t.levels[instrument.level]],
    [t.page.note, instrument.note],
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

type DutyAct = 'report' | 'sendBack' | 'change'

function Duties({ instrument }: { instrument: InstrumentView }) {
  const t = useTexts(vi, en).page
  const [opened, open] = useState<{ act: DutyAct; duty: DutyView } | null>(null)
  const close = () => open(null)
  if (instrument.duties.length === 0) return <p className="muted">{t.noDuties}</p>
  return (
    <>
      <p>
        <CoverageText coverage={instrument.coverage} />
      </p>
      <div className="table-frame">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t.bodies}</th>
              <th scope="col">{t.studied}</th>
              <th scope="col">{t.plan}</th>
              <th scope="col">{t.progress}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">
                <span className="visually-hidden">{t.report}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {instrument.duties.map((duty) => (
              <DutyRow key={duty.id} duty={duty} onOpen={(act) => open({ act, duty })} />
            ))}
          </tbody>
        </table>
      </div>
      {opened?.act === 'report' && <ReportDialog duty={opened.duty} onClose={close} />}
      {opened?.act === 'sendBack' && <SendBackDialog duty={opened.duty} onClose={close} />}
      {opened?.act === 'change' && <ChangeDutyDialog duty={opened.duty} onClose={close} />}
    </>
  )
}

function DutyRow({ duty, onOpen }: { duty: DutyView; onOpen: (act: DutyAct) => void }) {
  const t = useTexts(vi, en).page
  const { body, bodyNow, can } = duty
  const confirm = useInstrumentChange(
    () =>
      request<typeof instrumentRoutes.verdict>('post', '/api/instrument-duties/{id}/verdict', {
        params: { id: duty.id },
        version: duty.version,
        body: { outcome: 'confirmed' },
      }),
    () => {},
  )
  const by = (day: string | null) =>
    day && <span className="source-note muted">{t.by(formatDate(day))}</span>
  return (
    <tr>
      <th scope="row">
        {body.name}
        {bodyNow && <span className="source-note">{t.now(bodyNow.name)}</span>}
        {duty.note && <span className="source-note">{duty.note}</span>}
      </th>
      <td data-label={t.studied}>
        {formatDate(duty.studiedOn) || '—'}
        {duty.studiedOn === null && by(duty.studyBy)}
      </td>
      <td data-label={t.plan}>{duty.planSymbol ?? '—'}</td>
      <td data-label={t.progress}>
        {duty.progress ?? '—'}
        {duty.doneOn ? (
          <span className="source-note">
            {t.done} {formatDate(duty.doneOn)}
          </span>
        ) : (
          by(duty.implementBy)
        )}
        {duty.reportedBy && duty.reportedAt && (
          <span className="source-note muted">
            {t.reportedBy(
              [duty.onBehalf, duty.reportedBy].filter(Boolean).join(' · '),
              formatInstant(duty.reportedAt),
            )}
          </span>
        )}
        {duty.sentBack && <span className="source-note">{t.sentBack(duty.sentBack)}</span>}
      </td>
      <td data-label={t.state}>
        <Status tone={tones[duty.state]}>{t.states[duty.state]}</Status>
        {duty.confirmedBy && duty.confirmedAt && (
          <span className="source-note muted">
            {t.reportedBy(duty.confirmedBy, formatInstant(duty.confirmedAt))}
          </span>
        )}
      </td>
      <td className="number">
        <div className="row">
          {can.report && (
            <Button small aria-label={t.of(t.report, body.name)} onClick={() => onOpen('report')}>
              {t.report}
            </Button>
          )}
          {can.confirm && duty.state === 'reported' && (
            <>
              <Button
                small
                look="primary"
                aria-label={t.confirmOf(body.name)}
                onClick={() => confirm.mutate()}
                disabled={confirm.isPending}
              >
                {t.confirm}
              </Button>
              <Button
                small
                aria-label={t.of(t.sendBack, body.name)}
                onClick={() => onOpen('sendBack')}
              >
                {t.sendBack}
              </Button>
            </>
          )}
          {can.manage && (
            <Button
              small
              look="plain"
              aria-label={t.of(t.change, body.name)}
              onClick={() => onOpen('change')}
            >
              {t.change}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

function Tasks({ tasks }: { tasks: InstrumentView['tasks'] }) {
  const t = useTexts(vi, en).page
  const words = useTexts(assignmentsVi, assignmentsEn)
  if (tasks.length === 0) return <p className="muted">{t.noTasks}</p>
  return (
    <ul className="plain-list">
      {tasks.map(({ task, by }) => (
        <li key={task.id}>
          <Link href={`/assignments?task=${task.id}`}>{task.action}</Link>{' '}
          <Status tone={stateTones[task.state]}>{words.state[task.state]}</Status>
          <span className="source-note muted">
            {[task.leadText, task.dueOn && formatDate(task.dueOn), t.taskBy[by]]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Indicators({ rows }: { rows: InstrumentView['indicators'] }) {
  const t = useTexts(vi, en).page
  const { language } = useLanguage()
  if (rows.length === 0) return <p className="muted">{t.noIndicators}</p>
  return (
    <ul className="plain-list">
      {rows.map(({ indicator, latest }) => (
        <li key={indicator.id}>
          <Link href={`/indicators/${indicator.id}`}>
            {language === 'en' ? indicator.nameEn || indicator.nameVi : indicator.nameVi}
          </Link>
          {': '}
          {latest ? (
            <>
              <Figure observation={latest} /> {latest.period?.label}
              <span className="source-note">
                <SourceLink source={latest.source}>{latest.source.documentTitle}</SourceLink>
              </span>
            </>
          ) : (
            <span className="muted">{t.noFigure}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

interface Quoted {
  id: string
  source: CitationView['source']
  note: string | null
}

/** Sentences, each led back to its document. */
function Quotes({ rows, none }: { rows: readonly Quoted[]; none: string }) {
  if (rows.length === 0) return <p className="muted">{none}</p>
  return (
    <ul className="plain-list">
      {rows.map(({ id, source, note }) => (
        <li key={id}>
          {source.quote}
          <span className="source-note">
            <SourceLink source={source}>{source.documentTitle}</SourceLink>
            {note && ` · ${note}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const within = (t: typeof vi, one: CitationView): string | null =>
  one.within ? t.within(one.within.quote) : null

interface CitationsProps {
  citations: readonly CitationView[]
  mayManage: boolean
}

function Citations({ citations, mayManage }: CitationsProps) {
  const t = useTexts(vi, en)
  if (citations.length === 0) return <p className="muted">{t.page.notCited}</p>
  return (
    <ul className="plain-list">
      {citations.map((one) => (
        <li key={one.id}>
          {one.source.quote}
          <span className="source-note">
            <SourceLink source={one.source}>{one.source.documentTitle}</SourceLink>
            {one.within && ` · ${t.within(one.within.quote)}`}
            {mayManage && <Unlink citation={one} />}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A citation that was taken for the wrong instrument. */
function Unlink({ citation }: { citation: CitationView }) {
  const t = useTexts(vi, en).page
  const unlink = useInstrumentChange(
    () =>
      request<typeof instrumentRoutes.cite>('patch', '/api/citations/{id}', {
        params: { id: citation.id },
        version: citation.version,
        body: { instrumentId: null },
      }),
    () => {},
  )
  return (
    <>
      {' '}
      <Button
        small
        look="plain"
        aria-label={t.of(t.unlink, citation.source.quote)}
        onClick={() => unlink.mutate()}
        disabled={unlink.isPending}
      >
        {t.unlink}
      </Button>
    </>
  )
}
