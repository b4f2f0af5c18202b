// Accounts of the province, for its administrators.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { RoleNames } from '../../web/RoleNames.tsx'
import { useSession } from '../../web/session.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { en as personalEn, vi as personalVi } from '../personal/texts.ts'
import { ExcelButton } from '../transfer/ExcelDialog.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { heldRoles } from './account.ts'
import type { Account, accountRoutes } from './contract.ts'
import { GrantsDialog } from './GrantsDialog.tsx'
import { en as signEn, vi as signVi } from './signtexts.ts'
import { en, vi } from './texts.ts'

export function AccountList() {
  const t = useTexts(vi, en).accounts
  const signs = useTexts(signVi, signEn).codes
  const personal = useTexts(personalVi, personalEn)
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
          <>
            <ExcelButton name="accounts" />
            <ButtonLink to="/accounts/codes">{signs.to}</ButtonLink>
            <Button look="primary" onClick={() => setEditing('new')}>
              {t.add}
            </Button>
          </>
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
          <table className="table cards accounts">
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
                    <RoleNames roles={heldRoles(account.grants)} />{' '}
                    <AccessButton kind="account" id={account.id} of={account.name} />
                  </td>
                  <td>
                    <Status tone={account.disabled ? 'none' : 'good'}>
                      {account.disabled ? t.closed : t.open}
                    </Status>
                    {!account.disabled && account.signsInBy !== 'password' && (
                      <Status tone={account.signsInBy === 'sso' ? 'none' : 'warn'}>
                        {signs.signsInBy[account.signsInBy]}
                      </Status>
                    )}
                  </td>
                  <td className="when" data-label={t.created}>
                    {formatInstant(account.createdAt)}
                  </td>
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
                    </Button>{' '}
                    <Link href={`/accounts/${account.id}/data`}>
                      {personal.title}
                      <span className="visually-hidden">: {account.name}</span>
                    </Link>
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
