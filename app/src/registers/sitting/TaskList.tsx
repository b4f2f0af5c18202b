// Tasks of a decision: those that were read in its text and wait to be confirmed, and those confirmed.
import { useState } from 'react'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { DateField } from '../../web/ui/Field.tsx'
import { Status } from '../../web/ui/Status.tsx'
import type { TaskView } from './contract.ts'
import { newId } from './newId.ts'
import { confirmedTask, type KnownBody, type Matched, type ProposedTask } from './tasks.ts'
import { en, vi } from './texts.ts'

interface TaskListProps {
  proposed: readonly ProposedTask[]
  confirmed: readonly TaskView[]
  bodies: readonly KnownBody[]
  onConfirm: (task: TaskView) => void
  onDrop: (id: string) => void
}

export function TaskList({ proposed, confirmed, bodies, onConfirm, onDrop }: TaskListProps) {
  const t = useTexts(vi, en)
  if (proposed.length === 0 && confirmed.length === 0) return null
  const nameOf = (id: string | null, text: string | null) =>
    bodies.find((body) => body.id === id)?.name ?? text
  return (
    <section className="sitting-tasks" aria-label={t.tasks}>
      <h3>{t.tasks}</h3>
      <ul className="plain-list">
        {confirmed.map((task) => (
          <li key={task.id} className="sitting-task">
            <Status tone="good">{t.confirmed}</Status> {task.action}
            <p className="muted">
              {t.lead}: {nameOf(task.leadId, task.leadText) ?? t.unnamed}
              {task.cooperating.length > 0 &&
                ` · ${t.cooperating}: ${task.cooperating.map((one) => nameOf(one.id, one.text)).join(', ')}`}
              {` · ${t.deadline}: ${task.deadline ? formatDate(task.deadline) : (task.deadlineText ?? t.noDeadline)}`}
            </p>
            <Button small look="plain" onClick={() => onDrop(task.id)}>
              {t.dropTask}
            </Button>
          </li>
        ))}
        {proposed.map((task) => (
          <Proposed
            key={`${task.start}-${task.action}`}
            task={task}
            bodies={bodies}
            onConfirm={onConfirm}
          />
        ))}
      </ul>
    </section>
  )
}

interface ProposedProps {
  task: ProposedTask
  bodies: readonly KnownBody[]
  onConfirm: (task: TaskView) => void
}

/** What is not known for sure is asked; a body that is none of ours is kept as written only when one says so. */
function Proposed({ task, bodies, onConfirm }: ProposedProps) {
  const t = useTexts(vi, en)
  const [chosen, setChosen] = useState<Record<string, string | null>>({})
  const [deadline, setDeadline] = useState<string | null>(null)
  const names = [...(task.lead ? [task.lead] : []), ...task.cooperating]
  const open = names.filter(({ id, text }) => id === null && chosen[text] === undefined)
  const settled = (one: Matched): Matched => ({ ...one, id: one.id ?? chosen[one.text] ?? null })
  const confirm = () =>
    onConfirm(
      confirmedTask(
        {
          ...task,
          lead: task.lead && settled(task.lead),
          cooperating: task.cooperating.map(settled),
          deadline: task.deadline ?? deadline,
        },
        newId(),
      ),
    )
  return (
    <li className="sitting-task">
      <Status tone="warn">{t.proposed}</Status> {task.action}
      <p className="muted">
        {t.lead}: {shown(task.lead, bodies) ?? t.unnamed}
        {task.cooperating.length > 0 &&
          ` · ${t.cooperating}: ${task.cooperating.map((one) => shown(one, bodies)).join(', ')}`}
        {` · ${t.deadline}: ${task.deadline ? formatDate(task.deadline) : (task.deadlineText ?? t.noDeadline)}`}
        {task.deliverable && ` · ${t.deliverable}: ${task.deliverable}`}
      </p>
      {names
        .filter(({ id }) => id === null)
        .map((one) => (
          <div key={one.text} className="row">
            <Combobox
              label={t.whichBody(one.text)}
              hint={one.among.length > 1 ? t.ambiguous(one.among.length) : t.unknownBody}
              options={optionsFor(one, bodies)}
              value={chosen[one.text] ?? null}
              onChange={(id) => setChosen((former) => ({ ...former, [one.text]: id }))}
            />
            <Button small onClick={() => setChosen((former) => ({ ...former, [one.text]: null }))}>
              {t.asWritten(one.text)}
            </Button>
          </div>
        ))}
      {task.deadline === null && (
        <DateField label={t.deadline} value={deadline} onChange={setDeadline} />
      )}
      <Button small look="primary" data-confirm-task disabled={open.length > 0} onClick={confirm}>
        {t.confirmTask}
      </Button>
    </li>
  )
}

const shown = (one: Matched | null, bodies: readonly KnownBody[]): string | null =>
  one === null ? null : (bodies.find((body) => body.id === one.id)?.name ?? `“${one.text}”?`)

/** The bodies that could be meant, or all where none is known. */
const optionsFor = ({ among }: Matched, bodies: readonly KnownBody[]) =>
  bodies
    .filter(({ id }) => among.length === 0 || among.includes(id))
    .map(({ id, name, also }) => ({ value: id, label: name, also }))
