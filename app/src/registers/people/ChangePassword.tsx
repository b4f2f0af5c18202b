// A new password of one's own; other devices are signed out by it.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { sessionRoutes } from '../../http/session-contract.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { en, vi } from './texts.ts'

export function ChangePassword() {
  const t = useTexts(vi, en).mine.password
  const { setSession } = useSession()
  const toast = useToast()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () =>
      request<typeof sessionRoutes.setPassword>('put', '/api/session/password', {
        body: { current, next },
      }),
    onSuccess(session) {
      setSession(session)
      setCurrent('')
      setNext('')
      toast.show({ text: t.done, tone: 'good' })
    },
  })
  return (
    <form
      className="panel padded stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (current && next) change.mutate()
      }}
    >
      <h2>{t.title}</h2>
      <FormError error={change.error} />
      <TextField
        label={t.current}
        type="password"
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        required
      />
      <TextField
        label={t.next}
        hint={t.hint}
        type="password"
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        required
      />
      <div>
        <Button look="primary" type="submit" disabled={change.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  )
}
