// The first set-up, behind the one-time token that the terminal printed (`/setup#token=…`).
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { sessionRoutes } from '../../http/session-contract.ts'
import { request } from '../../web/api.ts'
import { fold } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import type { organisationRoutes } from '../organisations/contract.ts'
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
      <ProvinceField
        name={form.provinceName}
        onChange={(provinceName) => setForm({ ...form, provinceName })}
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

/** "Tỉnh Lạng Sơn" → "lang son". */
const bare = (name: string): string => fold(name).replace(/^(tinh|thanh pho|tp\.?)\s+/, '')

interface ProvinceFieldProps {
  name: string
  onChange: (name: string) => void
  autoFocus: boolean
}

/** One of the 34 provinces, which brings its units and bodies, or any other name. */
function ProvinceField({ name, onChange, autoFocus }: ProvinceFieldProps) {
  const t = useTexts(vi, en).setUp
  const { data } = useQuery({
    queryKey: ['reference-provinces'],
    queryFn: ({ signal }) =>
      request<typeof organisationRoutes.reference>('get', '/api/reference/provinces', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const provinces = data?.provinces ?? []
  // Typed before the list came, or without diacritics: the server knows it as well.
  const wanted = bare(name)
  const chosen = provinces.find((one) => bare(one.name) === wanted)
  const other = name && !chosen ? [{ value: name, label: name }] : []
  const count = chosen && chosen.units.commune + chosen.units.ward + chosen.units.specialZone
  return (
    <Combobox
      label={t.provinceName}
      hint={chosen && count ? t.provinceBrings(count, chosen.formedFrom) : t.provinceHint}
      options={[
        ...other,
        ...provinces.map((one) => ({ value: one.name, label: one.name, note: one.code })),
      ]}
      value={chosen?.name ?? (name || null)}
      onChange={(value) => onChange(value ?? '')}
      create={{ label: t.provinceOther, run: onChange }}
      keepsTyped
      required
      autoFocus={autoFocus}
    />
  )
}

/** The token from `#token=…`, `?token=…` or a bare fragment. */
function tokenIn({ hash, search }: { hash: string; search: string }): string {
  const fragment = decodeURIComponent(hash.slice(1))
  const named =
    new URLSearchParams(search).get('token') ?? new URLSearchParams(fragment).get('token')
  return named ?? (fragment.includes('=') ? '' : fragment)
}
