// The second factor of one's own account.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { factorRoutes } from '../../http/factor-contract.ts'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import {
  beginFactor,
  type Confirmed,
  type ForApp,
  RecoveryCodes,
  SecretForApp,
  useConfirmFactor,
} from './FactorSetUp.tsx'
import { en, vi } from './signtexts.ts'

const key = ['own-factor']

export function SecondFactor() {
  const t = useTexts(vi, en).factor
  const { setSession } = useSession()
  const client = useQueryClient()
  const [forApp, setForApp] = useState<ForApp | null>(null)
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null)
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      request<typeof factorRoutes.get>('get', '/api/session/factor', { signal }),
  })
  if (!data) return null
  return (
    <section className="panel padded stack" aria-labelledby="second-factor">
      <h2 id="second-factor">
        {t.title} <Status tone={data.on ? 'good' : 'none'}>{data.on ? t.on : t.off}</Status>
      </h2>
      <p className="muted">
        {data.on ? t.left(data.left) : t.intro}{' '}
        {!data.on && data.dueOn && t.due(formatInstant(data.dueOn))}
      </p>
      {confirmed ? (
        <RecoveryCodes
          codes={confirmed.recoveryCodes}
          onKept={() => {
            setConfirmed(null)
            setForApp(null)
            setSession(confirmed.session)
            void client.invalidateQueries({ queryKey: key })
          }}
        />
      ) : forApp ? (
        <Confirm forApp={forApp} onDone={setConfirmed} />
      ) : (
        <Begin label={data.on ? t.renew : t.begin} onBegun={setForApp} />
      )}
    </section>
  )
}

function Begin({ label, onBegun }: { label: string; onBegun: (forApp: ForApp) => void }) {
  const t = useTexts(vi, en).factor
  const [password, setPassword] = useState('')
  const begin = useMutation({ mutationFn: () => beginFactor(password), onSuccess: onBegun })
  return (
    <Form error={begin.error} submit={label} busy={begin.isPending} onSubmit={() => begin.mutate()}>
      <TextField
        label={t.password}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
    </Form>
  )
}

function Confirm({ forApp, onDone }: { forApp: ForApp; onDone: (done: Confirmed) => void }) {
  const t = useTexts(vi, en).factor
  const { code, setCode, confirm } = useConfirmFactor(onDone)
  return (
    <Form
      error={confirm.error}
      submit={t.confirm}
      busy={confirm.isPending}
      onSubmit={() => code && confirm.mutate()}
    >
      <SecretForApp forApp={forApp} code={code} onCode={setCode} />
    </Form>
  )
}

function Form({
  error,
  submit,
  busy,
  onSubmit,
  children,
}: {
  error: unknown
  submit: string
  busy: boolean
  onSubmit: () => void
  children: ReactNode
}) {
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <FormError error={error} />
      {children}
      <div>
        <Button look="primary" type="submit" disabled={busy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
