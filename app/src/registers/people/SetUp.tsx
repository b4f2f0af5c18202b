// The first set-up, behind the one-time token that the terminal printed (`/setup#token=…`).
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { sessionRoutes } from '../../http/session-contract.ts'
import { request } from '../../web/api.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { Door } from './Door.tsx'
import { en, vi } from './texts.ts'

export function SetUp() {
  const t = useTexts(vi, en).setUp
  const { language } = useLanguage()
  const { setSession } = useSession()
  const [, navigate] = useLocation()
  const [given] = useState(() => tokenIn(window.location))
  const [form, setForm] = useState({
    token: given,
    provinceName: '',
    name: '',
    address: '',
    password: '',
  })
  const [repeat, setRepeat] = useState('')
  const [tried, setTried] = useState(false)
  const setUp = useMutation({
    mutationFn: () =>
      request<typeof sessionRoutes.setUp>('post', '/api/setup', {
        body: { ...form, token: form.token.trim(), locale: language },
      }),
    onSuccess(session) {
      navigate('/', { replace: true })
      setSession(session)
    },
  })
  const field = (name: keyof typeof form) => ({
    label: t[name],
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    required: true,
  })
  const differs = form.password !== repeat
  const complete = Object.values(form).every((value) => value.trim() !== '') && !differs

  return (
    <Door
      title={t.title}
      onSubmit={() => {
        setTried(true)
        if (complete) setUp.mutate()
      }}
    >
      <p className="muted">{t.intro}</p>
      <FormError error={setUp.error} />
      {!given && <TextField {...field('token')} hint={t.tokenHint} autoComplete="off" autoFocus />}
      <TextField
        {...field('provinceName')}
        hint={t.provinceHint}
        autoComplete="off"
        autoFocus={Boolean(given)}
      />
      <TextField {...field('name')} autoComplete="name" />
      <TextField
        {...field('address')}
        hint={t.addressHint}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...field('password')}
        hint={t.passwordHint}
        type="password"
        autoComplete="new-password"
      />
      <TextField
        label={t.repeat}
        value={repeat}
        onChange={setRepeat}
        type="password"
        autoComplete="new-password"
        required
        error={tried && differs ? t.repeatWrong : null}
      />
      <Button look="primary" type="submit" disabled={setUp.isPending}>
        {t.submit}
      </Button>
    </Door>
  )
}

/** The token from `#token=…`, `?token=…` or a bare fragment. */
function tokenIn({ hash, search }: { hash: string; search: string }): string {
  const fragment = decodeURIComponent(hash.slice(1))
  const named =
    new URLSearchParams(search).get('token') ?? new URLSearchParams(fragment).get('token')
  return named ?? (fragment.includes('=') ? '' : fragment)
}
