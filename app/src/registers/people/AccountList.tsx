// Accounts of the province, for its administrators.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Role } from '../../http/access.ts'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { RoleNames } from '../../web/RoleNames.tsx'
import { useSession } from '../../web/session.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { SelectField, TextField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel, FormError, Notice } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { heldRoles } from './account.ts'
import type { Account, accountRoutes } from './contract.ts'
import { GrantsDialog, roleChoices } from './GrantsDialog.tsx'
import { en, vi } from './texts.ts'

export function AccountList() {
  const t = useTexts(vi, en).accounts
  const shared = useTexts(sharedVi, sharedEn)
  const { session } = useSession()
  const [editing, setEditing] = useState<Account | 'new' | null>(null)
  const [granting, setGranting] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => request<typeof accountRoutes.list>('get', '/api/accounts', { signal }),
  })
  const accounts = data?.accounts

  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          <Button look="primary" onClick={() => setEditing('new')}>
            {t.add}
          </Button>
        }
      />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!error && !accounts && <Loading />}
      {accounts?.every((account) =>
        account.grants.every((grant) => grant.role === 'administrator'),
      ) && (
        <Notice tone="warn">
          <strong>{t.onlyYou}</strong> {t.onlyYouDetail}
        </Notice>
      )}
      {accounts && (
        <div className="table-frame">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.address}</th>
                <th scope="col">{t.grants}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.created}</th>
                <th scope="col">
                  <span className="visually-hidden">{shared.edit}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <tr key={account.id}>
                  <th scope="row">
                    {account.name}
                    {account.id === session.account?.id && (
                      <span className="muted"> ({t.you})</span>
                    )}
                  </th>
                  <td>{account.address}</td>
                  <td data-label={t.grants}>
                    <RoleNames roles={heldRoles(account.grants)} />
                  </td>
                  <td>
                    <Status tone={account.disabled ? 'none' : 'good'}>
                      {account.disabled ? t.closed : t.open}
                    </Status>
                  </td>
                  <td data-label={t.created}>{formatInstant(account.createdAt)}</td>
                  <td className="number">
                    <Button
                      small
                      onClick={() => setGranting(account.id)}
                      aria-label={t.grantsTitle(account.name)}
                    >
                      {t.grants}
                    </Button>{' '}
                    <Button
                      small
                      onClick={() => setEditing(account)}
                      aria-label={`${shared.edit}: ${account.name}`}
                    >
                      {shared.edit}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {granting && (
        <GrantsDialog
          account={accounts?.find((one) => one.id === granting)}
          onClose={() => setGranting(null)}
        />
      )}
      {editing && (
        <AccountDialog
          account={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

function AccountDialog({ account, onClose }: { account: Account | null; onClose: () => void }) {
  const t = useTexts(vi, en).accounts
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const { session } = useSession()
  const [name, setName] = useState(account?.name ?? '')
  const [address, setAddress] = useState('')
  const [role, setRole] = useState<Role>('office')
  const [password, setPassword] = useState('')
  const save = useMutation({
    mutationFn: (disabled?: boolean) =>
      account
        ? request<typeof accountRoutes.change>('patch', '/api/accounts/{id}', {
            params: { id: account.id },
            version: account.version,
            body: { name, disabled, password: password || undefined },
          })
        : request<typeof accountRoutes.add>('post', '/api/accounts', {
            body: { name, role, address, password },
          }),
    onSuccess(saved) {
      toast.show({ text: account ? t.saved : t.added(saved.account.name) })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
  const complete = name.trim() && (account || (address.trim() && password))

  return (
    <Dialog title={account ? t.editTitle(account.name) : t.addTitle} onClose={onClose}>
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
        <TextField
          label={account ? t.newPassword : t.password}
          hint={account ? t.newPasswordHint : undefined}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          required={!account}
        />
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
    </Dialog>
  )
}
