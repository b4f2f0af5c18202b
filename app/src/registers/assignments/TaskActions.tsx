// What one may do with a task now: only what the server would take.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import type { DocumentSummary, documentRoutes } from '../documents/contract.ts'
import { BodyField } from './BodyField.tsx'
import type { AssignmentDetail, assignmentRoutes } from './contract.ts'
import { EvidenceFile } from './EvidenceFile.tsx'
import type { HoldGiven, ProgressGiven, VerdictGiven } from './step-contract.ts'
import { en, vi } from './texts.ts'
import { UpdateDialog } from './UpdateDialog.tsx'
import { useStep } from './useStep.tsx'

type Act = keyof (typeof vi)['act']

type Opened = Act | 'update' | null

/** The steps that fit where the task stands; `can` says whose they are. */
function offered(task: AssignmentDetail): Act[] {
  const { life, can, deadline, extensionAsked, dueOn } = task
  const open = life === 'assigned' || life === 'received' || life === 'inProgress'
  const acts: [Act, boolean][] = [
    ['receive', can.report && life === 'assigned'],
    ['progress', can.report && open],
    ['report', can.report && open],
    [
      'ask',
      can.report &&
        open &&
        !extensionAsked &&
        deadline !== null &&
        (dueOn ?? '') >= todayInVietnam(),
    ],
    ['confirm', can.confirm && life === 'reported'],
    ['sendBack', can.confirm && life === 'reported'],
    ['pause', can.manage && open],
    ['resume', can.manage && life === 'paused'],
    ['refer', can.manage && (open || life === 'paused')],
    ['revoke', can.manage && life !== 'confirmed' && life !== 'revoked'],
    ['restore', can.manage && life === 'revoked'],
    ['recognise', can.manage && life === 'confirmed' && task.recognisedOn === null],
  ]
  return acts.filter(([, fits]) => fits).map(([act]) => act)
}

const primary: readonly Act[] = ['receive', 'report', 'confirm', 'grant']

export function TaskActions({ task }: { task: AssignmentDetail }) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<Opened>(null)
  const acts = offered(task)
  if (acts.length === 0 && !task.can.manage) return null
  const close = () => setOpen(null)
  return (
    <div className="row task-actions">
      {acts.map((act) => (
        <Button
          key={act}
          look={primary.includes(act) ? 'primary' : undefined}
          onClick={() => setOpen(act)}
        >
          {t.act[act]}
        </Button>
      ))}
      {task.can.manage && <Button onClick={() => setOpen('update')}>{t.update}</Button>}
      {open === 'update' ? (
        <UpdateDialog assignment={task} onClose={close} />
      ) : open === 'receive' || open === 'progress' || open === 'report' ? (
        <ProgressDialog task={task} act={open} onClose={close} />
      ) : open === 'ask' ? (
        <AskDialog task={task} onClose={close} />
      ) : open === 'confirm' || open === 'sendBack' ? (
        <VerdictDialog task={task} act={open} onClose={close} />
      ) : open !== null ? (
        <HoldDialog task={task} act={open} onClose={close} />
      ) : null}
    </div>
  )
}

interface DialogProps {
  task: AssignmentDetail
  onClose: () => void
}

