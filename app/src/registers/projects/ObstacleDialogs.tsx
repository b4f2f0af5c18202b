// An obstacle entered, changed, removed.
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { changed } from '../../web/changed.ts'
import { useTexts } from '../../web/language.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { CheckField, DateField, SelectField, TextArea } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { BodyField } from '../assignments/BodyField.tsx'
import { useDocumentOptions, useTaskSearch } from '../instruments/useInstruments.tsx'
import { ReasonField } from './LandSection.tsx'
import { type OneProject, useProjectChange } from './ProjectDialogs.tsx'
import { citedFrom, type FromSentence, notedFrom } from './said.ts'
import { type ObstacleKind, type ObstacleLevel, obstacleKinds, obstacleLevels } from './work.ts'
import type { ProjectObstacleView, workRoutes } from './work-contract.ts'
import { en, vi } from './work-texts.ts'

export function ObstacleDialog({
  project,
  of,
  said,
  onClose,
}: OneProject & {
  of?: ProjectObstacleView
  /** The sentence that it is told by; since when, a person says. */
  said?: FromSentence
}) {
  const t = useTexts(vi, en)
  const [kind, setKind] = useState<ObstacleKind>(of?.kind ?? 'land')
  const [body, setBody] = useState(of?.body ?? notedFrom(said))
  const [since, setSince] = useState<string | null>(of?.since ?? (said ? null : todayInVietnam()))
  const [ownerId, setOwner] = useState<string | null>(of?.owner?.id ?? null)
  const [dueOn, setDue] = useState(of?.dueOn ?? null)
  const [level, setLevel] = useState<ObstacleLevel>(of?.level ?? 'owner')
  const [assignmentId, setTask] = useState<string | null>(of?.task?.id ?? null)
  const [documentId, setDocument] = useState<string | null>(of?.document?.id ?? null)
  const [again, setAgain] = useState(false)
  const [withdrawn, setBack] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const tasks = useTaskSearch(of?.task ? [{ value: of.task.id, label: of.task.action }] : [])
  const documents = useDocumentOptions()
  const moved = of !== undefined && of.dueOn !== null && of.dueOn !== dueOn
  const asked = moved || withdrawn
  const facts = { kind, body: body.trim(), since: since ?? '', ownerId, dueOn, level }
  const orders = { assignmentId, documentId }
  const save = useProjectChange<unknown>(
    () =>
      of
        ? request<typeof workRoutes.changeObstacle>('patch', '/api/project-obstacles/{id}', {
            params: { id: of.id },
            version: of.version,
            body: {
              ...facts,
              // What is only hidden from whoever writes is not taken away.
              ...changed(
                { assignmentId: of.task?.id ?? null, documentId: of.document?.id ?? null },
                orders,
              ),
              ...(again ? { resolved: null } : {}),
              ...(withdrawn ? { withdrawn } : {}),
              reason: asked ? reason.trim() : null,
            },
          })
        : request<typeof workRoutes.addObstacle>('post', '/api/projects/{id}/obstacles', {
            params: { id: project.id },
            body: { ...facts, ...orders },
          }),
    onClose,
  )
  const both = assignmentId !== null && documentId !== null
  const ready =
    facts.body !== '' && since !== null && !wrong && !both && (!asked || reason.trim() !== '')
  return (
    <FormDialog
      title={of ? t.obstacles.changeTitle : t.obstacles.add}
      change={save}
      ready={ready}
      onClose={onClose}
    >
      {said && !said.sentence.open && <p>{citedFrom(said)}</p>}
      <TextArea
        label={t.obstacles.body}
        value={body}
        onChange={setBody}
        rows={2}
        maxLength={2000}
        required
        autoFocus
      />
      <div className="field-pair">
        <SelectField
          label={t.obstacles.kind}
          value={kind}
          onChange={setKind}
          options={obstacleKinds.map((value) => ({ value, label: t.obstacles.kinds[value] }))}
        />
        <SelectField
          label={t.obstacles.level}
          value={level}
          onChange={setLevel}
          options={obstacleLevels.map((value) => ({ value, label: t.obstacles.levels[value] }))}
        />
      </div>
      <BodyField label={t.obstacles.owner} value={ownerId} onChange={setOwner} />
      <div className="field-pair">
        <DateField
          label={t.obstacles.since}
          value={since}
          onChange={setSince}
          onInvalid={setWrong}
        />
        <DateField label={t.obstacles.dueOn} value={dueOn} onChange={setDue} onInvalid={setWrong} />
      </div>
      <Combobox
        label={t.obstacles.task}
        options={tasks.options}
        onTyped={tasks.onTyped}
        value={assignmentId}
        onChange={(id) => {
          tasks.keep(id)
          setTask(id)
        }}
      />
      <Combobox
        label={t.obstacles.document}
        options={documents}
        value={documentId}
        onChange={setDocument}
      />
      {both && <p className="field-error">{t.obstacles.onlyOne}</p>}
      {of && of.resolvedOn !== null && (
        <CheckField label={t.obstacles.again} value={again} onChange={setAgain} />
      )}
      {of && <CheckField label={t.takeBack} value={withdrawn} onChange={setBack} />}
      {asked && <ReasonField moved={moved} value={reason} onChange={setReason} />}
    </FormDialog>
  )
}

export function ResolveDialog({ of, onClose }: { of: ProjectObstacleView; onClose: () => void }) {
  const t = useTexts(vi, en)
  const [on, setOn] = useState<string | null>(todayInVietnam())
  const [how, setHow] = useState('')
  const [wrong, setWrong] = useState(false)
  const save = useProjectChange<unknown>(
    () =>
      request<typeof workRoutes.changeObstacle>('patch', '/api/project-obstacles/{id}', {
        params: { id: of.id },
        version: of.version,
        body: { resolved: { on: on ?? '', how: how.trim() } },
      }),
    onClose,
  )
  return (
    <FormDialog
      title={t.obstacles.resolveTitle}
      change={save}
      ready={on !== null && !wrong && how.trim() !== ''}
      onClose={onClose}
    >
      <p className="muted">{of.body}</p>
      <DateField
        label={t.obstacles.resolvedOn}
        value={on}
        onChange={setOn}
        onInvalid={setWrong}
        autoFocus
      />
      <TextArea label={t.obstacles.how} value={how} onChange={setHow} maxLength={2000} required />
    </FormDialog>
  )
}
