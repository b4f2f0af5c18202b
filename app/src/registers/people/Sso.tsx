// Signing in through the identity provider: the button that leads there, and the way back.
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { ssoRoutes } from '../../http/session-contract.ts'
import { ApiProblem, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { Door } from './Door.tsx'
import { en, vi } from './signtexts.ts'

function useLeave() {
  return useMutation({
    mutationFn: (provinceId?: number) =>
      request<typeof ssoRoutes.begin>('post', '/api/session/sso/begin', { body: { provinceId } }),
    onSuccess: ({ address }) => window.location.assign(address),
  })
}

export function SsoButton({ name }: { name: string }) {
  const t = useTexts(vi, en).sso
  const leave = useLeave()
  return (
    <>
      <p className="muted">{t.or}</p>
      <FormError error={leave.error} />
      <Button onClick={() => leave.mutate(undefined)} disabled={leave.isPending}>
        {t.with(name)}
      </Button>
    </>
  )
}

/** The screen the provider sends people back to. */
export function SsoReturn() {
  const t = useTexts(vi, en).sso
  const { setSession } = useSession()
  const [, navigate] = useLocation()
  const [query] = useState(() => window.location.search.slice(1))
  const leave = useLeave()
  const { mutate, error } = useMutation({
    mutationFn: () =>
      request<typeof ssoRoutes.finish>('post', '/api/session/sso/finish', { body: { query } }),
    onSuccess(session) {
      navigate('/', { replace: true })
      setSession(session)
    },
  })
  useEffect(() => {
    // What it brought serves once: it must not stay in the address bar or be sent again.
    window.history.replaceState(null, '', '/sso')
    mutate()
  }, [mutate])
  const choices = provincesOf(error)
  return (
    <Door title={t.returning} onSubmit={() => navigate('/', { replace: true })}>
      {choices.length > 0 ? (
        <Notice alert>{t.choose}</Notice>
      ) : (
        <FormError error={error ?? leave.error} />
      )}
      {choices.map(({ id, name }) => (
        <Button key={id} onClick={() => leave.mutate(id)} disabled={leave.isPending}>
          {name}
        </Button>
      ))}
      {error && (
        <Button look="primary" type="submit">
          {t.again}
        </Button>
      )}
    </Door>
  )
}

/** The provinces to choose from, where the server names several. */
export function provincesOf(error: unknown): { id: number; name: string }[] {
  if (!(error instanceof ApiProblem) || error.code !== 'provinceAmbiguous') return []
  return Array.isArray(error.body.provinces) ? error.body.provinces : []
}
