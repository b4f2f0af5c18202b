// An edited file beside the record: what differs, and what of it can go into a decision.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import type { ComparisonView, NoticeView, noticeRoutes } from './contract.ts'
import { useFileForm } from './IssueDialogs.tsx'
import { en, vi } from './texts.ts'

type Offer = ComparisonView['offers'][number]

interface Props {
  notice: NoticeView
  onClose: () => void
}

export function CompareDialog({ notice, onClose }: Props) {
  const t = useTexts(vi, en)
  const { form, fields } = useFileForm('.docx')
  const compare = useMutation({
    mutationFn: () =>
      request<typeof noticeRoutes.compare>('post', '/api/notices/{id}/compare', {
        params: { id: notice.id },
        ...(form ? { form } : {}),
      }),
  })
  return (
    <Dialog title={t.compare.title} onClose={onClose} wide>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (form) compare.mutate()
        }}
      >
        <p>{t.compare.why}</p>
        {fields}
        <FormError error={compare.error} />
        <Button type="submit" look="primary" disabled={!form || compare.isPending}>
          {t.compare.submit}
        </Button>
      </form>
      {compare.data && <Found key={compare.submittedAt} notice={notice} found={compare.data} />}
    </Dialog>
  )
}

function Found({ notice, found }: { notice: NoticeView; found: ComparisonView }) {
  const t = useTexts(vi, en)
  const { differences, same } = found
  if (differences.length === 0) return <p role="status">{t.compare.none(same)}</p>
  return (
    <div role="status">
      <p>{t.compare.some(differences.length, same)}</p>
      {differences.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer that does not change
        <p key={index} className="difference" lang="vi">
          <Chip>{t.compare.kinds[one.kind]}</Chip>{' '}
          {one.words.map((part, at) => {
            const Tag = part.change === 'added' ? 'ins' : part.change === 'removed' ? 'del' : 'span'
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer that does not change
            return <Tag key={at}>{part.text}</Tag>
          })}
        </p>
      ))}
      <Offers notice={notice} found={found} />
      <p className="muted">
        {notice.cited ? t.compare.issued : notice.closed ? t.compare.closed : t.compare.outside}
      </p>
    </div>
  )
}

/** Decisions in the file's words, each taken into the record with one button. */
function Offers({ notice, found }: { notice: NoticeView; found: ComparisonView }) {
  const t = useTexts(vi, en).compare
  const client = useQueryClient()
  const [reason, setReason] = useState(t.reasonProposed)
  const [version, setVersion] = useState(found.version)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const take = useMutation({
    mutationFn: ({ item, body, version: decisionVersion }: Offer) =>
      request<typeof noticeRoutes.take>('post', '/api/notices/{id}/take', {
        params: { id: notice.id },
        version,
        body: { item, body, decisionVersion, reason },
      }),
    async onSuccess(answer, { item }) {
      setVersion(answer.notice.version)
      setTaken(new Set([...taken, item]))
      await client.invalidateQueries({ queryKey: ['conferences', notice.conferenceId] })
    },
  })
  if (found.offers.length === 0) return null
  return (
    <div className="stack">
      <TextField label={t.reason} value={reason} onChange={setReason} maxLength={1000} />
      {found.offers.map((offer) => (
        <section key={offer.item} className="stack" aria-label={offer.title}>
          <h3>{offer.title}</h3>
          <p className="offer" lang="vi">
            {offer.body}
          </p>
          {taken.has(offer.item) ? (
            <Status tone="good">{t.taken}</Status>
          ) : (
            <div className="row">
              <Button
                disabled={take.isPending || reason.trim() === ''}
                aria-label={`${t.take}: ${offer.title}`}
                onClick={() => take.mutate(offer)}
              >
                {t.take}
              </Button>
            </div>
          )}
          {take.variables?.item === offer.item && <FormError error={take.error} />}
        </section>
      ))}
      <p className="muted">{t.tasksAgain}</p>
    </div>
  )
}
