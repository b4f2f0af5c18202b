// All opinions on one matter, each to be answered: the page, and the part of it that the conference shows too.
import { AccessButton } from '../access/AccessButton.tsx'
import '../../web/ui/register.css'
import './rounds.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { AddRound } from './AddRound.tsx'
import { OpinionList } from './OpinionList.tsx'
import type { MatterOpinions as Opinions, opinionRoutes } from './opinions-contract.ts'
import { countOpinions } from './round.ts'
import { en, vi } from './texts.ts'

export function MatterOpinions() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const { id } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', id, 'opinions'],
    queryFn: ({ signal }) =>
      request<typeof opinionRoutes.matter>('get', '/api/matters/{id}/opinions', {
        params: { id },
        signal,
      }),
  })
  if (error) {
    const list = { to: '/rounds', words: t.back }
    return <ErrorPanel error={error} onRetry={() => void refetch()} page list={list} />
  }
  if (!data) return <Loading />
  return (
    <div className="page">
      <PageHead
        title={t.opinions.title(data.matter.title)}
        intro={t.opinions.intro}
        actions={
          <>
            <AccessButton kind="matter" id={id} of={data.matter.title} />
            {can.planConferences && <AddRound matter={data.matter} drafts={data.drafts} />}
            <ButtonLink to="/rounds">{t.back}</ButtonLink>
          </>
        }
      />
      <OpinionSheet of={data} />
    </div>
  )
}

interface SheetProps {
  of: Opinions
  /** Only what was given at this conference is shown, and stands in the file. */
  conference?: string
}

/** Counts, filters and the list of the opinions on a matter, and the table of them as a Word file. */
export function OpinionSheet({ of, conference }: SheetProps) {
  const t = useTexts(vi, en).opinions
  const [show, setShow] = useState<'all' | 'unanswered'>('all')
  const [paper, setPaper] = useState('')
  // What was answered while only unanswered ones show stays in sight until the filter is chosen anew.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  if (of.opinions.length === 0) return <EmptyState title={t.none} detail={t.noneDetail} />
  const ofDraft = of.opinions.filter((one) => paper === '' || one.paper?.id === paper)
  const counts = countOpinions(ofDraft)
  const shown = ofDraft.filter((one) => show === 'all' || one.answer === null || kept.has(one.id))
  return (
    <>
      <div className="row register-filter">
        <SelectField
          label={t.show}
          value={show}
          onChange={(value) => {
            setShow(value)
            setKept(new Set(ofDraft.filter((one) => one.answer === null).map(({ id }) => id)))
          }}
          options={[
            { value: 'all', label: t.all(counts.all) },
            { value: 'unanswered', label: t.unanswered(counts.unanswered) },
          ]}
        />
        {of.papers.length > 1 && (
          <SelectField
            label={t.draft}
            value={paper}
            onChange={setPaper}
            options={[
              { value: '', label: t.allDrafts },
              ...of.papers.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        )}
        <a
          className="button"
          href={tableOf(of.matter.id, { paper, conference })}
          aria-label={`${t.download}: ${of.matter.title}`}
          download
        >
          {t.download}
        </a>
      </div>
      <p className="muted">{t.counts(counts.accepted, counts.partly, counts.notAccepted)}</p>
      {ofDraft.some((one) => one.mayAnswer) && <p className="muted keys-hint">{t.keys}</p>}
      {shown.length === 0 ? <p>{t.nothingLeft}</p> : <OpinionList opinions={shown} />}
    </>
  )
}

/** Where the table of a matter's opinions is downloaded; an empty choice is none. */
function tableOf(id: string, choice: Record<string, string | undefined>): string {
  const chosen = Object.entries(choice).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams(chosen).toString()
  return `/api/matters/${id}/opinions/docx${query && `?${query}`}`
}
