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

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) save.mutate(undefined)
      }}
    >
      <FormError error={save.error} />
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
        <Button look="primary" type="submit" disabled={!complete || save.isPending}>
          {shared.save}
        </Button>
      </div>
    </form>
  )
}

function ResetFactor({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTexts(signVi, signEn)
  const client = useQueryClient()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const reset = useMutation({
    mutationFn: () =>
      request<typeof factorRoutes.reset>('post', '/api/accounts/{id}/factor/reset', {
        params: { id: account.id },
        version: account.version,
        body: { reason },
      }),
    onSuccess() {
      toast.show({ text: t.factor.resetDone })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
  return (
    <form
      className="account-code"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) reset.mutate()
      }}
    >
      <h3>{t.factor.reset}</h3>
      <p className="muted">{t.factor.resetHint}</p>
      <FormError error={reset.error} />
      <TextField
        label={t.codes.reason}
        value={reason}
        onChange={setReason}
        autoComplete="off"
        required
      />
      <Button type="submit" disabled={!reason.trim() || reset.isPending}>
        {t.factor.reset}
      </Button>
    </form>
  )
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
  const [reason, setReason] = useState('')
  const needed = account.signsInBy === 'password'
  const issue = useMutation({
    mutationFn: () => issueFor(account.id, reason.trim() || undefined),
    onSuccess: onCode,
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
  return (
    <form
      className="account-code"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() || !needed) issue.mutate()
      }}
    >
      <h3>{t.issueOne}</h3>
      <p className="muted">{t.issueOneHint}</p>
      <FormError error={issue.error} />
      {needed && (
        <TextField
          label={t.reason}
          value={reason}
          onChange={setReason}
          autoComplete="off"
          required
        />
      )}
      <Button type="submit" disabled={(needed && !reason.trim()) || issue.isPending}>
        {t.issueOne}
      </Button>
    </form>
  )
}
