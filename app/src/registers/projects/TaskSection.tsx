// The tasks of a project, each with where it stands; whoever keeps the project links them.
import { useState } from 'react'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { stateTones } from '../assignments/AssignmentTable.tsx'
import { en as assignmentsEn, vi as assignmentsVi } from '../assignments/texts.ts'
import { Chosen } from '../instruments/DutyDialogs.tsx'
import { useTaskSearch } from '../instruments/useInstruments.tsx'
import type { ProjectView, projectRoutes } from './contract.ts'
import { type OneProject, useProjectChange } from './ProjectDialogs.tsx'
import { en, vi } from './work-texts.ts'

export function TaskSection({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en).tasks
  const words = useTexts(assignmentsVi, assignmentsEn)
  const [linking, setLinking] = useState(false)
  const may = project.mayManage && project.closedOn === null
  const { tasks } = project
  if (tasks.length === 0 && !may) return null
  return (
    <section className="register-section" aria-labelledby="project-tasks">
      <h2 id="project-tasks">{t.title}</h2>
      {may && (
        <p className="project-action">
          <Button small onClick={() => setLinking(true)}>
            {t.link}
          </Button>
        </p>
      )}
      {tasks.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <ul className="plain-list">
          {tasks.map((task) => (
            <li key={task.id}>
              <Link href={`/assignments?task=${task.id}`}>{task.action}</Link>{' '}
              <Status tone={stateTones[task.state]}>{words.state[task.state]}</Status>
              <span className="source-note muted">
                {[task.leadText, formatDate(task.deadline)].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {linking && <TasksDialog project={project} onClose={() => setLinking(false)} />}
    </section>
  )
}

function TasksDialog({ project, onClose }: OneProject) {
  const t = useTexts(vi, en).tasks
  const [ids, setIds] = useState<readonly string[]>(project.tasks.map(({ id }) => id))
  const tasks = useTaskSearch(project.tasks.map(({ id, action }) => ({ value: id, label: action })))
  const save = useProjectChange(
    () =>
      request<typeof projectRoutes.tasks>('put', '/api/projects/{id}/tasks', {
        params: { id: project.id },
        version: project.version,
        body: { assignmentIds: [...ids] },
      }),
    onClose,
    ['assignments'],
  )
  return (
    <FormDialog title={t.link} change={save} ready onClose={onClose}>
      <p className="muted">{project.name}</p>
      <Chosen ids={ids} options={tasks.all} onChange={setIds} />
      <Combobox
        label={t.task}
        options={tasks.options.filter(({ value }) => !ids.includes(value))}
        onTyped={tasks.onTyped}
        value={null}
        onChange={(id) => {
          if (!id) return
          tasks.keep(id)
          setIds([...ids, id])
        }}
      />
    </FormDialog>
  )
}
