// Sign-in. Where one address has accounts in several provinces the server says so and it is asked.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { sessionRoutes } from '../../http/session-contract.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { Door } from './Door.tsx'
import { provincesOf, SsoButton } from './Sso.tsx'
import { en, vi } from './texts.ts'

interface ProvinceChoice {
  id: number
  name: string
}

export function SignIn() {
  const t = useTexts(vi, en).signIn
  const { session, setSession } = useSession()
  const [location, navigate] = useLocation()
  const [address, setAddress] = useState('')
  const [password, setPassword] = useState('')
  const [provinces, setProvinces] = useState<ProvinceChoice[]>([])
  const [provinceId, setProvinceId] = useState('')
  const signIn = useMutation({
    mutationFn: () =>
      request<typeof sessionRoutes.signIn>('post', '/api/session', {
        body: {
          address: address.trim(),
          password,
          provinceId: provinceId ? Number(provinceId) : undefined,
        },
      }),
    onSuccess(session) {
      if (location === '/setup') navigate('/')
      setSession(session)
    },
    onError(error) {
      const choices = provincesOf(error)
      setProvinces(choices)
      setProvinceId(choices[0] ? String(choices[0].id) : '')
    },
  })
  const ambiguous = provinces.length > 0

  return (
    <Door title={t.title} onSubmit={() => address && password && signIn.mutate()}>
      {ambiguous ? <Notice alert>{t.chooseProvince}</Notice> : <FormError error={signIn.error} />}
      <TextField
        label={t.address}
        hint={t.addressHint}
        value={address}
        onChange={(value) => {
          setAddress(value)
          setProvinces([])
          setProvinceId('')
        }}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
      />
      <TextField
        label={t.password}
        hint={t.passwordHint}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
      {ambiguous && (
        <SelectField
          label={t.province}
          value={provinceId}
          onChange={setProvinceId}
          options={provinces.map(({ id, name }) => ({ value: String(id), label: name }))}
          autoFocus
        />
      )}
      <Button look="primary" type="submit" disabled={signIn.isPending}>
        {t.submit}
      </Button>
      {session.sso && <SsoButton name={session.sso} />}
    </Door>
  )
}
