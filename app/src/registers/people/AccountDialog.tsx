// A new account, or the changes of one. Nobody sets another's password: a one-time code lets its owner
// choose one.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Role } from '../../http/access.ts'
import type { factorRoutes } from '../../http/factor-contract.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { useOvertaking } from '../../web/ui/useOvertaking.tsx'
import { CodeStrip } from './CodeStrip.tsx'
import type { Account, accountRoutes, IssuedCode } from './contract.ts'
import { roleChoices } from './GrantsDialog.tsx'
import { en as signEn, vi as signVi } from './signtexts.ts'
import { en, vi } from './texts.ts'

interface DialogProps {
  account: Account | null
  onClose: () => void
}

export function AccountDialog({ account, onClose }: DialogProps) {
  const t = useTexts(vi, en).accounts
  const signs = useTexts(signVi, signEn).codes
  const { session } = useSession()
  const [code, setCode] = useState<IssuedCode | null>(null)
  const title = account ? t.editTitle(account.name) : t.addTitle
  if (code) {
    return (
      <Dialog title={title} onClose={onClose}>
        <Notice tone="warn" alert>
          {signs.once}
        </Notice>
        <CodeStrip issued={code} />
        <div className="dialog-actions">
          <Button look="primary" onClick={onClose} autoFocus>
            {signs.done}
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Facts account={account} onClose={onClose} onCode={setCode} />
      {account && !account.disabled && account.id !== session.account?.id && (
        <IssueCode account={account} onCode={setCode} />
      )}
      {account?.secondFactor && account.id !== session.account?.id && (
        <ResetFactor account={account} onClose={onClose} />
      )}
    </Dialog>
  )
}

const issueFor = (id: string, reason?: string) =>
  request<typeof accountRoutes.codes>('post', '/api/session-codes', {
    body: { accounts: [id], days: 1, reason },
  }).then(({ codes }) => codes[0] ?? null)

function Facts({
  account,
  onClose,
  onCode,
}: DialogProps & { onCode: (code: IssuedCode | null) => void }) {
  const t = useTexts(vi, en).accounts
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const { session } = useSession()
  const [name, setName] = useState(account?.name ?? '')
  const [ssoName, setSsoName] = useState(account?.ssoName ?? '')
  const signs = useTexts(signVi, signEn).sso
  const [address, setAddress] = useState('')
  const [role, setRole] = useState<Role>('office')
  const save = useMutation({
    mutationFn: async (disabled?: boolean) => {
      if (account) {
        await request<typeof accountRoutes.change>('patch', '/api/accounts/{id}', {
          params: { id: account.id },
          version: account.version,
          body: { name, disabled, ...(session.sso ? { ssoName: ssoName.trim() || null } : {}) },
        })
        return null
      }
      const added = await request<typeof accountRoutes.add>('post', '/api/accounts', {
        body: { name, role, address },
      })
      return issueFor(added.account.id)
    },
    onSuccess(code) {
      toast.show({ text: account ? t.saved : t.added(name) })
      if (code) onCode(code)
      else onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
  const complete = name.trim() && (account || address.trim())
  const { told, word, overtaken, choose } = useOvertaking(save.error, shared.save)

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!complete) return
        choose()
        save.mutate(undefined)
      }}
    >
      {told}
      <TextField label={t.name} value={name} onChange={setName} autoComplete="off" required />
      {!account && (
        <TextField
          label={t.address}
          value={address}
          onChange={setAddress}
          autoComplete="off"
          autoCapitalize="none"
          required
        />
      )}
      {!account && (
        <SelectField
          label={t.role}
          value={role}
          onChange={setRole}
          options={roleChoices.map((value) => ({ value, label: shared.roles[value] }))}
        />
      )}
      {account && session.sso && (
        <TextField
          label={signs.name}
          hint={signs.nameHint}
          value={ssoName}
          onChange={setSsoName}
          autoComplete="off"
          autoCapitalize="none"
        />
      )}
      <div className="dialog-actions">
        {account && account.id !== session.account?.id && (
          <Button
            look={account.disabled ? 'normal' : 'danger'}
            onClick={() => save.mutate(!account.disabled)}
          >
            {account.disabled ? t.reopen : t.close}
          </Button>
        )}
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button
          look={overtaken ? 'danger' : 'primary'}
          type="submit"
          disabled={!complete || save.isPending}
        >
          {word}
        </Button>
      </div>
    </form>
  )
}

function ResetFactor({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTexts(signVi, signEn).factor
  const client = useQueryClient()
  const toast = useToast()
  const reset = useMutation({
    mutationFn: (reason: string) =>
      request<typeof factorRoutes.reset>('post', '/api/accounts/{id}/factor/reset', {
        params: { id: account.id },
        version: account.version,
        body: { reason },
      }),
    onSuccess() {
      toast.show({ text: t.resetDone })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
  return <ReasonForm title={t.reset} hint={t.resetHint} needed doing={reset} />
}

function IssueCode({
  account,
  onCode,
}: {
  account: Account
  onCode: (code: IssuedCode | null) => void
}) {
  const t = useTexts(signVi, signEn).codes
  const client = useQueryClient()
  const issue = useMutation({
    mutationFn: (reason: string) => issueFor(account.id, reason.trim() || undefined),
    onSuccess: onCode,
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
  const needed = account.signsInBy === 'password'
  return <ReasonForm title={t.issueOne} hint={t.issueOneHint} needed={needed} doing={issue} />
}

interface ReasonFormProps {
  /** The heading, and the word on the button. */
  title: string
  hint: string
  /** Whether a reason is asked for. */
  needed: boolean
  doing: { mutate: (reason: string) => void; error: Error | null; isPending: boolean }
}

/** What is done to somebody's sign-in, for a reason. */
function ReasonForm({ title, hint, needed, doing }: ReasonFormProps) {
  const t = useTexts(signVi, signEn).codes
  const [reason, setReason] = useState('')
  const complete = !needed || reason.trim() !== ''
  return (
    <form
      className="account-code"
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) doing.mutate(reason)
      }}
    >
      <h3>{title}</h3>
      <p className="muted">{hint}</p>
      <FormError error={doing.error} />
      {needed && (
        <TextField
          label={t.reason}
          value={reason}
          onChange={setReason}
          autoComplete="off"
          required
        />
      )}
      <Button type="submit" disabled={!complete || doing.isPending}>
        {title}
      </Button>
    </form>
  )
}
