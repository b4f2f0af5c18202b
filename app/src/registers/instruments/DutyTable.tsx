// The bodies that must study and implement an instrument: how far each is, and what one may do about it.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatDate, formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import type { DutyView, InstrumentView, instrumentRoutes } from './contract.ts'
import { ChangeDutyDialog, ReportDialog, SendBackDialog } from './DutyDialogs.tsx'
import type { DutyState } from './duty.ts'
import { CoverageText } from './InstrumentList.tsx'
import { en, vi } from './texts.ts'
import { useInstrumentChange } from './useInstruments.tsx'

const tones: Record<DutyState, Tone> = {
  confirmed: 'good',
  reported: 'warn',
  underWay: 'neutral',
  studied: 'neutral',
  late: 'bad',
  toStudy: 'none',
  notBegun: 'none',
}

type DutyAct = 'report' | 'sendBack' | 'change'

export function DutyTable({ instrument }: { instrument: InstrumentView }) {
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
