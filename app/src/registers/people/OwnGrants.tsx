// One's own rights, and standing in: delegate one until a day, take it back.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { RoleNames } from '../../web/RoleNames.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DateField, TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { delegable, heldRole } from './account.ts'
import type { accountRoutes, RoleGrant } from './contract.ts'
import { GrantLine } from './GrantLine.tsx'
import { en, vi } from './texts.ts'

const key = ['own-grants']

export function OwnGrants() {
  const t = useTexts(vi, en).mine.delegation
  const [delegating, setDelegating] = useState<RoleGrant | null>(null)
  const client = useQueryClient()
  const toast = useToast()
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      request<typeof accountRoutes.ownGrants>('get', '/api/session/grants', { signal }),
  })
  const takeBack = useMutation({
    mutationFn: (grant: RoleGrant) =>
      request<typeof accountRoutes.endGrant>('post', '/api/grants/{id}/end', {
        params: { id: grant.id },
        version: grant.version,
        body: { reason: t.reasonTakeBack },
      }),
    onSuccess: () => toast.show({ text: t.takenBack }),
    onError: toast.showError,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  const held = data?.grants.filter((grant) => grant.endedAt === null) ?? []
  const given = data?.delegated.filter((grant) => grant.inForce) ?? []
  if (held.length === 0) return null
  return (
    <section className="panel padded stack" aria-labelledby="own-grants">
      <h2 id="own-grants">{t.title}</h2>
      <p className="muted">{t.intro}</p>
      <ul className="grant-list">
        {held.map((grant) => (
          <GrantLine key={grant.id} grant={grant}>
            {grant.inForce && delegable(grant) && (
              <Button small onClick={() => setDelegating(grant)}>
                {t.delegate}
              </Button>
            )}
          </GrantLine>
        ))}
      </ul>
      {given.length > 0 && (
        <>
          <h3>{t.given}</h3>
          <ul className="grant-list">
            {given.map((grant) => (
              <GrantLine key={grant.id} grant={grant} holder>
                <Button small onClick={() => takeBack.mutate(grant)} disabled={takeBack.isPending}>
                  {t.takeBack}
                </Button>
              </GrantLine>
            ))}
          </ul>
        </>
      )}
      {delegating && <DelegateDialog grant={delegating} onClose={() => setDelegating(null)} />}
    </section>
  )
}

function DelegateDialog({ grant, onClose }: { grant: RoleGrant; onClose: () => void }) {
  const texts = useTexts(vi, en)
  const t = texts.mine.delegation
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const [address, setAddress] = useState('')
  const [to, setTo] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: () =>
      request<typeof accountRoutes.delegate>('post', '/api/grants/{id}/delegate', {
        params: { id: grant.id },
        body: { address, to: to ?? '', reason },
      }),
    onSuccess() {
      toast.show({ text: t.done })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  const complete = address.trim() && to && !wrong && reason.trim()
  return (
    <Dialog title={t.delegateTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (complete) save.mutate()
        }}
      >
        <FormError error={save.error} />
        <p>
          <RoleNames roles={[heldRole(grant)]} />
          {grant.to && ` (${texts.accounts.until(formatDate(grant.to))})`}
        </p>
        <TextField
          label={t.address}
          value={address}
          onChange={setAddress}
          autoCapitalize="none"
          autoComplete="off"
          required
        />
        <DateField label={texts.accounts.to} value={to} onChange={setTo} onInvalid={setWrong} />
        <TextField label={texts.accounts.reason} value={reason} onChange={setReason} required />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="primary" type="submit" disabled={!complete || save.isPending}>
            {t.delegate}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
