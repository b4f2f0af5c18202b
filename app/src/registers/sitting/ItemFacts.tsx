// What is known of an item at a glance: who submits, what is asked, positions, what was ordered last time.
import { Link } from 'wouter'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import { en as conferenceEn, vi as conferenceVi } from '../conferences/texts.ts'
import type { SittingItem } from './contract.ts'
import { en, vi } from './texts.ts'

export function ItemFacts({ item }: { item: SittingItem }) {
  const t = useTexts(vi, en)
  return (
    <dl className="facts">
      <div>
        <dt>{t.submitter}</dt>
        <dd>{item.submitter?.name ?? t.unnamed}</dd>
      </div>
      <div>
        <dt>{t.asked}</dt>
        <dd>{t.askedFor[item.asked]}</dd>
      </div>
    </dl>
  )
}

export function Positions({ item }: { item: SittingItem }) {
  const t = useTexts(vi, en)
  const given = item.positions ?? []
  if (given.length === 0) return null
  const groups = Map.groupBy(given, (one) => one.position)
  return (
    <section>
      <h3>{t.positions}</h3>
      {(['object', 'haveOpinion', 'noObjection'] as const).flatMap((position) => {
        const group = groups.get(position)
        return group
          ? [
              <p key={position}>
                <Chip>
                  {t.position[position]}: {group.length}
                </Chip>{' '}
                {group.map((one) => (one.body ? `${one.name}: ${one.body}` : one.name)).join('; ')}
              </p>,
            ]
          : []
      })}
    </section>
  )
}

export function Earlier({ item }: { item: SittingItem }) {
  const t = useTexts(vi, en)
  const words = useTexts(conferenceVi, conferenceEn)
  return (
    <section>
      <h3>{t.earlier}</h3>
      {item.earlier.length === 0 && <p className="muted">{t.noEarlier}</p>}
      {item.earlier.map((one) => (
        <article key={one.itemId}>
          <h4>
            <Link href={`/conferences/${one.conferenceId}?tab=proceedings&item=${one.itemId}`}>
              {one.conference}
            </Link>{' '}
            {one.outcome && <Chip>{words.outcome[one.outcome]}</Chip>}
          </h4>
          <pre className="sitting-quote">{one.body}</pre>
          <ul className="plain-list">
            {one.tasks.map((task) => (
              <li key={task.id}>
                <Link href={`/assignments?task=${task.id}`}>{task.action}</Link>{' '}
                <span className="muted">
                  {task.lead ?? t.unnamed}
                  {task.deadline && ` · ${t.deadline} ${formatDate(task.deadline)}`} ·{' '}
                  {task.doneOn ? t.doneOn(formatDate(task.doneOn)) : t.openTask}
                </span>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
}
