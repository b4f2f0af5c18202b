// The private address of one's own calendar, on "my account": make, replace, stop.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { calendarRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

const key = ['own-calendar']

export function CalendarFeed() {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  const [made, setMade] = useState<string | null>(null)
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      request<typeof calendarRoutes.get>('get', '/api/session/calendar', { signal }),
  })
  const renew = useMutation({
    mutationFn: () => request<typeof calendarRoutes.renew>('post', '/api/session/calendar'),
    onSuccess: ({ path }) => setMade(window.location.origin + path),
    onError: toast.showError,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  const revoke = useMutation({
    mutationFn: () => request<typeof calendarRoutes.revoke>('delete', '/api/session/calendar'),
    onSuccess: () => {
      setMade(null)
      toast.show({ text: t.revoked })
    },
    onError: toast.showError,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  if (!data) return null
  const busy = renew.isPending || revoke.isPending
  return (
    <section className="panel padded stack" aria-labelledby="own-calendar">
      <h2 id="own-calendar">{t.title}</h2>
      <p className="muted">{t.intro}</p>
      <p>{data.madeAt ? t.since(formatInstant(data.madeAt)) : t.none}</p>
      {made && (
        <>
          <Notice tone="warn" alert>
            {t.once}
          </Notice>
          <TextField label={t.address} value={made} onChange={() => {}} readOnly />
        </>
      )}
      <div className="row">
        <Button onClick={() => renew.mutate()} disabled={busy}>
          {data.madeAt ? t.renew : t.make}
        </Button>
        {data.madeAt && (
          <Button look="danger" onClick={() => revoke.mutate()} disabled={busy}>
            {t.revoke}
          </Button>
        )}
      </div>
    </section>
  )
}
