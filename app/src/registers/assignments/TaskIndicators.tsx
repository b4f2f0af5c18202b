// The indicators that a task is to move, each with its newest figure; whoever keeps the registers adds and removes.
import { useState } from 'react'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { useSaved } from '../../web/useSaved.ts'
import type { chainRoutes } from '../chain/contract.ts'
import { Figure } from '../indicators/Figure.tsx'
import { reportedIsNewer } from '../indicators/figure.ts'
import { ReportedNewest } from '../indicators/ReportedNewest.tsx'
import { useIndicatorOptions } from '../indicators/useIndicatorOptions.tsx'
import type { AssignmentDetail, TaskIndicator } from './contract.ts'
import { en, vi } from './texts.ts'

type Verdict = 'confirmed' | 'refused'

/** Says whether the task is about an indicator; `version` of what was said before, 0 for the first time. */
function useSaid(taskId: string, onDone?: () => void) {
  const t = useTexts(vi, en)
  return useSaved({
    send: (one: { id: string; version: number; verdict: Verdict }) =>
      request<typeof chainRoutes.link>('put', '/api/chain-links', {
        body: {
          from: { kind: 'assignment', id: taskId },
          to: { kind: 'indicator', id: one.id },
          verdict: one.verdict,
        },
        version: one.version,
      }),
    keys: ['assignments', 'chain'],
    words: t.acted,
    onDone,
  })
}

export function TaskIndicators({ task }: { task: AssignmentDetail }) {
  const t = useTexts(vi, en).indicators
  const [adding, setAdding] = useState(false)
  if (task.indicators.length === 0 && !task.mayLink) return null
  return (
    <section className="register-section" aria-labelledby="task-indicators">
      <h2 id="task-indicators">{t.title}</h2>
      {task.indicators.length === 0 && <p className="muted">{t.none}</p>}
      <ul className="plain-list">
        {task.indicators.map((one) => (
          <Line key={one.indicator.id} task={task} one={one} />
        ))}
      </ul>
      {task.mayLink && (
        <Button small onClick={() => setAdding(true)}>
          {t.add}
        </Button>
      )}
      {adding && <AddDialog task={task} onClose={() => setAdding(false)} />}
    </section>
  )
}

/** The projects that a task belongs to: linked on their pages. */
export function TaskProjects({ task: { projects } }: { task: AssignmentDetail }) {
  const t = useTexts(vi, en)
  if (projects.length === 0) return null
  return (
    <section className="register-section" aria-labelledby="task-projects">
      <h2 id="task-projects">{t.projects}</h2>
      <ul className="plain-list">
        {projects.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/projects/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ task, one }: { task: AssignmentDetail; one: TaskIndicator }) {
  const t = useTexts(vi, en).indicators
  const { language } = useLanguage()
  const { indicator, reported, version } = one
  const newer = reportedIsNewer(reported, one.latest) ? reported : null
  const latest = newer ? null : one.latest
  const said = useSaid(task.id)
  const name = language === 'en' ? indicator.nameEn || indicator.nameVi : indicator.nameVi
  return (
    <li>
      <Link href={`/indicators/${indicator.id}`}>{name}</Link>
      {': '}
      {latest ? (
        <>
          <Figure observation={latest} /> {latest.period?.label}
        </>
      ) : newer ? (
        <ReportedNewest indicator={indicator} figure={newer} />
      ) : (
        <span className="muted">{t.noFigure}</span>
      )}
      <span className="source-note row">
        {latest && <SourceLink source={latest.source}>{latest.source.documentTitle}</SourceLink>}
        {task.mayLink && (
          <Button
            small
            look="plain"
            aria-label={t.removeOf(name)}
            disabled={said.isPending}
            onClick={() => said.mutate({ id: indicator.id, version, verdict: 'refused' })}
          >
            {t.remove}
          </Button>
        )}
      </span>
      <FormError error={said.error} />
    </li>
  )
}

function AddDialog({ task, onClose }: { task: AssignmentDetail; onClose: () => void }) {
  const t = useTexts(vi, en).indicators
  const [id, setId] = useState<string | null>(null)
  const said = useSaid(task.id, onClose)
  const there = new Set(task.indicators.map(({ indicator }) => indicator.id))
  const former = task.formerIndicators.find((one) => one.id === id)
  const options = useIndicatorOptions().filter(({ value }) => !there.has(value))
  return (
    <FormDialog
      title={t.add}
      change={{
        ...said,
        mutate: () =>
          id && said.mutate({ id, version: former?.version ?? 0, verdict: 'confirmed' }),
      }}
      ready={id !== null}
      onClose={onClose}
    >
      <p>{task.action}</p>
      <Combobox label={t.indicator} options={options} value={id} onChange={setId} />
    </FormDialog>
  )
}
