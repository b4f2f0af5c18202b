// A sign-in that has begun and waits for its next step.
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { factorRoutes } from '../../http/factor-contract.ts'
import type { sessionRoutes } from '../../http/session-contract.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { Door } from './Door.tsx'
import {
  beginFactor,
  CodeField,
  type Confirmed,
  type ForApp,
  RecoveryCodes,
  SecretForApp,
  useConfirmFactor,
} from './FactorSetUp.tsx'
import { en, vi } from './signtexts.ts'

export function SignInStep() {
  const { session } = useSession()
  if (session.pending?.step === 'factor') return <PassFactor />
  return session.pending?.step === 'enrol' ? <Enrol /> : <ChoosePassword />
}

function PassFactor() {
  const t = useTexts(vi, en).factor
  const { setSession } = useSession()
  const [code, setCode] = useState('')
  const pass = useMutation({
    mutationFn: () =>
      request<typeof factorRoutes.pass>('post', '/api/session/factor', { body: { code } }),
    onSuccess: setSession,
  })
  return (
    <Step
      title={t.askTitle}
      intro={t.askIntro}
      error={pass.error}
      submit={t.submit}
      busy={pass.isPending}
      onSubmit={() => code && pass.mutate()}
    >
      <CodeField label={t.code} hint={t.codeHint} value={code} onChange={setCode} />
    </Step>
  )
}

function Enrol() {
  const t = useTexts(vi, en).factor
  const { setSession } = useSession()
  const [forApp, setForApp] = useState<ForApp | null>(null)
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null)
  const begin = useMutation({ mutationFn: () => beginFactor(''), onSuccess: setForApp })
  const { code, setCode, confirm } = useConfirmFactor(setConfirmed)
  if (confirmed) {
    return (
      <Door title={t.enrolTitle} onSubmit={() => setSession(confirmed.session)}>
        <RecoveryCodes
          codes={confirmed.recoveryCodes}
          onKept={() => setSession(confirmed.session)}
        />
      </Door>
    )
  }
  return (
    <Step
      title={t.enrolTitle}
      intro={t.enrolIntro}
      error={begin.error ?? confirm.error}
      submit={forApp ? t.confirm : t.start}
      busy={begin.isPending || confirm.isPending}
      onSubmit={() => {
        if (!forApp) begin.mutate()
        else if (code) confirm.mutate()
      }}
    >
      {forApp ? (
        <SecretForApp forApp={forApp} code={code} onCode={setCode} />
      ) : (
        <p className="muted">{t.intro}</p>
      )}
    </Step>
  )
}

interface StepProps {
  title: string
  intro: string
  error: unknown
  submit: string
  busy: boolean
  onSubmit: () => void
  children: ReactNode
}

/** What all steps share: who it is, one button to go on, one to begin again. */
function Step({ title, intro, error, submit, busy, onSubmit, children }: StepProps) {
  const t = useTexts(vi, en).steps
  const { session, setSession } = useSession()
  const leave = useMutation({
    mutationFn: () => request<typeof sessionRoutes.signOut>('delete', '/api/session'),
    onSuccess: setSession,
  })
  return (
    <Door title={title} onSubmit={onSubmit}>
      <p className="muted">
        {t.greeting(session.pending?.name ?? '')} {intro}
      </p>
      <FormError error={error ?? leave.error} />
      {children}
      <Button look="primary" type="submit" disabled={busy}>
        {submit}
      </Button>
      <Button look="plain" onClick={() => leave.mutate()} disabled={leave.isPending}>
        {t.cancel}
      </Button>
    </Door>
  )
}

function ChoosePassword() {
  const t = useTexts(vi, en).steps.password
  const { session, setSession } = useSession()
  const [next, setNext] = useState('')
  const [repeat, setRepeat] = useState('')
  const [tried, setTried] = useState(false)
  const choose = useMutation({
    mutationFn: () =>
      request<typeof sessionRoutes.choosePassword>('post', '/api/session/choose-password', {
        body: { password: next },
      }),
    onSuccess: setSession,
  })
  const differs = next !== repeat
  return (
    <Step
      title={t.title}
      intro={t.intro}
      error={choose.error}
      submit={t.submit}
      busy={choose.isPending}
      onSubmit={() => {
        setTried(true)
        if (next && !differs) choose.mutate()
      }}
    >
      <input
        type="text"
        className="visually-hidden"
        autoComplete="username"
        value={session.pending?.address ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <TextField
        label={t.next}
        hint={t.hint}
        type="password"
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        autoFocus
        required
      />
      <TextField
        label={t.repeat}
        type="password"
        value={repeat}
        onChange={setRepeat}
        autoComplete="new-password"
        required
        error={tried && differs ? t.differs : null}
      />
    </Step>
  )
}
