// The roll call on one screen: one press a person, big enough for a tablet; the count and the quorum stay in sight.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { PlanView } from '../conferences/plan-contract.ts'
import type { InvitationListView, InvitationView, invitationRoutes } from './contract.ts'
import type { Attendance, Presence } from './invitation.ts'
import { en, vi } from './texts.ts'

const attendances = ['present', 'absent', 'excused'] as const

interface RollCallProps {
  plan: PlanView
  list: InvitationListView
  onBack: () => void
}

interface Mark {
  id: string
  version: number
  attendance: Attendance | null
}

export function RollCall({ plan, list, onBack }: RollCallProps) {
  const t = useTexts(vi, en).roll
  const client = useQueryClient()
  const toast = useToast()
  const key = ['conferences', plan.id, 'invitations']
  const call = useMutation({
    mutationFn: (marks: Mark[]) =>
      request<typeof invitationRoutes.rollCall>('post', '/api/conferences/{id}/roll-call', {
        params: { id: plan.id },
        body: { marks },
      }),
    onSuccess: (now) => client.setQueryData(key, now),
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'versionOld') {
        toast.show({ text: t.changed })
      } else toast.showError(error)
      return client.invalidateQueries({ queryKey: key })
    },
  })
  const rows = list.invitations.filter((one) => one.withdrawnAt === null)
  const left = rows.filter((one) => one.attendance === null)
  const mark = (ones: readonly InvitationView[], attendance: Attendance | null) =>
    call.mutate(ones.map(({ id, version }) => ({ id, version, attendance })))
  return (
    <section className="stack" aria-labelledby="roll-call">
      <div className="row">
        <h2 id="roll-call">{t.title}</h2>
        <Button look="plain" onClick={onBack}>
          {t.back}
        </Button>
      </div>
      <PresenceLine list={list} />
      <ul className="roll">
        {rows.map((one) => (
          <li key={one.id}>
            <span className="roll-name">
              <strong>{one.name}</strong>
              <span className="muted">
                {[one.title, one.substitute, one.arrivedAt && t.arrived(clock(one.arrivedAt))]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <fieldset className="roll-buttons" aria-label={t.label(one.name)}>
              {attendances.map((value) => (
                <button
                  key={value}
                  type="button"
                  className={`button big ${value}`}
                  aria-pressed={one.attendance === value}
                  disabled={call.isPending}
                  onClick={() => mark([one], one.attendance === value ? null : value)}
                >
                  {t[value]}
                </button>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <div className="row">
          <Button onClick={() => mark(left, 'present')} disabled={call.isPending}>
            {t.rest(left.length)}
          </Button>
        </div>
      )}
    </section>
  )
}

const clock = (instant: string): string => formatInstant(instant).slice(-5)

/** Body by body, where several hold the conference: how many of each are there, and of how many. */
export const bodyWords = (
  { bodies, seatless }: Pick<Presence, 'bodies' | 'seatless'>,
  t: Pick<typeof vi.roll, 'ofBody' | 'seatless'>,
): string[] => [
  ...bodies.map((one) => t.ofBody(one.name, one.present, one.members, one.needed)),
  ...(seatless > 0 ? [t.seatless(seatless)] : []),
]

/** How many are there, and whether they are enough. */
export function PresenceLine({ list }: { list: InvitationListView }) {
  const t = useTexts(vi, en).roll
  const { presence } = list
  if (!presence) return null
  const asked = [presence, ...presence.bodies].some(({ needed }) => needed !== null)
  return (
    <p className="presence" role="status">
      <strong>{t.count(presence.present, presence.members)}</strong>
      {!asked && <Status tone="neutral">{t.unknown}</Status>}
      {presence.reached !== null && (
        <Status tone={presence.reached ? 'good' : 'warn'}>
          {presence.reached ? t.reached : t.notReached}
        </Status>
      )}
      <span className="muted">
        {[
          presence.needed !== null && t.needed(presence.needed),
          ...bodyWords(presence, t),
          t.all(presence.presentInAll, presence.everybody),
          presence.notMarked > 0 && t.left(presence.notMarked),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  )
}
