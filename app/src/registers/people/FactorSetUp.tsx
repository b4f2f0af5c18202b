// Setting a second factor up: scan or type the secret, enter the first code, keep the recovery codes.
// In a sign-in that waits for it, and in one's own account.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { factorRoutes } from '../../http/factor-contract.ts'
import type { SessionState } from '../../http/session-contract.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { Notice } from '../../web/ui/States.tsx'
import './factor.css'
import { QrCode } from './QrCode.tsx'
import { en, vi } from './signtexts.ts'

export interface ForApp {
  uri: string
  secret: string
}

export interface Confirmed {
  recoveryCodes: string[]
  session: SessionState
}

export const beginFactor = (password: string): Promise<ForApp> =>
  request<typeof factorRoutes.begin>('post', '/api/session/factor/begin', { body: { password } })

/** The first code of the new secret, and what came of it. */
export function useConfirmFactor(onDone: (confirmed: Confirmed) => void) {
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () =>
      request<typeof factorRoutes.confirm>('post', '/api/session/factor/confirm', {
        body: { code },
      }),
    onSuccess: onDone,
  })
  return { code, setCode, confirm }
}

/** What the app is given, by picture or by hand, and the field for its first code. */
export function SecretForApp({
  forApp,
  code,
  onCode,
}: {
  forApp: ForApp
  code: string
  onCode: (code: string) => void
}) {
  const t = useTexts(vi, en).factor
  return (
    <>
      <p>{t.scan}</p>
      <QrCode text={forApp.uri} label={t.qr} />
      <p>
        {t.byHand} <code className="factor-secret">{forApp.secret.replace(/.{4}/g, '$& ')}</code>
      </p>
      <CodeField label={t.firstCode} value={code} onChange={onCode} />
    </>
  )
}

/** A field for six digits, or a recovery code. */
export function CodeField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <TextField
      label={label}
      hint={hint}
      value={value}
      onChange={onChange}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      autoFocus
      required
    />
  )
}

/** The recovery codes, shown once; `onKept` when the person says that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTexts(vi, en).factor
  return (
    <section className="stack" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{t.recoveryTitle}</h2>
      <Notice tone="warn" alert>
        {t.recoveryOnce}
      </Notice>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => window.print()}>{t.print}</Button>{' '}
        <Button look="primary" onClick={onKept} autoFocus>
          {t.kept}
        </Button>
      </div>
    </section>
  )
}
