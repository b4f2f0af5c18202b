// The papers of a conference: drafted from its record, one opened at a time.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { CheckField, SelectField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel, FormError } from '../../web/ui/States.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import type { agendaRoutes } from '../agenda/contract.ts'
import type { PlanView } from '../conferences/plan-contract.ts'
import type { ConferenceTabProps } from '../conferences/tabs.ts'
import { Assessment } from './Assessment.tsx'
import type { NewNotice, NoticeLine, noticeRoutes } from './contract.ts'
import { NoticePaper } from './NoticePaper.tsx'
import { en, vi } from './texts.ts'
import { useMake } from './useMake.tsx'

export function NoticesTab({ plan }: ConferenceTabProps) {
  const t = useTexts(vi, en)
  // In the address, so that going back leads from a paper to the list of papers, and a link to one stands.
  const [query, setQuery] = useSearchParams()
  const opened = query.get('paper')
  const setOpened = (paper: string | null) =>
    setQuery({ tab: 'notices', ...(paper === null ? {} : { paper }) })
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', plan.id, 'notices'],
    queryFn: ({ signal }) =>
      request<typeof noticeRoutes.list>('get', '/api/conferences/{id}/notices', {
        params: { id: plan.id },
        signal,
      }),
  })
  if (opened) {
    return <NoticePaper id={opened} plan={plan} onOpen={setOpened} onBack={() => setOpened(null)} />
  }
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      {data.assessment && <Assessment conferenceId={plan.id} assessment={data.assessment} />}
      {plan.may.run && <MakeButtons plan={plan} notices={data.notices} onMade={setOpened} />}
      {data.notices.length === 0 ? (
        <p className="muted">{plan.may.run ? t.empty : t.nothingForYou}</p>
      ) : (
        <NoticeTable notices={data.notices} onOpen={setOpened} />
      )}
      {plan.may.issue && (
        <p>
          <Link href="/notice-layouts">{t.layout.title}</Link>
        </p>
      )}
    </>
  )
}

interface TableProps {
  notices: readonly NoticeLine[]
  onOpen: (id: string) => void
}

function NoticeTable({ notices, onOpen }: TableProps) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.columns.paper}</th>
            <th scope="col">{t.columns.number}</th>
            <th scope="col">{t.columns.date}</th>
            <th scope="col">{t.columns.state}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {notices.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {t.kinds[one.kind]}
                {one.item && <span className="muted"> {one.item.title}</span>}
              </th>
              <td>{one.cited ?? ''}</td>
              <td>{formatDate(one.issuedOn)}</td>
              <td>
                <Chip>{one.signed ? t.signed : one.cited ? t.issued : t.draft}</Chip>{' '}
                {one.cited && one.standing !== 'current' && (
                  <Status tone="warn">{t.standing[one.standing]}</Status>
                )}{' '}
                {one.corrects && <span className="muted">{t.corrects(one.corrects.cited)}</span>}
                {one.correctedBy.map(({ id, cited }) => (
                  <span key={id} className="muted">
                    {t.correctedBy(cited ?? t.draft)}
                  </span>
                ))}
              </td>
              <td>
                <Button small onClick={() => onOpen(one.id)}>
                  {t.open}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface MakeProps {
  plan: PlanView
  notices: readonly NoticeLine[]
  onMade: (id: string) => void
}

function MakeButtons({ plan, notices, onMade }: MakeProps) {
  const t = useTexts(vi, en)
  const [extract, setExtract] = useState(false)
  const [personnel, setPersonnel] = useState(false)
  const [twice, setTwice] = useState<{ draft: NoticeLine; given: NewNotice } | null>(null)
  const make = useMake(plan.id, onMade)
  // A draft that is there is gone on with; a second one beside it has to be meant.
  const begin = (given: NewNotice) => {
    const draft = notices.find(
      (one) => one.kind === given.kind && one.cited === null && one.corrects === null,
    )
    if (draft) setTwice({ draft, given })
    else make.mutate(given)
  }
  return (
    <div className="stack">
      <div className="row">
        <Button disabled={make.isPending} onClick={() => begin({ kind: 'conclusion', personnel })}>
          {t.make.conclusion}
        </Button>
        <Button disabled={make.isPending} onClick={() => begin({ kind: 'minutes' })}>
          {t.make.minutes}
        </Button>
        <Button onClick={() => setExtract(true)}>{t.make.excerpt}</Button>
        <CheckField label={t.make.personnel} value={personnel} onChange={setPersonnel} />
      </div>
      <FormError error={make.error} />
      {twice && (
        <Dialog title={t.twice.title(t.kinds[twice.given.kind])} onClose={() => setTwice(null)}>
          <p>{t.twice.ask}</p>
          <FormError error={make.error} />
          <div className="dialog-actions">
            <Button disabled={make.isPending} onClick={() => make.mutate(twice.given)}>
              {t.twice.another}
            </Button>
            <Button look="primary" onClick={() => onMade(twice.draft.id)}>
              {t.twice.goOn}
            </Button>
          </div>
        </Dialog>
      )}
      {extract && (
        <ExtractDialog {...{ plan, notices, onMade }} onClose={() => setExtract(false)} />
      )}
    </div>
  )
}

function ExtractDialog({ plan, notices, onMade, onClose }: MakeProps & { onClose: () => void }) {
  const t = useTexts(vi, en)
  const [item, setItem] = useState('')
  const { data } = useQuery({
    queryKey: ['conferences', plan.id, 'items'],
    queryFn: ({ signal }) =>
      request<typeof agendaRoutes.list>('get', '/api/conferences/{id}/items', {
        params: { id: plan.id },
        signal,
      }),
  })
  const items = data?.items.filter(({ status }) => status === 'on') ?? []
  const make = useMake(plan.id, onMade)
  const chosen = item || items[0]?.id || ''
  const draft = notices.find(
    (one) => one.kind === 'excerpt' && one.cited === null && one.item?.id === chosen,
  )
  return (
    <FormDialog
      title={t.kinds.excerpt}
      change={{
        ...make,
        mutate: () => (draft ? onMade(draft.id) : make.mutate({ kind: 'excerpt', itemId: chosen })),
      }}
      ready={chosen !== ''}
      submit={draft ? t.twice.goOn : t.kinds.excerpt}
      onClose={onClose}
    >
      <SelectField
        label={t.make.item}
        value={chosen}
        onChange={setItem}
        options={items.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </FormDialog>
  )
}
