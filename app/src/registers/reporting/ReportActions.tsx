// What may be done with a report where it stands: send, accept, give back, lock, excuse, hand over, bring in a file.
import { type ReactNode, useState } from 'react'
import { request } from '../../web/api.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { CheckField, DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { useSaved } from '../../web/useSaved.ts'
import type { reportingRoutes, SlotView } from './contract.ts'
import { cellKey } from './grid.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { en as officeEn, vi as officeVi } from './office-texts.ts'
import { ReportFileDialog } from './ReportFileDialog.tsx'
import { en, vi } from './texts.ts'

interface ActionsProps {
  slot: SlotView
  /** Figures are not on the server yet; how many cells are not right. */
  waiting: boolean
  left: number
  keep: ReactNode
  onSlot: (slot: SlotView) => void
  /** Sends what waits; the report as it is then. */
  save: () => Promise<SlotView>
}

type Open = 'submit' | 'return' | 'except' | 'handOver' | 'file' | null

export function ReportActions({ slot, waiting, left, keep, onSlot, save }: ActionsProps) {
  const t = useTexts(vi, en)
  const o = useTexts(officeVi, officeEn)
  const [open, setOpen] = useState<Open>(null)
  const onDone = (answer: { slot: SlotView }) => {
    onSlot(answer.slot)
    setOpen(null)
  }
  const accept = useSaved({
    send: () =>
      request<typeof reportingRoutes.accept>('post', '/api/report-slots/{id}/accept', {
        params: { id: slot.id },
        version: slot.version,
        body: {},
      }),
    words: t.accepted,
    keys: ['reports', 'indicators'],
    onDone,
  })
  const lock = useSaved({
    send: () =>
      request<typeof reportingRoutes.lock>('post', '/api/report-slots/{id}/lock', {
        params: { id: slot.id },
        version: slot.version,
        body: {},
      }),
    words: t.locked,
    keys: ['reports'],
    onDone,
  })
  const takeBack = useSaved({
    send: () =>
      request<typeof reportingRoutes.except>('post', '/api/report-slots/{id}/exception', {
        params: { id: slot.id },
        version: slot.version,
        body: { excused: false, dueOn: null, reason: null },
      }),
    words: t.takenBack,
    keys: ['reports'],
    onDone,
  })
  const close = () => setOpen(null)
  return (
    <>
      <div className="row report-actions">
        {slot.can.enter && keep}
        {slot.can.submit && (
          <Button look="primary" disabled={left > 0} onClick={() => setOpen('submit')}>
            {t.submit}
          </Button>
        )}
        {slot.can.judge && slot.state === 'submitted' && (
          <Button look="primary" disabled={accept.isPending} onClick={() => accept.mutate()}>
            {t.accept}
          </Button>
        )}
        {slot.can.judge && <Button onClick={() => setOpen('return')}>{t.giveBack}</Button>}
        {slot.can.lock && (
          <Button disabled={lock.isPending} onClick={() => lock.mutate()}>
            {t.lock}
          </Button>
        )}
        {slot.can.enter && (
          <Button disabled={waiting} onClick={() => setOpen('file')}>
            {t.excel}
          </Button>
        )}
        {slot.can.except && <Button onClick={() => setOpen('except')}>{t.except}</Button>}
        {slot.can.handOver && (
          <Button disabled={waiting} onClick={() => setOpen('handOver')}>
            {o.handOver.open}
          </Button>
        )}
        {slot.can.except && slot.exceptionReason !== null && (
          <Button disabled={takeBack.isPending} onClick={() => takeBack.mutate()}>
            {t.takeBack}
          </Button>
        )}
      </div>
      <FormError error={accept.error ?? lock.error ?? takeBack.error} />
      {open === 'submit' && (
        <SubmitDialog slot={slot} save={save} onDone={onDone} onClose={close} />
      )}
      {open === 'return' && <ReturnDialog slot={slot} onDone={onDone} onClose={close} />}
      {open === 'except' && <ExceptDialog slot={slot} onDone={onDone} onClose={close} />}
      {open === 'handOver' && <HandOverDialog slot={slot} onDone={onDone} onClose={close} />}
      {open === 'file' && <ReportFileDialog slot={slot} onSlot={onSlot} onClose={close} />}
    </>
  )
}

