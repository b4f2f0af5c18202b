// The rights of one account: all that ever were, give one more, end one with a reason.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Role, roles } from '../../http/access.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { Account, accountRoutes, RoleGrant } from './contract.ts'
import './account.css'
import { GrantLine } from './GrantLine.tsx'
import { en, vi } from './texts.ts'

const [administrator, ...others] = roles

/** The administrator last: nobody is made one by a slip. */
export const roleChoices: readonly Role[] = [...others, administrator]

export function GrantsDialog({
  account,
  onClose,
}: {
  account: Account | undefined
  onClose: () => void
}) {
  const t = useTexts(vi, en).accounts
  const shared = useTexts(sharedVi, sharedEn)
  const [ending, setEnding] = useState<RoleGrant | null>(null)
  if (!account) return null
  return (
    <Dialog title={t.grantsTitle(account.name)} onClose={onClose}>
      {account.grants.length === 0 && <p className="muted">{t.noGrants}</p>}
      <ul className="grant-list">
        {account.grants.map((grant) => (
          <GrantLine key={grant.id} grant={grant}>
            {grant.endedAt === null && (
              <Button small onClick={() => setEnding(grant)}>
                {t.grantEnd}
              </Button>
            )}
          </GrantLine>
        ))}
      </ul>
      {ending ? (
        <EndForm grant={ending} onDone={() => setEnding(null)} />
      ) : (
        <GiveForm account={account} />
      )}
      <div className="dialog-actions">
        <Button onClick={onClose}>{shared.close}</Button>
      </div>
    </Dialog>
  )
}

function EndForm({ grant, onDone }: { grant: RoleGrant; onDone: () => void }) {
  const t = useTexts(vi, en).accounts
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const end = useMutation({
    mutationFn: () =>
      request<typeof accountRoutes.endGrant>('post', '/api/grants/{id}/end', {
        params: { id: grant.id },
        version: grant.version,
        body: { reason },
      }),
    onSuccess() {
      toast.show({ text: t.grantEnded })
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) end.mutate()
      }}
    >
      <h3>{t.grantEndTitle}</h3>
      <p>{t.grantEndDetail}</p>
      <FormError error={end.error} />
      <TextField label={t.reason} value={reason} onChange={setReason} required />
      <div className="dialog-actions">
        <Button onClick={onDone}>{shared.cancel}</Button>
        <Button look="danger" type="submit" disabled={!reason.trim() || end.isPending}>
          {t.grantEnd}
        </Button>
      </div>
    </form>
  )
}

function GiveForm({ account }: { account: Account }) {
  const t = useTexts(vi, en).accounts
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const [role, setRole] = useState<Role>('reader')
  const [organisationId, setOrganisation] = useState('')
  const [to, setTo] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const [reason, setReason] = useState('')
  const bodies = useQuery({
    queryKey: ['grant-bodies'],
    queryFn: ({ signal }) =>
      request<typeof accountRoutes.bodies>('get', '/api/grants/bodies', { signal }),
  })
  const give = useMutation({
    mutationFn: () =>
      request<typeof accountRoutes.grant>('post', '/api/accounts/{id}/grants', {
        params: { id: account.id },
        body: {
          role,
          ...(organisationId ? { organisationId } : {}),
          to,
          ...(reason.trim() ? { reason } : {}),
        },
      }),
    onSuccess() {
      toast.show({ text: t.grantAdded })
      setReason('')
      setTo(null)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong) give.mutate()
      }}
    >
      <h3>{t.grantAdd}</h3>
      <FormError error={give.error} />
      <SelectField
        label={t.role}
        value={role}
        onChange={setRole}
        options={roleChoices.map((value) => ({ value, label: shared.roles[value] }))}
      />
      <SelectField
        label={t.body}
        value={organisationId}
        onChange={setOrganisation}
        options={(bodies.data?.bodies ?? []).map((one) => ({
          value: one.everywhere ? '' : one.id,
          label: one.name,
        }))}
      />
      <DateField label={t.to} hint={t.toHint} value={to} onChange={setTo} onInvalid={setWrong} />
      <TextField label={t.reason} value={reason} onChange={setReason} />
      <div className="dialog-actions">
        <Button look="primary" type="submit" disabled={give.isPending}>
          {t.grantAdd}
        </Button>
      </div>
    </form>
  )
}
