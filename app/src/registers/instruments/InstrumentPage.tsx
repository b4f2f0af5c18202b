// One instrument: what it is, who must implement it and how far each is, its tasks and figures, where it is cited.
import '../../web/ui/register.css'
import './instruments.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { useFirst } from '../../web/ui/useFirst.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { stateTones } from '../assignments/AssignmentTable.tsx'
import { en as assignmentsEn, vi as assignmentsVi } from '../assignments/texts.ts'
import { Figure } from '../indicators/Figure.tsx'
import type { CitationView, InstrumentView, instrumentRoutes } from './contract.ts'
import { AddDutiesDialog } from './DutyDialogs.tsx'
import { DutyTable } from './DutyTable.tsx'
import { InstrumentDialog, ReviewDialog, WithdrawDialog } from './InstrumentDialogs.tsx'
import { LinksDialog } from './LinksDialog.tsx'
import { en, vi } from './texts.ts'
import { useInstrumentChange, useInstrumentName } from './useInstruments.tsx'

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
        <DutyTable instrument={instrument} />
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

function Tasks({ tasks }: { tasks: InstrumentView['tasks'] }) {
  const t = useTexts(vi, en).page
  const words = useTexts(assignmentsVi, assignmentsEn)
  const { shown, more } = useFirst(tasks)
  if (tasks.length === 0) return <p className="muted">{t.noTasks}</p>
  return (
    <>
      <ul className="plain-list">
        {shown.map(({ task, by }) => (
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
      {more}
    </>
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
  const { shown, more } = useFirst(rows)
  if (rows.length === 0) return <p className="muted">{none}</p>
  return (
    <>
      <ul className="plain-list">
        {shown.map(({ id, source, note }) => (
          <li key={id}>
            {source.quote}
            <span className="source-note">
              <SourceLink source={source}>{source.documentTitle}</SourceLink>
              {note && ` · ${note}`}
            </span>
          </li>
        ))}
      </ul>
      {more}
    </>
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
  const { shown, more } = useFirst(citations)
  if (citations.length === 0) return <p className="muted">{t.page.notCited}</p>
  return (
    <>
      <ul className="plain-list">
        {shown.map((one) => (
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
      {more}
    </>
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
