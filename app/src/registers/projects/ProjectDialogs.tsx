// A project added or changed, closed, opened again.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import { BodyField } from '../assignments/BodyField.tsx'
import { AmountField, amountTyped, asMillions } from './AmountField.tsx'
import type { ProjectView, projectRoutes } from './contract.ts'
import { projectCategories, projectKinds } from './project.ts'
import { en, vi } from './texts.ts'

/** A change of a project: shows it anew, says so, closes the dialog. */
export function useProjectChange<A>(
  send: () => Promise<A>,
  onDone: (answer: A) => void,
  keys: readonly string[] = [],
) {
  const t = useTexts(vi, en)
  return useSaved({ send, words: t.saved, onDone, keys: ['projects', ...keys] })
}

export interface OneProject {
  project: ProjectView
  onClose: () => void
}

interface ProjectDialogProps {
  project?: ProjectView
  onClose: () => void
}

export function ProjectDialog({ project, onClose }: ProjectDialogProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [, go] = useLocation()
  const [name, setName] = useState(project?.name ?? '')
  const [kind, setKind] = useState<ProjectView['kind']>(project?.kind ?? 'investment')
  const [ownerId, setOwner] = useState<string | null>(project?.owner.id ?? null)
  const [code, setCode] = useState(project?.code ?? '')
  const [category, setCategory] = useState<ProjectView['category']>(project?.category ?? null)
  const [place, setPlace] = useState(project?.place ?? '')
  const [startsOn, setStart] = useState(project?.startsOn ?? null)
  const [endsOn, setEnd] = useState(project?.endsOn ?? null)
  const [total, setTotal] = useState(asMillions(project?.total ?? null, language))
  const [before, setBefore] = useState(asMillions(project?.spentBefore ?? null, language))
  const [note, setNote] = useState(project?.note ?? '')
  const [wrong, setWrong] = useState(false)
  const money = kind === 'investment'
  const amounts = [amountTyped(total), amountTyped(before)]
  const facts = {
    name: name.trim(),
    code: code.trim() || null,
    category,
    place: place.trim() || null,
    ...{ startsOn, endsOn },
    total: money ? (amounts[0] ?? null) : null,
    spentBefore: money ? (amounts[1] ?? null) : null,
    note: note.trim() || null,
  }
  const save = useProjectChange(
    () =>
      project
        ? request<typeof projectRoutes.change>('patch', '/api/projects/{id}', {
            params: { id: project.id },
            version: project.version,
            body: { ...facts, ...(ownerId === project.owner.id ? {} : { ownerId: ownerId ?? '' }) },
          })
        : request<typeof projectRoutes.add>('post', '/api/projects', {
            body: { ...facts, kind, ownerId: ownerId ?? '' },
          }),
    ({ project: { id } }) => {
      onClose()
      if (!project) go(`/projects/${id}`)
    },
  )
  const ready = facts.name !== '' && ownerId !== null && !wrong && !amounts.includes(undefined)
  return (
    <FormDialog
      title={project ? t.editTitle : t.addTitle}
      change={save}
      ready={ready}
      onClose={onClose}
    >
      <TextArea
        label={t.name}
        value={name}
        onChange={setName}
        rows={2}
        maxLength={500}
        required
        autoFocus
      />
      <BodyField label={t.owner} value={ownerId} onChange={setOwner} />
      <div className="field-pair">
        {!project && (
          <SelectField
            label={t.kind}
            value={kind}
            onChange={setKind}
            options={projectKinds.map((value) => ({ value, label: t.kinds[value] }))}
          />
        )}
        {money && (
          <SelectField
            label={t.category}
            value={category ?? ''}
            onChange={(value) => setCategory(value === '' ? null : value)}
            options={[
              { value: '' as const, label: '–' },
              ...projectCategories.map((value) => ({ value, label: t.categories[value] })),
            ]}
          />
        )}
      </div>
      {money && (
        <TextField
          label={t.code}
          hint={t.codeHint}
          value={code}
          onChange={setCode}
          maxLength={50}
        />
      )}
      <TextField label={t.place} value={place} onChange={setPlace} maxLength={500} />
      <div className="field-pair">
        <DateField label={t.startsOn} value={startsOn} onChange={setStart} onInvalid={setWrong} />
        <DateField label={t.endsOn} value={endsOn} onChange={setEnd} onInvalid={setWrong} />
      </div>
      {money && (
        <>
          <AmountField label={t.total} value={total} onChange={setTotal} />
          <AmountField label={t.spentBefore} value={before} onChange={setBefore} />
        </>
      )}
      <TextArea label={t.note} value={note} onChange={setNote} rows={2} maxLength={2000} />
    </FormDialog>
  )
}

export function CloseDialog({ project, onClose }: OneProject) {
  const t = useTexts(vi, en)
  const [on, setOn] = useState<string | null>(todayInVietnam())
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const save = useProjectChange(
    () =>
      request<typeof projectRoutes.change>('patch', '/api/projects/{id}', {
        params: { id: project.id },
        version: project.version,
        body: { closed: { on: on ?? '', reason: reason.trim() } },
      }),
    onClose,
  )
  return (
    <FormDialog
      title={t.closeTitle}
      change={save}
      ready={on !== null && !wrong && reason.trim() !== ''}
      onClose={onClose}
      submit={t.close}
    >
      <p className="muted">{project.name}</p>
      <DateField label={t.closeOn} value={on} onChange={setOn} onInvalid={setWrong} autoFocus />
      <TextArea
        label={t.closeReason}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        required
      />
    </FormDialog>
  )
}

export function OpenDialog({ project, onClose }: OneProject) {
  const t = useTexts(vi, en)
  const save = useProjectChange(
    () =>
      request<typeof projectRoutes.change>('patch', '/api/projects/{id}', {
        params: { id: project.id },
        version: project.version,
        body: { closed: null },
      }),
    onClose,
  )
  return (
    <FormDialog title={t.openTitle} change={save} ready onClose={onClose} submit={t.open}>
      <p>{t.openDetail}</p>
    </FormDialog>
  )
}
