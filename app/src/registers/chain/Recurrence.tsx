// What came back: at how many of the last conferences, since when, and what was ordered each time.
import './chain.css'
import { Link } from 'wouter'
import { formatDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import { stateTones, taskAddress } from '../assignments/AssignmentTable.tsx'
import { en as assignmentsEn, vi as assignmentsVi } from '../assignments/texts.ts'
import type { OrderView, RecurrenceView } from './review-contract.ts'
import { en, vi } from './texts.ts'

export function RecurrenceList({ recurrences }: { recurrences: readonly RecurrenceView[] }) {
  const { language } = useLanguage()
  return (
    <ul className="plain-list">
      {recurrences.map((one) => (
        <li key={one.topic}>
          <strong>{language === 'en' ? one.nameEn : one.nameVi}</strong>:{' '}
          <RecurrenceWords recurrence={one} />
        </li>
      ))}
    </ul>
  )
}

/** “Raised at 4 of the last 6 conferences, first on …, ordered each time: …” */
export function RecurrenceWords({ recurrence }: { recurrence: RecurrenceView }) {
  const t = useTexts(vi, en)
  const { raised, of, first, times, body } = recurrence
  const everyTime = raised > 1 && times.every(({ orders }) => orders.length > 0)
  const start = [t.raised(raised, of), body && t.raisedBy(body)].filter(Boolean).join(' ')
  return (
    <>
      {[start, first && t.first(formatDate(first)), everyTime ? t.each : t.ordered]
        .filter(Boolean)
        .join(', ')}
      <ul className="chain-times">
        {times.map(({ conference, sentences, orders }) => (
          <li key={conference.id}>
            <Link href={`/conferences/${conference.id}`}>{conference.title}</Link>{' '}
            {sentences.map(({ id, source }) => (
              <SourceLink key={id} source={source} />
            ))}
            {orders.length === 0 ? (
              <span className="muted"> {t.noOrder}</span>
            ) : (
              <ul className="chain-orders">
                {orders.map((order) => (
                  <Order key={order.id} order={order} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Order({ order }: { order: OrderView }) {
  const t = useTexts(vi, en)
  const words = useTexts(assignmentsVi, assignmentsEn)
  return (
    <li>
      <Link href={taskAddress(order.id)}>{order.action}</Link>{' '}
      <span className="muted">{order.lead ?? t.nobody}</span>{' '}
      <Status tone={stateTones[order.state]}>{words.state[order.state]}</Status>{' '}
      {order.by !== 'confirmed' && <Chip>{t.by[order.by]}</Chip>}
    </li>
  )
}
