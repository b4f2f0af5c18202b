// One report: its figures, what is to be done with it, what happened to it.
import { AccessButton } from '../access/AccessButton.tsx'
import '../../web/ui/register.css'
import './reporting.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate, formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel, FormError, Notice } from '../../web/ui/States.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import { useSaved } from '../../web/useSaved.ts'
import { periodLabel, periodOf } from '../indicators/period.ts'
import { reportDraftOn } from '../sitting/drafts.ts'
import type { GivenValue, reportingRoutes, SlotView } from './contract.ts'
import {
  begunOn,
  carriedOver,
  changesOf,
  type Entries,
  isWaiting,
  sentOf,
  type Typing,
} from './grid.ts'
import { ReportActions } from './ReportActions.tsx'
import { leftIn, ReportGrid } from './ReportGrid.tsx'
import { stateTones, timingTones } from './ReportList.tsx'
import { en, vi } from './texts.ts'
import { formatPlain } from './typed.ts'

export function ReportPage() {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'one', id],
    queryFn: ({ signal }) =>
      request<typeof reportingRoutes.slot>('get', '/api/report-slots/{id}', {
        params: { id },
        signal,
      }),
  })
  if (error)
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        page
        list={{ to: '/reports', words: t.title }}
      />
    )
  if (!data) return <Loading />
  const { slot } = data
  return (
    <div className="page">
      <PageHead
        title={t.slotTitle(slot.regime.name, periodLabel(periodOf(slot.period), language))}
        intro={`${slot.body.name}. ${t.window(formatDate(slot.window.from), formatDate(slot.window.to))}`}
        actions={
          <>
            <AccessButton kind="reportSlot" id={slot.id} of={slot.body.name} />
            <Link href="/reports">{t.slots}</Link>
          </>
        }
      />
      <p className="row report-facts">
        <Status tone={stateTones[slot.state]}>{t.states[slot.state]}</Status>
        <Status tone={timingTones[slot.timing]}>{t.timings[slot.timing]}</Status>
        <Chip>{t.stages[slot.stage]}</Chip>
        <span>{t.dueLine(formatDate(slot.due))}</span>
        <span>
          {t.responsible}: {slot.responsible.name}
          {!slot.responsible.acts && ` (${t.responsibleGone})`}
        </span>
      </p>
      {slot.returnReason && <Notice tone="warn">{t.returnedHere(slot.returnReason)}</Notice>}
      {slot.exceptionReason && <Notice>{t.exceptionOf(slot.exceptionReason)}</Notice>}
      <Figures key={slot.id} slot={slot} />
      <History slot={slot} />
    </div>
  )
}

interface Draft {
  /** What it is told as before one signs out. */
  body: string
  entries: Entries
  /** The cells that it was typed over, in the version that is kept with it. */
  cells: Typing['cells']
}

function Figures({ slot }: { slot: SlotView }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const client = useQueryClient()
  const account = useSession().session.account?.id ?? ''
  const [draft] = useState(() => reportDraftOn<Draft>(sessionStorage, account, slot.id))
  const shown = (value: number) => formatPlain(value, language)
  const [restored] = useState((): { version: number; typing: Typing } | null => {
    const found = slot.can.enter ? draft.read() : null
    if (!found) return null
    const typing = carriedOver({ version: found.version, ...found.given }, slot, shown)
    return isWaiting(typing) ? { version: found.version, typing } : null
  })
  const [kept, setKept] = useState(restored?.version ?? null)
  const [typed, setTyped] = useState(() => restored?.typing ?? begunOn(slot, shown))
  // Something was done to it elsewhere: shown as it is now, under what is typed here.
  if (slot.can.enter && slot.version !== typed.version) setTyped(carriedOver(typed, slot, shown))
  const typing = slot.can.enter ? typed : begunOn(slot, shown)
  const { entries } = typing
  const changes = changesOf(typing)
  const waiting = isWaiting(typing)
  const keepDraft = ({ version, cells, entries }: Typing) =>
    draft.keep({ version, given: { body: slot.regime.name, entries, cells } })
  /** Goes on from a report as it is now; what is typed and was not sent stays. */
  const adopt = (of: SlotView, from: Typing = typing) => {
    const next = carriedOver(from, of, shown)
    if (isWaiting(next)) keepDraft(next)
    else draft.drop()
    setKept(null)
    setTyped(next)
    client.setQueryData(['reports', 'one', of.id], { slot: of })
  }
  const write = (next: Entries) => {
    setTyped({ ...typing, entries: next })
    keepDraft({ ...typing, entries: next })
  }
  const send = (values: GivenValue[]) =>
    request<typeof reportingRoutes.enter>('put', '/api/report-slots/{id}/values', {
      params: { id: slot.id },
      version: typing.version,
      body: { values },
    })
  const keep = useSaved({
    send,
    words: t.kept,
    keys: ['reports'],
    onDone: (answer, values) => adopt(answer.slot, sentOf(typing, values)),
  })
  const save = async (): Promise<SlotView> => {
    if (changes.length === 0) return slot
    const answer = await send(changes)
    adopt(answer.slot, sentOf(typing, changes))
    return answer.slot
  }
  const left = leftIn(slot, entries)
  return (
    <section className="register-section">
      <h2>{t.grid}</h2>
      {slot.can.enter && <p className="muted">{t.gridHelp}</p>}
      {kept !== null && (
        <Notice tone={kept === slot.version ? 'good' : 'warn'}>
          {kept === slot.version ? t.fromDraft : t.draftOld}{' '}
          <Button small onClick={() => adopt(slot, begunOn(slot, shown))}>
            {t.dropDraft}
          </Button>
        </Notice>
      )}
      <ReportGrid slot={slot} entries={entries} onChange={write} />
      <FormError error={keep.error} />
      {slot.can.enter && (
        <p className="muted" role="status">
          {t.left(left)} {waiting && t.unsaved}
        </p>
      )}
      {slot.can.enter && !slot.can.submit && <p className="muted">{t.headSends}</p>}
      <ReportActions
        slot={slot}
        waiting={waiting}
        left={left}
        onSlot={adopt}
        keep={
          <Button
            disabled={changes.length === 0 || keep.isPending}
            onClick={() => keep.mutate(changes)}
          >
            {t.keep}
          </Button>
        }
        save={save}
      />
    </section>
  )
}

function History({ slot }: { slot: SlotView }) {
  const t = useTexts(vi, en)
  if (slot.steps.length === 0) return null
  return (
    <section className="register-section">
      <h2>{t.history}</h2>
      <ul className="plain-list">
        {slot.steps.map((step) => (
          <li key={`${step.kind} ${step.at}`}>
            {formatInstant(step.at)} · {step.by}: {t.steps[step.kind]}
            {step.reason && ` (${step.reason})`}
          </li>
        ))}
      </ul>
    </section>
  )
}
