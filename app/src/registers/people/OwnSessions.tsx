// Where one is signed in: end one session, or all.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ownSessionRoutes } from '../../http/session-contract.ts'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { useSignOut } from '../../web/useSignOut.tsx'
import { en, vi } from './signtexts.ts'

const key = ['own-sessions']

export function OwnSessions() {
  const t = useTexts(vi, en).sessions
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
  const signOut = useSignOut(() =>
    request<typeof ownSessionRoutes.endAll>('delete', '/api/sessions'),
  )
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
        <Button look="danger" onClick={signOut.start} disabled={signOut.busy}>
          {t.endAll}
        </Button>{' '}
        <span className="muted">{t.endAllHint}</span>
        {signOut.dialog}
      </div>
    </section>
  )
}
