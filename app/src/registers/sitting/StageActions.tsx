// Opening, closing and reopening a conference; the server's list of what is missing where it refuses.
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextArea } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { FormError } from '../../web/ui/States.tsx'
import type { noticeRoutes } from '../notices/contract.ts'
import type { SittingView, sittingRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

interface StageActionsProps {
  sitting: SittingView
  onDone: () => void
}

export function StageActions({ sitting, onDone }: StageActionsProps) {
  const t = useTexts(vi, en)
  const [asking, setAsking] = useState(false)
  const { id, stage, version } = sitting.conference
  const step = useMutation({
    mutationFn: (to: 'open' | 'close') => {
      const options = { params: { id }, version, body: {} }
      return to === 'open'
        ? request<typeof sittingRoutes.open>('post', '/api/conferences/{id}/open', options)
        : request<typeof sittingRoutes.close>('post', '/api/conferences/{id}/close', options)
    },
    onSettled: onDone,
  })
  const mayOpen = (sitting.may.run || sitting.may.close) && /planned|invited/.test(stage)
  return (
    <>
      {mayOpen && (
        <Button look="primary" onClick={() => step.mutate('open')} disabled={step.isPending}>
          {t.open}
        </Button>
      )}
      {sitting.may.close && stage === 'running' && (
        <Button onClick={() => step.mutate('close')} disabled={step.isPending}>
          {t.close}
        </Button>
      )}
      {sitting.may.close && stage === 'closed' && (
        <Button onClick={() => setAsking(true)}>{t.reopen}</Button>
      )}
      <FormError error={step.error} />
      {asking && (
        <Reopen
          sitting={sitting}
          onClose={() => {
            setAsking(false)
            onDone()
          }}
        />
      )}
    </>
  )
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
