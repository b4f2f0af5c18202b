// What deadlines follow: named events with their days, and the province's own rules.
import '../../web/ui/register.css'
import './assignments.css'
import './counts.css'
import { useState } from 'react'
import { Link } from 'wouter'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { AssignmentNav } from './AssignmentNav.tsx'
import { DeadlineSetting } from './DeadlineSetting.tsx'
import { en, vi } from './deadline-texts.ts'
import { EventDialog } from './EventDialog.tsx'
import type { EventView } from './event-contract.ts'
import { addressOf } from './useChosen.tsx'
import { useEvents } from './useEvents.tsx'

export function DeadlinePage() {
  const t = useTexts(vi, en)
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} />
      <AssignmentNav />
      <Events />
      <DeadlineSetting />
    </div>
  )
}

function Events() {
  const { events: t } = useTexts(vi, en)
  const { can } = useSession()
  const [open, setOpen] = useState<EventView | 'new' | null>(null)
  const { data, error, refetch } = useEvents()
  return (
    <section className="register-section" aria-labelledby="events">
      <h2 id="events">{t.title}</h2>
      <p className="muted count-rule">{t.intro}</p>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.events.length === 0 ? (
        <p>{t.none}.</p>
      ) : (
        <div className="table-frame">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.day}</th>
                <th scope="col" className="number">
                  {t.tasks}
                </th>
                {can.manageTasks && <td />}
              </tr>
            </thead>
            <tbody>
              {data.events.map((event) => (
                <tr key={event.id}>
                  <th scope="row">{event.name}</th>
                  <td data-label={t.day}>
                    {event.day ? formatDate(event.day) : <span className="muted">{t.noDay}</span>}
                    {event.conferenceId && (
                      <Link className="assignment-note" href={`/conferences/${event.conferenceId}`}>
                        {t.fromConference}
                      </Link>
                    )}
                  </td>
                  <td className="number" data-label={t.tasks}>
                    {event.tasks === 0 ? (
                      '0'
                    ) : (
                      <Link
                        href={addressOf('/assignments', { event: event.id })}
                        aria-label={t.seeTasks(event.tasks, event.name)}
                      >
                        {event.tasks}
                      </Link>
                    )}
                  </td>
                  {can.manageTasks && (
                    <td>
                      <Button
                        small
                        look="plain"
                        aria-label={t.editOne(event.name)}
                        onClick={() => setOpen(event)}
                      >
                        {t.edit}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {can.manageTasks && (
        <p className="events-add">
          <Button onClick={() => setOpen('new')}>{t.add}</Button>
        </p>
      )}
      {open && <EventDialog event={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  )
}
