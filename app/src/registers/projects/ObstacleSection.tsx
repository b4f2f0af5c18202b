// Obstacles of a project: who removes one by when, what ordered that.
import { useState } from 'react'
import { Link } from 'wouter'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Status } from '../../web/ui/Status.tsx'
import type { ProjectView } from './contract.ts'
import { workTones } from './MilestoneSection.tsx'
import { ObstacleDialog, ResolveDialog } from './ObstacleDialogs.tsx'
import type { ProjectObstacleView } from './work-contract.ts'
import { en, vi } from './work-texts.ts'

export function ObstacleSection({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en)
  const [adding, setAdding] = useState(false)
  const [of, open] = useState<{ act: 'change' | 'resolve'; one: ProjectObstacleView } | null>(null)
  const shut = () => open(null)
  const may = project.mayEnter && project.closedOn === null
  const { obstacles } = project.work
  return (
    <section className="register-section" aria-labelledby="project-obstacles">
      <h2 id="project-obstacles">{t.obstacles.title}</h2>
      {may && (
        <p className="project-action">
          <Button small onClick={() => setAdding(true)}>
            {t.obstacles.add}
          </Button>
        </p>
      )}
      {obstacles.length === 0 ? (
        <p className="muted">{t.obstacles.none}</p>
      ) : (
        <div className="table-frame">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t.obstacles.body}</th>
                <th scope="col">{t.obstacles.owner}</th>
                <th scope="col">{t.due}</th>
                <th scope="col">{t.obstacles.orderedBy}</th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {obstacles.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.body}
                    <span className="source-note muted">
                      {t.obstacles.kinds[one.kind]}, {t.obstacles.since.toLocaleLowerCase('vi')}{' '}
                      {formatDate(one.since)}
                    </span>
                    {may && (
                      <span className="source-note row on-screen">
                        {one.resolvedOn === null && (
                          <Button
                            small
                            look="plain"
                            aria-label={t.of(t.obstacles.resolve, one.body)}
                            onClick={() => open({ act: 'resolve', one })}
                          >
                            {t.obstacles.resolve}
                          </Button>
                        )}
                        <Button
                          small
                          look="plain"
                          aria-label={t.of(t.change, one.body)}
                          onClick={() => open({ act: 'change', one })}
                        >
                          {t.change}
                        </Button>
                      </span>
                    )}
                  </th>
                  <td data-label={t.obstacles.owner}>
                    {one.owner?.name ?? '–'}
                    <span className="source-note muted">
                      {t.of(t.obstacles.level, t.obstacles.levels[one.level])}
                    </span>
                  </td>
                  <td data-label={t.due}>
                    {formatDate(one.dueOn) || '–'}
                    {one.firstDueOn && (
                      <span className="source-note muted">
                        {t.moved(formatDate(one.firstDueOn))}
                      </span>
                    )}
                  </td>
                  <td data-label={t.obstacles.orderedBy}>
                    <OrderedBy one={one} />
                  </td>
                  <td data-label={t.state}>
                    <Status tone={workTones[one.state]}>{t.states[one.state]}</Status>
                    {one.resolvedOn && (
                      <span className="source-note">
                        {t.doneOn(formatDate(one.resolvedOn))}: {one.resolution}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && <ObstacleDialog project={project} onClose={() => setAdding(false)} />}
      {of?.act === 'change' && <ObstacleDialog project={project} of={of.one} onClose={shut} />}
      {of?.act === 'resolve' && <ResolveDialog of={of.one} onClose={shut} />}
    </section>
  )
}

/** The task or the document that ordered it, as far as the reader may know of it. */
function OrderedBy({ one: { task, document, ordered, takenBack } }: { one: ProjectObstacleView }) {
  const t = useTexts(vi, en)
  if (task) return <Link href={`/assignments?task=${task.id}`}>{task.action}</Link>
  if (document) return <Link href={`/documents/${document.id}`}>{document.title}</Link>
  if (takenBack) return <span className="muted">{t.obstacles.takenBack(takenBack)}</span>
  return <span className="muted">{ordered ? t.obstacles.hidden : '–'}</span>
}