interface DialogProps {
  slot: SlotView
  onDone: (answer: { slot: SlotView }) => void
  onClose: () => void
}

function SubmitDialog({ slot, save, onDone, onClose }: DialogProps & Pick<ActionsProps, 'save'>) {
  const t = useTexts(vi, en)
  const [onBehalf, setOnBehalf] = useState('')
  const change = useSaved({
    send: async () => {
      const now = await save()
      return request<typeof reportingRoutes.submit>('post', '/api/report-slots/{id}/submit', {
        params: { id: slot.id },
        version: now.version,
        body: slot.can.asBody ? {} : { onBehalf },
      })
    },
    words: t.submitted,
    keys: ['reports'],
    onDone,
  })
  return (
    <FormDialog
      title={t.submitTitle}
      change={change}
      ready={slot.can.asBody || onBehalf.trim() !== ''}
      submit={t.submit}
      onClose={onClose}
    >
      <p>{t.submitIntro}</p>
      {!slot.can.asBody && (
        <TextField label={t.onBehalf} value={onBehalf} onChange={setOnBehalf} maxLength={200} />
      )}
    </FormDialog>
  )
}

function ReturnDialog({ slot, onDone, onClose }: DialogProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [reason, setReason] = useState('')
  const [reasons, setReasons] = useState<Record<string, string | null>>({})
  const chosen = slot.cells.filter((cell) => typeof reasons[cellKey(cell)] === 'string')
  const change = useSaved({
    send: () =>
      request<typeof reportingRoutes.giveBack>('post', '/api/report-slots/{id}/return', {
        params: { id: slot.id },
        version: slot.version,
        body: {
          reason,
          values: chosen.map((cell) => ({
            ...{ indicatorId: cell.indicatorId, measure: cell.measure },
            reason: reasons[cellKey(cell)] || reason,
          })),
        },
      }),
    words: t.givenBack,
    keys: ['reports'],
    onDone,
  })
  return (
    <FormDialog
      title={t.giveBackTitle}
      change={change}
      ready={reason.trim() !== ''}
      submit={t.giveBack}
      onClose={onClose}
    >
      <TextArea
        label={t.reason}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={1000}
        required
        autoFocus
      />
      <p className="muted">{t.giveBackIntro}</p>
      {slot.cells.map((cell) => {
        const key = cellKey(cell)
        const given = reasons[key] ?? null
        const name = `${language === 'en' ? cell.nameEn : cell.nameVi}, ${t.measures[cell.measure]}`
        return (
          <div key={key} className="stack">
            <CheckField
              label={name}
              value={given !== null}
              onChange={(on) => setReasons({ ...reasons, [key]: on ? '' : null })}
            />
            {given !== null && (
              <TextField
                label={t.reasonOf(name)}
                value={given}
                onChange={(value) => setReasons({ ...reasons, [key]: value })}
                maxLength={1000}
              />
            )}
          </div>
        )
      })}
    </FormDialog>
  )
}

function ExceptDialog({ slot, onDone, onClose }: DialogProps) {
  const t = useTexts(vi, en)
  const [excused, setExcused] = useState(slot.state === 'excused')
  const [dueOn, setDueOn] = useState<string | null>(slot.otherDay)
  const [reason, setReason] = useState(slot.exceptionReason ?? '')
  const [wrong, setWrong] = useState(false)
  const change = useSaved({
    send: () =>
      request<typeof reportingRoutes.except>('post', '/api/report-slots/{id}/exception', {
        params: { id: slot.id },
        version: slot.version,
        body: { excused, dueOn: excused ? null : dueOn, reason: reason.trim() },
      }),
    words: t.excepted,
    keys: ['reports'],
    onDone,
  })
  const excepts = excused || dueOn !== null
  return (
    <FormDialog
      title={t.exceptTitle}
      change={change}
      ready={excepts && (excused || !wrong) && reason.trim() !== ''}
      onClose={onClose}
    >
      <CheckField label={t.excuse} value={excused} onChange={setExcused} />
      {!excused && (
        <DateField label={t.otherDay} value={dueOn} onChange={setDueOn} onInvalid={setWrong} />
      )}
      <TextArea label={t.reason} value={reason} onChange={setReason} rows={2} maxLength={1000} />
    </FormDialog>
  )
}
