// First passwords for many: one-time codes for the accounts that have no password, as strips to print.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { CheckField, TextField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, FormError, Notice } from '../../web/ui/States.tsx'
import { CodeStrip } from './CodeStrip.tsx'
import type { Account, accountRoutes, IssuedCode } from './contract.ts'
import { en, vi } from './signtexts.ts'

export function CodeSheets() {
  const t = useTexts(vi, en).codes
  const [issued, setIssued] = useState<IssuedCode[] | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => request<typeof accountRoutes.list>('get', '/api/accounts', { signal }),
  })
  if (issued) return <Sheets issued={issued} />
  const waiting = data?.accounts.filter(
    (one) => !one.disabled && ['code', 'nothing'].includes(one.signsInBy),
  )
  return (
    <div className="page narrow">
      <PageHead title={t.title} intro={t.intro} />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!error && !waiting && <Loading />}
      {waiting?.length === 0 && <EmptyState title={t.nobody} detail={t.nobodyDetail} />}
      {waiting && waiting.length > 0 && <Choice accounts={waiting} onIssued={setIssued} />}
    </div>
  )
}

function Sheets({ issued }: { issued: IssuedCode[] }) {
  const t = useTexts(vi, en).codes
  return (
    <div className="page narrow">
      <div className="no-print">
        <PageHead
          title={t.title}
          actions={
            <Button look="primary" onClick={() => window.print()} autoFocus>
              {t.print}
            </Button>
          }
        />
        <Notice tone="warn" alert>
          {t.once}
        </Notice>
      </div>
      <div className="code-strips">
        {issued.map((one) => (
          <CodeStrip key={one.accountId} issued={one} />
        ))}
      </div>
    </div>
  )
}

function Choice({
  accounts,
  onIssued,
}: {
  accounts: Account[]
  onIssued: (issued: IssuedCode[]) => void
}) {
  const t = useTexts(vi, en).codes
  const client = useQueryClient()
  const [left, setLeft] = useState<ReadonlySet<string>>(
    new Set(accounts.filter((one) => one.codeUntil).map((one) => one.id)),
  )
  const [days, setDays] = useState('7')
  const chosen = accounts.filter((one) => !left.has(one.id))
  const issue = useMutation({
    mutationFn: () =>
      request<typeof accountRoutes.codes>('post', '/api/session-codes', {
        body: { accounts: chosen.map((one) => one.id), days: Number(days) },
      }),
    onSuccess: ({ codes }) => onIssued(codes),
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
  const keep = (id: string, wanted: boolean) => {
    const next = new Set(left)
    if (wanted) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  const fits = /^\d+$/.test(days) && Number(days) >= 1 && Number(days) <= 30
  return (
    <form
      className="panel padded stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (fits && chosen.length > 0) issue.mutate()
      }}
    >
      <FormError error={issue.error} />
      <fieldset>
        <legend>{t.choose}</legend>
        <CheckField
          label={t.all(accounts.length)}
          value={left.size === 0}
          onChange={(all) => setLeft(new Set(all ? [] : accounts.map((one) => one.id)))}
        />
        <ul className="code-choices">
          {accounts.map((one) => (
            <li key={one.id}>
              <CheckField
                label={`${one.name} (${one.address})${one.codeUntil ? `: ${t.hasCode(formatInstant(one.codeUntil))}` : ''}`}
                value={!left.has(one.id)}
                onChange={(wanted) => keep(one.id, wanted)}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <TextField
        label={t.days}
        hint={t.daysHint}
        value={days}
        onChange={setDays}
        inputMode="numeric"
        autoComplete="off"
        error={fits ? null : t.daysHint}
      />
      <div>
        <Button
          look="primary"
          type="submit"
          disabled={!fits || chosen.length === 0 || issue.isPending}
        >
          {t.issue(chosen.length)}
        </Button>
      </div>
    </form>
  )
}
