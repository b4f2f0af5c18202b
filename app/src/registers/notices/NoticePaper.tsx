// One paper of a conference: how it will look, and what may be done with it.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel, FormError, Notice } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import type { PlanView } from '../conferences/plan-contract.ts'
import { paperDraftOn } from '../sitting/drafts.ts'
import { CompareDialog } from './CompareDialog.tsx'
import type { NoticeView, noticeRoutes } from './contract.ts'
import { IssueDialog, SignDialog } from './IssueDialogs.tsx'
import { NoticeEditor } from './NoticeEditor.tsx'
import { sheetOf } from './paper.ts'
import { SheetView } from './SheetView.tsx'
import { en, vi } from './texts.ts'
import { useMake } from './useMake.tsx'

interface PaperProps {
  id: string
  plan: PlanView
  onOpen: (id: string) => void
  onBack: () => void
}

export function NoticePaper({ id, plan, onOpen, onBack }: PaperProps) {
  const t = useTexts(vi, en)
  const [editing, setEditing] = useState(false)
  const [, setDropped] = useState(0)
  const account = useSession().session.account?.id ?? ''
  const draft = paperDraftOn(sessionStorage, account, id)
  // Read each time: editing, remaking and issuing write and drop it.
  const begun = draft.read() !== null
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', plan.id, 'notices', id],
    queryFn: ({ signal }) =>
      request<typeof noticeRoutes.get>('get', '/api/notices/{id}', { params: { id }, signal }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { notice } = data
  const name = [t.kinds[notice.kind], notice.cited].filter(Boolean).join(' ')
  return (
    <div className="stack">
      <div className="row">
        <Button small look="plain" onClick={onBack}>
          {t.back}
        </Button>
        <h2>
          {t.kinds[notice.kind]} {notice.cited ?? ''}
        </h2>
        <Chip>{notice.signed ? t.signed : notice.cited ? t.issued : t.draft}</Chip>
        <span className="muted">{t.regimes[notice.regime]}</span>
        <HistoryButton kind="notice" id={notice.id} of={name} />
        <AccessButton kind="notice" id={notice.id} of={name} />
      </div>
      {!notice.layout.verified && <p role="note">⚠ {t.unverified}</p>}
      {notice.signed && <Signed notice={notice} />}
      <Standing notice={notice} />
      {editing ? (
        <NoticeEditor notice={notice} onClose={() => setEditing(false)} />
      ) : (
        <>
          {begun && (
            <Begun
              mayEdit={notice.may.edit}
              onEdit={() => setEditing(true)}
              onDrop={() => {
                draft.drop()
                setDropped((times) => times + 1)
              }}
            />
          )}
          <Actions {...{ notice, plan, begun, onOpen, onBack }} onEdit={() => setEditing(true)} />
          <SheetView
            sheet={sheetOf(notice.content, notice.layout, notice.issue)}
            label={t.preview}
          />
        </>
      )}
    </div>
  )
}

interface BegunProps {
  mayEdit: boolean
  onEdit: () => void
  onDrop: () => void
}

/** Changes that were typed in this tab and never saved: the paper that is issued would not have them. */
function Begun({ mayEdit, onEdit, onDrop }: BegunProps) {
  const t = useTexts(vi, en)
  return (
    <Notice tone="warn">
      <p>{mayEdit ? t.begun.words : t.begun.late}</p>
      <div className="row">
        {mayEdit && (
          <Button small look="primary" onClick={onEdit}>
            {t.begun.goOn}
          </Button>
        )}
        <Button small onClick={onDrop}>
          {t.begun.drop}
        </Button>
      </div>
    </Notice>
  )
}

/** What is said of a paper that the record has moved away from. */
function Standing({ notice }: { notice: NoticeView }) {
  const t = useTexts(vi, en)
  const { standing, cited, correctedBy } = notice
  if (standing === 'current') return null
  // Whoever reads the paper is led to what corrects it (in the list); a draft of that is not issued yet.
  if (cited && correctedBy.some((one) => one.cited)) return null
  return <p role="note">⚠ {cited ? t[standing] : t.outdated}</p>
}

function Signed({ notice }: { notice: NoticeView }) {
  const t = useTexts(vi, en)
  if (!notice.signed) return null
  return (
    <p>
      {t.official}{' '}
      <a href={`/api/notices/${notice.id}/signed`} download>
        {notice.signed.fileName}
      </a>{' '}
      <Link href={`/documents/${notice.signed.documentId}`}>{t.open}</Link>{' '}
      <span className="muted">
        {t.sum} {notice.signed.sha256}
      </span>
    </p>
  )
}

interface ActionsProps extends Omit<PaperProps, 'id'> {
  notice: NoticeView
  /** Changes wait in the tab: what is on the server is not what its writer means. */
  begun: boolean
  onEdit: () => void
}

type Open = 'remake' | 'discard' | 'issue' | 'sign' | 'compare' | null

function Actions({ notice, plan, begun, onOpen, onBack, onEdit }: ActionsProps) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<Open>(null)
  const make = useMake(plan.id, onOpen)
  const { may, cited, signed, kind } = notice
  const close = () => setOpen(null)
  const button = (name: Exclude<Open, null>, words: string) => (
    <Button onClick={() => setOpen(name)}>{words}</Button>
  )
  return (
    <div className="row">
      <a className="button" href={`/api/notices/${notice.id}/docx`} download>
        {t.download}
      </a>
      {may.edit && <Button onClick={onEdit}>{t.edit}</Button>}
      {may.edit && kind !== 'opinions' && button('remake', t.remake)}
      {may.edit && button('discard', t.discard)}
      {plan.may.run && !begun && button('compare', t.compare.open)}
      {may.issue && !begun && !cited && button('issue', t.issue.open)}
      {may.issue && !begun && cited && !signed && button('sign', t.sign.open)}
      {plan.may.run && cited && kind === 'conclusion' && (
        <Button
          disabled={make.isPending}
          onClick={() => make.mutate({ kind: 'conclusion', corrects: notice.id })}
        >
          {t.correct}
        </Button>
      )}
      <FormError error={make.error} />
      {open === 'remake' && <AskDialog notice={notice} deed="remake" onClose={close} />}
      {open === 'discard' && (
        <AskDialog notice={notice} deed="withdraw" onClose={close} onDone={onBack} />
      )}
      {open === 'issue' && <IssueDialog notice={notice} onClose={close} />}
      {open === 'sign' && <SignDialog notice={notice} onClose={close} />}
      {open === 'compare' && <CompareDialog notice={notice} onClose={close} />}
    </div>
  )
}

interface AskProps {
  notice: NoticeView
  deed: 'remake' | 'withdraw'
  onClose: () => void
  onDone?: () => void
}

function AskDialog({ notice, deed, onClose, onDone }: AskProps) {
  const t = useTexts(vi, en)
  const account = useSession().session.account?.id ?? ''
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: async () => {
      const options = { params: { id: notice.id }, version: notice.version, body: {} }
      if (deed === 'remake') {
        await request<typeof noticeRoutes.remake>('post', '/api/notices/{id}/remake', options)
      } else {
        await request<typeof noticeRoutes.withdraw>('post', '/api/notices/{id}/withdraw', options)
      }
    },
    async onSuccess() {
      paperDraftOn(sessionStorage, account, notice.id).drop()
      onClose()
      onDone?.()
      await client.invalidateQueries({ queryKey: ['conferences', notice.conferenceId] })
    },
  })
  const words = deed === 'remake' ? [t.remake, t.remakeAsk] : [t.discard, t.discardAsk]
  return (
    <FormDialog
      title={words[0] ?? ''}
      change={change}
      ready
      submit={words[0] ?? ''}
      danger
      onClose={onClose}
    >
      <p>{words[1]}</p>
    </FormDialog>
  )
}
