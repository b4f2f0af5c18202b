// An edited file beside the record: what differs, and what of it can go into a decision.
import { useMutation } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { ComparisonView, NoticeView, noticeRoutes } from './contract.ts'
import { useFileForm } from './IssueDialogs.tsx'
import { en, vi } from './texts.ts'

interface Props {
  notice: NoticeView
  onClose: () => void
}

export function CompareDialog({ notice, onClose }: Props) {
  const t = useTexts(vi, en)
  const { form, fields } = useFileForm()
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
      {compare.data && <Found notice={notice} found={compare.data} />}
    </Dialog>
  )
}

function Found({ notice, found }: { notice: NoticeView; found: ComparisonView }) {
  const t = useTexts(vi, en)
  const { differences, same, offers } = found
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
      {offers.map((offer) => (
        <div key={offer.item}>
          <h3>{t.compare.take}</h3>
          <p className="offer" lang="vi">
            {offer.body}
          </p>
        </div>
      ))}
      <p className="muted">{notice.closed ? t.compare.closed : t.compare.outside}</p>
    </div>
  )
}
