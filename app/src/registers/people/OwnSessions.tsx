// Where one is signed in: end one session, or all.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ownSessionRoutes } from '../../http/session-contract.ts'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { en, vi } from './signtexts.ts'

const key = ['own-sessions']

export function OwnSessions() {
  const t = useTexts(vi, en).sessions
  const { setSession } = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      request<typeof ownSessionRoutes.list>('get', '/api/sessions', { signal }),
  })
  const end = useMutation({
    mutationFn: (id: string) =>
      request<typeof ownSessionRoutes.end>('delete', '/api/sessions/{id}', { params: { id } }),
    onSuccess: () => toast.show({ text: t.ended }),
    onError: toast.showError,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  const endAll = useMutation({
    mutationFn: () => request<typeof ownSessionRoutes.endAll>('delete', '/api/sessions'),
    onSuccess: setSession,
    onError: toast.showError,
  })
  if (!data) {
    return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <Loading />
  }
  return (
    <section className="panel padded stack" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{t.title}</h2>
      <p className="muted">{t.intro}</p>
      <ul className="grant-list">
        {data.sessions.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{one.device || t.unknown}</strong>{' '}
              {one.present && <Status tone="good">{t.present}</Status>}
              <span className="muted">
                {' '}
                {[
                  t.from(one.network),
                  t.since(formatInstant(one.since)),
                  t.lastSeen(formatInstant(one.lastSeen)),
                ].join(' · ')}
              </span>
            </span>
            {!one.present && (
              <Button
                small
                onClick={() => end.mutate(one.id)}
                disabled={end.isPending}
                aria-label={t.endOf(one.device || t.unknown)}
              >
                {t.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button look="danger" onClick={() => endAll.mutate()} disabled={endAll.isPending}>
          {t.endAll}
        </Button>{' '}
        <span className="muted">{t.endAllHint}</span>
      </div>
    </section>
  )
}
