// How far what is kept can be trusted: complete or not, of when, until when; and whether one is offline.
import './offline.css'
import { ApiProblem, problemText } from '../api.ts'
import { formatInstant } from '../format.ts'
import { useTexts } from '../language.tsx'
import { Notice } from '../ui/States.tsx'
import { Status } from '../ui/Status.tsx'
import { completeness } from './set.ts'
import type { TabletState } from './tablet.ts'
import { en, vi } from './texts.ts'
import { useOnline } from './useTablet.ts'

export function Banner({ tablet }: { tablet: TabletState }) {
  const t = useTexts(vi, en)
  const online = useOnline()
  const { head, kept, problem, notes, busy } = tablet
  if (!head) return null
  const when = formatInstant(new Date(head.contactAt).toISOString())
  const { there, total } = completeness(head.conferences, kept)
  const away = !online || (problem instanceof ApiProblem && problem.status === 0)
  const unsent = notes.filter((note) => note.waiting).length
  return (
    <div className="tablet-banner" role="status">
      <Status tone={there === total ? 'good' : 'warn'}>
        {there === total ? t.complete(total) : t.incomplete(there, total)}
      </Status>
      <Status tone={away ? 'warn' : 'neutral'}>{away ? t.offline(when) : t.inStep(when)}</Status>
      {busy && <span className="muted">{t.taking}</span>}
      {unsent > 0 && <span className="muted">{t.notSent(unsent)}</span>}
      {problem !== null && !away && (
        <Notice tone="warn">
          {t.contactFailed}: {problemText(problem).title}
        </Notice>
      )}
    </div>
  )
}