function ProgressDialog({
  task,
  act,
  onClose,
}: DialogProps & { act: 'receive' | 'progress' | 'report' }) {
  const t = useTexts(vi, en)
  const forOthers = !task.can.asDoer
  const [body, setBody] = useState('')
  const [percent, setPercent] = useState(String(task.percent ?? ''))
  const [on, setOn] = useState<string | null>(todayInVietnam())
  const [invalid, setInvalid] = useState(false)
  const [onBehalf, setOnBehalf] = useState('')
  const [product, setProduct] = useState(task.product ?? '')
  const [evidence, setEvidence] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly DocumentSummary[]>([])
  const [busy, setBusy] = useState(false)
  const kind = ({ receive: 'received', progress: 'progress', report: 'reported' } as const)[act]
  const shows = [...new Set([...(evidence ? [evidence] : []), ...files.map(({ id }) => id)])]
  const given: ProgressGiven = {
    kind,
    ...(body.trim() ? { body } : {}),
    ...(kind === 'progress' && percent ? { percent: Number(percent) } : {}),
    ...(kind === 'reported' && on ? { on, product: product.trim() || null } : {}),
    ...(forOthers ? { onBehalf: onBehalf.trim() } : {}),
    ...(shows.length > 0 ? { evidence: shows } : {}),
  }
  const change = useStep(
    task,
    () =>
      request<typeof assignmentRoutes.progress>('post', '/api/assignments/{id}/progress', {
        params: { id: task.id },
        version: task.version,
        body: given,
      }),
    onClose,
  )
  const ready =
    (kind === 'received' || body.trim() !== '') &&
    (kind !== 'reported' || (on !== null && !invalid)) &&
    (!forOthers || onBehalf.trim() !== '') &&
    Number(percent) <= 100 &&
    !/\D/.test(percent) &&
    !busy
  return (
    <FormDialog
      title={t.act[act]}
      change={change}
      ready={ready}
      onClose={onClose}
      submit={t.act[act]}
    >
      <p>{task.action}</p>
      {forOthers && (
        <TextField
          label={t.form.onBehalf}
          hint={t.form.onBehalfHint}
          value={onBehalf}
          onChange={setOnBehalf}
          maxLength={300}
        />
      )}
      {kind === 'reported' && (
        <DateField label={t.form.doneOn} value={on} onChange={setOn} onInvalid={setInvalid} />
      )}
      {kind === 'progress' && (
        <TextField
          label={t.form.percent}
          value={percent}
          onChange={setPercent}
          inputMode="numeric"
          maxLength={3}
        />
      )}
      <TextArea
        label={
          kind === 'reported' ? t.form.whatDone : kind === 'progress' ? t.form.what : t.form.note
        }
        value={body}
        onChange={setBody}
        maxLength={5000}
      />
      {kind === 'reported' && (
        <TextField label={t.product} value={product} onChange={setProduct} maxLength={500} />
      )}
      {kind !== 'received' && (
        <>
          <EvidenceField value={evidence} onChange={setEvidence} />
          <FilesIn files={files} onChange={setFiles} />
          <EvidenceFile
            onAdded={(one) => setFiles((former) => [...former, one])}
            onBusy={setBusy}
          />
        </>
      )}
    </FormDialog>
  )
}

/** Files that were brought in for this report. */
function FilesIn(props: {
  files: readonly DocumentSummary[]
  onChange: (files: readonly DocumentSummary[]) => void
}) {
  const t = useTexts(vi, en).file
  const { files, onChange } = props
  return files.map(({ id, title }) => (
    <p key={id} className="row">
      <span>● {t.added(title)}</span>
      <Button
        small
        look="plain"
        aria-label={t.remove(title)}
        onClick={() => onChange(files.filter((one) => one.id !== id))}
      >
        ✕
      </Button>
    </p>
  ))
}

function EvidenceField(props: { value: string | null; onChange: (value: string | null) => void }) {
  const t = useTexts(vi, en)
  const { data } = useQuery({
    queryKey: ['documents', ''],
    queryFn: ({ signal }) =>
      request<typeof documentRoutes.list>('get', '/api/documents', { query: { q: '' }, signal }),
  })
  const options = (data?.documents ?? []).map((one) => ({ value: one.id, label: one.title }))
  return (
    <Combobox label={t.form.evidence} hint={t.form.evidenceHint} options={options} {...props} />
  )
}

