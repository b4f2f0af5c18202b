// Milestones of a project: due, moved, done.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { CheckField, DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import type { ProjectView } from './contract.ts'
import { ReasonField } from './LandSection.tsx'
import { type OneProject, useProjectChange } from './ProjectDialogs.tsx'
import type { WorkState } from './work.ts'
import type { ProjectMilestoneView, workRoutes } from './work-contract.ts'
import { en, vi } from './work-texts.ts'

export const workTones: Record<WorkState, Tone> = { done: 'good', late: 'bad', open: 'none' }

export function MilestoneSection({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en)
  const [opened, open] = useState<ProjectMilestoneView | 'new' | null>(null)
  const may = project.mayEnter && project.closedOn === null
  const { milestones } = project.work
  if (milestones.length === 0 && !may) return null
  return (
    <section className="register-section" aria-labelledby="project-milestones">
      <h2 id="project-milestones">{t.milestones.title}</h2>
      {may && (
        <p className="project-action">
          <Button small onClick={() => open('new')}>
            {t.milestones.add}
          </Button>
        </p>
      )}
      {milestones.length === 0 ? (
        <p className="muted">{t.milestones.none}</p>
      ) : (
        <div className="table-frame">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t.milestones.name}</th>
                <th scope="col">{t.due}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.note}</th>
              </tr>
            </thead>
            <tbody>
              {milestones.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.name}
                    {may && (
                      <span className="source-note on-screen">
                        <Button
                          small
                          look="plain"
                          aria-label={t.of(t.change, one.name)}
                          onClick={() => open(one)}
                        >
                          {t.change}
                        </Button>
                      </span>
                    )}
                  </th>
                  <td data-label={t.due}>
                    {formatDate(one.dueOn)}
                    {one.firstDueOn && (
                      <span className="source-note muted">
                        {t.moved(formatDate(one.firstDueOn))}
                      </span>
                    )}
                  </td>
                  <td data-label={t.state}>
                    <Status tone={workTones[one.state]}>{t.states[one.state]}</Status>
                    {one.doneOn && (
                      <span className="source-note">{t.doneOn(formatDate(one.doneOn))}</span>
                    )}
                  </td>
                  <td data-label={t.note}>{one.note ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened && (
        <MilestoneDialog
          project={project}
          {...(opened === 'new' ? {} : { of: opened })}
          onClose={() => open(null)}
        />
      )}
    </section>
  )
}

function MilestoneDialog({ project, of, onClose }: OneProject & { of?: ProjectMilestoneView }) {
  const t = useTexts(vi, en)
  const [name, setName] = useState(of?.name ?? '')
  const [dueOn, setDue] = useState(of?.dueOn ?? null)
  const [doneOn, setDone] = useState(of?.doneOn ?? null)
  const [note, setNote] = useState(of?.note ?? '')
  const [withdrawn, setBack] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const moved = of !== undefined && of.dueOn !== dueOn
  const asked = moved || withdrawn
  const facts = { name: name.trim(), dueOn: dueOn ?? '', note: note.trim() || null }
  const save = useProjectChange<unknown>(
    () =>
      of
        ? request<typeof workRoutes.changeMilestone>('patch', '/api/project-milestones/{id}', {
            params: { id: of.id },
            version: of.version,
            body: {
              ...{ ...facts, doneOn },
              ...(withdrawn ? { withdrawn } : {}),
              reason: asked ? reason.trim() : null,
            },
          })
        : request<typeof workRoutes.addMilestone>('post', '/api/projects/{id}/milestones', {
            params: { id: project.id },
            body: facts,
          }),
    onClose,
  )
  const ready = facts.name !== '' && dueOn !== null && !wrong && (!asked || reason.trim() !== '')
  return (
    <FormDialog
      title={of ? t.milestones.changeTitle : t.milestones.add}
      change={save}
      ready={ready}
      onClose={onClose}
    >
      <TextField
        label={t.milestones.name}
        value={name}
        onChange={setName}
        maxLength={300}
        required
        autoFocus
      />
      <DateField label={t.due} value={dueOn} onChange={setDue} onInvalid={setWrong} />
      {of && (
        <DateField
          label={t.milestones.done}
          value={doneOn}
          onChange={setDone}
          onInvalid={setWrong}
        />
      )}
      <TextArea label={t.note} value={note} onChange={setNote} rows={2} maxLength={2000} />
      {of && <CheckField label={t.takeBack} value={withdrawn} onChange={setBack} />}
      {asked && <ReasonField moved={moved} value={reason} onChange={setReason} />}
    </FormDialog>
  )
}
