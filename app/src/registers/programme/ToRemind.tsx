// Who is to be reminded of what, at the distances that were chosen. Notifications go out by themselves (reminder-store.ts).
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { CheckField } from '../../web/ui/Field.tsx'
import { Status } from '../../web/ui/Status.tsx'
import type { EntryView } from './contract.ts'
import { distances, isOpen, reminderOf, usualDistances } from './programme.ts'
import { en, vi } from './texts.ts'

export function ToRemind({ entries }: { entries: readonly EntryView[] }) {
  const t = useTexts(vi, en).remind
  const [chosen, setChosen] = useState(usualDistances)
  const today = todayInVietnam()
  const due = entries
    .flatMap((entry) => {
      if (!isOpen(entry.state) || entry.dueOn === null) return []
      const reminder = reminderOf(entry.dueOn, chosen, today)
      return reminder ? [{ entry, reminder }] : []
    })
    .toSorted((a, b) => a.reminder.left - b.reminder.left)
  return (
    <details className="panel programme-remind" open={due.length > 0}>
      <summary>
        {t.title} ({due.length})
      </summary>
      <div className="row">
        <span className="muted">{t.detail}</span>
        {distances.map((distance) => (
          <CheckField
            key={distance}
            label={t.days(distance)}
            value={chosen.includes(distance)}
            onChange={(on) =>
              setChosen(on ? [...chosen, distance] : chosen.filter((one) => one !== distance))
            }
          />
        ))}
      </div>
      {due.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <ul className="plain-list">
          {due.map(({ entry, reminder }) => (
            <li key={entry.id}>
              <Status tone={reminder.left < 0 ? 'bad' : 'warn'}>
                {reminder.left < 0 ? t.past(-reminder.left) : t.left(reminder.left)}
              </Status>{' '}
              <strong>{entry.preparing?.name ?? t.nobody}</strong>: {entry.title}{' '}
              <span className="muted">
                {formatDate(entry.dueOn)}
                {reminder.next.length > 0 &&
                  ` · ${t.next(reminder.next.map(formatDate).join(', '))}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
