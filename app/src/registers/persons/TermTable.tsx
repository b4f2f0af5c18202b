// The terms of committees and councils, newest first; add one, change one.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type { personRoutes, TermView } from './contract.ts'
import { useTerms } from './PostFields.tsx'
import { termKinds } from './person.ts'
import { en, vi } from './texts.ts'

export function TermTable() {
  const { term: t, actions } = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const { can } = useSession()
  const { data, error, refetch } = useTerms()
  const [editing, setEditing] = useState<TermView | 'new' | null>(null)
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <div className="stack">
      {can.managePeople && (
        <div className="row">
          <Button onClick={() => setEditing('new')}>{t.add}</Button>
        </div>
      )}
      {data.terms.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <div className="table-frame">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t.label}</th>
                <th scope="col">{t.body}</th>
                <th scope="col">{t.kind}</th>
                <th scope="col">{t.number}</th>
                <th scope="col">{t.from}</th>
                <th scope="col">{t.to}</th>
                <th scope="col">
                  <span className="visually-hidden">{actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.terms.map((term) => (
                <tr key={term.id}>
                  <th scope="row">{term.label}</th>
                  <td>
                    <Link href={`/bodies/${term.organisation.id}`}>{term.organisation.name}</Link>
                  </td>
                  <td>{t.kinds[term.kind]}</td>
                  <td data-label={t.number}>{term.number}</td>
                  <td data-label={t.from}>{formatDate(term.from)}</td>
                  <td data-label={t.to}>{formatDate(term.to)}</td>
                  <td className="number">
                    <AccessButton
                      kind="term"
                      id={term.id}
                      of={`${term.label}, ${term.organisation.name}`}
                    />{' '}
                    {can.managePeople && (
                      <Button
                        small
                        onClick={() => setEditing(term)}
                        aria-label={t.edit(term.label)}
                      >
                        {shared.edit}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && (
        <TermDialog term={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}

function TermDialog({ term, onClose }: { term: TermView | null; onClose: () => void }) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  const { data } = useBodies(null)
  const [organisationId, setOrganisation] = useState<string | null>(term?.organisation.id ?? null)
  const [kind, setKind] = useState<TermView['kind']>(term?.kind ?? 'party')
  const [number, setNumber] = useState(term?.number ?? '')
  const [label, setLabel] = useState(term?.label ?? '')
  const [from, setFrom] = useState<string | null>(term?.from ?? null)
  const [to, setTo] = useState<string | null>(term?.to ?? null)
  const [wrong, setWrong] = useState({ from: false, to: false })
  const facts = { number: number.trim() || null, label, from: from ?? '', to }
  const save = useMutation<unknown>({
    mutationFn: () =>
      term
        ? request<typeof personRoutes.changeTerm>('patch', '/api/terms/{id}', {
            params: { id: term.id },
            version: term.version,
            body: facts,
          })
        : request<typeof personRoutes.addTerm>('post', '/api/terms', {
            body: { ...facts, organisationId: organisationId ?? '', kind },
          }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['terms'] })
      toast.show({ text: t.saved, tone: 'good' })
      onClose()
    },
  })
  const ready =
    organisationId !== null && label.trim() !== '' && from !== null && !wrong.from && !wrong.to
  return (
    <FormDialog
      title={term ? t.term.editTitle : t.term.addTitle}
      change={save}
      ready={ready}
      onClose={onClose}
    >
      {!term && (
        <>
          <Combobox
            label={t.term.body}
            options={bodyOptions(data?.bodies ?? [])}
            value={organisationId}
            onChange={setOrganisation}
            autoFocus
          />
          <SelectField
            label={t.term.kind}
            value={kind}
            onChange={setKind}
            options={termKinds.map((value) => ({ value, label: t.term.kinds[value] }))}
          />
        </>
      )}
      <TextField
        label={t.term.label}
        hint={t.term.labelHint}
        value={label}
        onChange={setLabel}
        maxLength={100}
        required
      />
      <TextField
        label={t.term.number}
        hint={t.term.numberHint}
        value={number}
        onChange={setNumber}
        maxLength={12}
      />
      <DateField
        label={t.term.from}
        value={from}
        onChange={setFrom}
        onInvalid={(invalid) => setWrong({ ...wrong, from: invalid })}
      />
      <DateField
        label={t.term.to}
        value={to}
        onChange={setTo}
        onInvalid={(invalid) => setWrong({ ...wrong, to: invalid })}
      />
    </FormDialog>
  )
}