function VerdictDialog({ task, act, onClose }: DialogProps & { act: 'confirm' | 'sendBack' }) {
  const t = useTexts(vi, en)
  const [body, setBody] = useState('')
  const outcome: VerdictGiven['outcome'] = act === 'confirm' ? 'confirmed' : 'sentBack'
  const change = useStep(
    task,
    () =>
      request<typeof assignmentRoutes.verdict>('post', '/api/assignments/{id}/verdict', {
        params: { id: task.id },
        version: task.version,
        body: { outcome, ...(body.trim() ? { body } : {}) },
      }),
    onClose,
  )
  const ready = outcome === 'confirmed' || body.trim() !== ''
  return (
    <FormDialog
      title={t.act[act]}
      change={change}
      ready={ready}
      onClose={onClose}
      submit={t.act[act]}
    >
      <p>{task.action}</p>
      <p>{t.form.confirmIntro(formatDate(task.reportedOn))}</p>
      {task.result && <blockquote className="assignment-quote">{task.result}</blockquote>}
      <TextArea
        label={act === 'confirm' ? t.form.note : t.reason}
        hint={t.form.notDoer}
        value={body}
        onChange={setBody}
        maxLength={5000}
      />
    </FormDialog>
  )
}

function AskDialog({ task, onClose }: DialogProps) {
  const t = useTexts(vi, en)
  const [until, setUntil] = useState<string | null>(null)
  const [invalid, setInvalid] = useState(false)
  const [reason, setReason] = useState('')
  const change = useStep(
    task,
    () =>
      request<typeof assignmentRoutes.ask>('post', '/api/assignments/{id}/extensions', {
        params: { id: task.id },
        version: task.version,
        body: { until: until ?? '', reason },
      }),
    onClose,
  )
  const ready = !invalid && until !== null && until > (task.deadline ?? '') && reason.trim() !== ''
  return (
    <FormDialog
      title={t.act.ask}
      change={change}
      ready={ready}
      onClose={onClose}
      submit={t.act.ask}
    >
      <p>{task.action}</p>
      <p>
        {t.deadline}: {formatDate(task.deadline)}
      </p>
      <DateField label={t.form.until} value={until} onChange={setUntil} onInvalid={setInvalid} />
      <TextArea label={t.reason} value={reason} onChange={setReason} maxLength={5000} />
    </FormDialog>
  )
}

const holdKinds = {
  pause: 'paused',
  resume: 'resumed',
  refer: 'referred',
  revoke: 'revoked',
  restore: 'restored',
  recognise: 'recognised',
} as const satisfies Partial<Record<Act, HoldGiven['kind']>>

function HoldDialog({ task, act, onClose }: DialogProps & { act: Act }) {
  const t = useTexts(vi, en)
  const [body, setBody] = useState('')
  const [toId, setToId] = useState<string | null>(null)
  const [on, setOn] = useState<string | null>(todayInVietnam())
  const [invalid, setInvalid] = useState(false)
  const kind = holdKinds[act as keyof typeof holdKinds]
  const change = useStep(
    task,
    () =>
      request<typeof assignmentRoutes.hold>('post', '/api/assignments/{id}/hold', {
        params: { id: task.id },
        version: task.version,
        body: {
          kind,
          body,
          ...(kind === 'referred' && toId ? { toId } : {}),
          ...(kind === 'recognised' && on ? { on } : {}),
        },
      }),
    onClose,
  )
  const ready =
    body.trim() !== '' &&
    (kind !== 'referred' || toId !== null) &&
    (kind !== 'recognised' || (on !== null && !invalid))
  return (
    <FormDialog
      title={t.act[act]}
      change={change}
      ready={ready}
      onClose={onClose}
      danger={act === 'revoke'}
      submit={t.act[act]}
    >
      <p>{task.action}</p>
      {kind === 'referred' && <BodyField label={t.form.to} value={toId} onChange={setToId} />}
      {kind === 'recognised' && (
        <DateField label={t.form.on} value={on} onChange={setOn} onInvalid={setInvalid} />
      )}
      <TextArea
        label={kind === 'recognised' ? t.form.what : t.reason}
        value={body}
        onChange={setBody}
        maxLength={5000}
      />
    </FormDialog>
  )
}
