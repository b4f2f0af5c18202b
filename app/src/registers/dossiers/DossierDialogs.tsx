// The dialogs of a dossier: submit, send back, give out, change and withdraw a paper.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { en as planEn, vi as planVi } from '../conferences/plan-texts.ts'
import type { DossierView, dossierRoutes, PaperView, SubmissionView } from './contract.ts'
import { type PaperKind, paperKinds } from './dossier.ts'
import { en, vi } from './texts.ts'
import { useDossierChange } from './useDossier.tsx'

interface OfDossier {
  dossier: DossierView
  onClose: () => void
}

export function SubmitDialog({ dossier, onClose }: OfDossier) {
  const t = useTexts(vi, en)
  const [note, setNote] = useState('')
  const { conference, item, inside } = dossier
  const change = useDossierChange(
    () =>
      request<typeof dossierRoutes.submit>('post', '/api/session-items/{id}/submissions', {
        params: { id: item.id },
        body: note.trim() ? { note: note.trim() } : {},
      }),
    t.submitDone,
    onClose,
  )
  const missing = (inside?.completeness ?? []).filter((one) => one.needed && one.count === 0)
  const late = conference.dossiersDue !== null && new Date(conference.dossiersDue) < new Date()
  return (
    <FormDialog
      title={t.submitTitle(conference.title)}
      change={change}
      ready
      submit={t.submit}
      onClose={onClose}
    >
      {missing.length > 0 && (
        <Notice tone="warn">
          {t.submitMissing(missing.map(({ kind }) => t.kinds[kind].toLowerCase()).join(', '))}
        </Notice>
      )}
      {late && <Notice tone="bad">{t.submitLate}</Notice>}
      <TextArea label={t.submitNote} value={note} onChange={setNote} maxLength={2000} />
    </FormDialog>
  )
}

export function SendBackDialog({
  submission,
  onClose,
}: {
  submission: SubmissionView
  onClose: () => void
}) {
  const t = useTexts(vi, en)
  const [reason, setReason] = useState('')
  const change = useDossierChange(
    () =>
      request<typeof dossierRoutes.decide>('post', '/api/submissions/{id}/decide', {
        params: { id: submission.id },
        version: submission.version,
        body: { outcome: 'sentBack', reason: reason.trim() },
      }),
    t.sendBackDone,
    onClose,
  )
  return (
    <FormDialog
      title={t.sendBackTitle}
      change={change}
      ready={reason.trim() !== ''}
      submit={t.sendBack}
      onClose={onClose}
    >
      <TextArea
        label={t.sendBackReason}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        required
        autoFocus
      />
    </FormDialog>
  )
}

export function ReleaseDialog({ dossier, onClose }: OfDossier) {
  const t = useTexts(vi, en)
  const { levels } = useTexts(planVi, planEn)
  const { item, papers } = dossier
  const change = useDossierChange(
    () =>
      request<typeof dossierRoutes.release>('post', '/api/session-items/{id}/papers/release', {
        params: { id: item.id },
        version: item.version,
        body: {},
      }),
    t.releaseDone,
    onClose,
  )
  return (
    <FormDialog
      title={t.releaseTitle(item.title)}
      change={change}
      ready
      submit={t.release}
      onClose={onClose}
    >
      <p>{t.releaseAsk(papers.filter((paper) => !paper.withdrawn).length, levels[item.level])}</p>
    </FormDialog>
  )
}

interface OfPaper {
  paper: PaperView
  onClose: () => void
}

export function ChangePaperDialog({ paper, of, onClose }: OfPaper & { of: number }) {
  const t = useTexts(vi, en)
  const [kind, setKind] = useState<PaperKind>(paper.kind)
  const [title, setTitle] = useState(paper.title)
  const [position, setPosition] = useState(String(paper.position))
  const change = useDossierChange(
    () =>
      request<typeof dossierRoutes.change>('patch', '/api/papers/{id}', {
        params: { id: paper.id },
        version: paper.version,
        body: { kind, title: title.trim(), position: Number(position) },
      }),
    t.changeDone,
    onClose,
  )
  const places = Array.from({ length: Math.max(of, paper.position) }, (_, at) => String(at + 1))
  return (
    <FormDialog title={t.changeTitle} change={change} ready={title.trim() !== ''} onClose={onClose}>
      <TextField
        label={t.column.paper}
        value={title}
        onChange={setTitle}
        maxLength={500}
        required
        autoFocus
      />
      <SelectField
        label={t.upload.kind}
        value={kind}
        options={paperKinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={setKind}
      />
      <SelectField
        label={t.place}
        value={position}
        options={places.map((value) => ({ value, label: value }))}
        onChange={setPosition}
      />
    </FormDialog>
  )
}

export function WithdrawDialog({ paper, onClose }: OfPaper) {
  const t = useTexts(vi, en)
  const [reason, setReason] = useState('')
  const change = useDossierChange(
    () =>
      request<typeof dossierRoutes.withdraw>('post', '/api/papers/{id}/withdraw', {
        params: { id: paper.id },
        version: paper.version,
        body: { reason: reason.trim() },
      }),
    t.withdrawDone,
    onClose,
  )
  return (
    <FormDialog
      title={t.withdrawTitle(paper.title)}
      change={change}
      ready={reason.trim() !== ''}
      submit={t.withdraw}
      danger
      onClose={onClose}
    >
      <Notice tone="warn">{t.withdrawWarning}</Notice>
      <TextArea
        label={t.withdrawReason}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        required
        autoFocus
      />
    </FormDialog>
  )
}
