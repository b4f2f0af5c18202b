// Opening, closing and reopening a conference; the server's list of what is missing where it refuses.
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextArea } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import type { noticeRoutes } from '../notices/contract.ts'
import type { SittingItem, SittingView, sittingRoutes } from './contract.ts'
import { unsentCount } from './drafts.ts'
import { openProposals } from './tasks.ts'
import { en, vi } from './texts.ts'
import { useReading } from './useReading.tsx'

interface StageActionsProps {
  sitting: SittingView
  onDone: () => void
}

type Step = 'open' | 'close' | 'reopen'

export function StageActions({ sitting, onDone }: StageActionsProps) {
  const t = useTexts(vi, en)
  const [asking, setAsking] = useState<Step | null>(null)
  const { stage } = sitting.conference
  const mayOpen = (sitting.may.run || sitting.may.close) && /planned|invited/.test(stage)
  const done = () => {
    setAsking(null)
    onDone()
  }
  return (
    <>
      {mayOpen && (
        <Button look="primary" onClick={() => setAsking('open')}>
          {t.open}
        </Button>
      )}
      {sitting.may.close && stage === 'running' && (
        <Button onClick={() => setAsking('close')}>{t.close}</Button>
      )}
      {sitting.may.close && stage === 'closed' && (
        <Button onClick={() => setAsking('reopen')}>{t.reopen}</Button>
      )}
      {asking === 'open' && <Ask step="open" sitting={sitting} onClose={done} />}
      {asking === 'close' && <Ask step="close" sitting={sitting} onClose={done} />}
      {asking === 'reopen' && <Reopen sitting={sitting} onClose={done} />}
    </>
  )
}

interface AskProps {
  step: 'open' | 'close'
  sitting: SittingView
  onClose: () => void
}

/** Neither step can be taken back silently: what it does, and what one may have overlooked. */
function Ask({ step, sitting, onClose }: AskProps) {
  const t = useTexts(vi, en)
  const account = useSession().session.account?.id ?? ''
  const { id, version } = sitting.conference
  const change = useMutation({
    mutationFn: () => {
      const options = { params: { id }, version, body: {} }
      return step === 'open'
        ? request<typeof sittingRoutes.open>('post', '/api/conferences/{id}/open', options)
        : request<typeof sittingRoutes.close>('post', '/api/conferences/{id}/close', options)
    },
    onSuccess: onClose,
  })
  const { present, invited, quorum } = sitting.present
  const on = sitting.items.filter((item) => item.status === 'on')
  const tasks = on.flatMap((item) => item.decision?.tasks ?? [])
  const opinions = sitting.unanswered.reduce((sum, one) => sum + one.opinions, 0)
  const unsent = unsentCount(sessionStorage, account, {
    conference: id,
    items: sitting.items.map((item) => item.id),
  })
  return (
    <FormDialog
      title={step === 'open' ? t.openTitle : t.closeTitle}
      change={change}
      ready
      onClose={onClose}
      submit={t[step]}
    >
      {step === 'open' ? (
        <>
          <p>{t.openAsk}</p>
          <p>
            {t.present(present, invited)}
            {quorum?.met === false && ` · ${t.quorumShort}`}
          </p>
          {on.length === 0 && <p role="note">⚠ {t.noItems}</p>}
        </>
      ) : (
        <>
          <p>{t.closeAsk(tasks.length)}</p>
          {sitting.missing.length > 0 && (
            <>
              <p role="note">⚠ {t.closeMissing}</p>
              <ul>
                {sitting.missing.map(({ itemId, what }) => (
                  <li key={`${itemId} ${what}`}>
                    {sitting.items.find((item) => item.id === itemId)?.title} – {t.what[what]}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Unconfirmed items={on} />
          {opinions > 0 && <p role="note">⚠ {t.unanswered(opinions)}</p>}
          {unsent > 0 && <p role="note">⚠ {t.closeUnsent(unsent)}</p>}
        </>
      )}
    </FormDialog>
  )
}

/** Orders that stand in decisions and that nobody confirmed: they would enter no register. Read all at once. */
function Unconfirmed({ items }: { items: readonly SittingItem[] }) {
  const t = useTexts(vi, en)
  const between = '\n\n'
  let at = 0
  const placed = items.map((item) => {
    const { body = '', tasks = [] } = item.decision ?? {}
    const start = at
    at += body.length + between.length
    return { item, body, tasks, start }
  })
  const { proposed } = useReading(placed.map(({ body }) => body).join(between))
  const confirmed = placed.flatMap(({ tasks, start }) =>
    tasks.map((task) => ({ ...task, start: task.start + start, end: task.end + start })),
  )
  const open = openProposals(proposed, confirmed)
  return placed.map(({ item, body, start }) => {
    const own = open.filter((one) => one.start >= start && one.start < start + body.length)
    if (own.length === 0) return null
    return (
      <p key={item.id} role="note">
        ⚠ {t.item(item.number ?? '–', item.title)}: {t.unconfirmedTasks(own.length)}
      </p>
    )
  })
}

function Reopen({ sitting, onClose }: { sitting: SittingView; onClose: () => void }) {
  const t = useTexts(vi, en)
  const [reason, setReason] = useState('')
  const { id, version } = sitting.conference
  const change = useMutation({
    mutationFn: () =>
      request<typeof sittingRoutes.reopen>('post', '/api/conferences/{id}/reopen', {
        params: { id },
        version,
        body: { reason: reason.trim() },
      }),
    onSuccess: onClose,
  })
  return (
    <FormDialog
      title={t.reopenTitle}
      change={change}
      ready={reason.trim() !== ''}
      onClose={onClose}
      submit={t.reopen}
    >
      <IssuedPapers conferenceId={id} />
      <TextArea label={t.reason} value={reason} onChange={setReason} maxLength={1000} required />
    </FormDialog>
  )
}

/** Which papers are issued and will not follow what is decided now. */
function IssuedPapers({ conferenceId }: { conferenceId: string }) {
  const t = useTexts(vi, en)
  const { data } = useQuery({
    queryKey: ['conferences', conferenceId, 'notices'],
    queryFn: ({ signal }) =>
      request<typeof noticeRoutes.list>('get', '/api/conferences/{id}/notices', {
        params: { id: conferenceId },
        signal,
      }),
  })
  const issued = data?.notices.flatMap(({ cited }) => cited ?? []) ?? []
  if (issued.length === 0) return null
  return <p role="note">⚠ {t.reopenIssued(issued.join(', '))}</p>
}
