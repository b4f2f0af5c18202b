// Giấy mời, as it is printed: in Vietnamese whatever the language of the screen, for it goes to its reader.
import { AccessButton } from '../access/AccessButton.tsx'
import './invitations.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { writtenDate } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { useDocumentTitle } from '../../web/ui/documentTitle.ts'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import type { InvitationView, invitationRoutes, OwnConference } from './contract.ts'
import { en, vi } from './texts.ts'

export function InvitationLetter() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['invitations', id],
    queryFn: ({ signal }) =>
      request<typeof invitationRoutes.get>('get', '/api/invitations/{id}', {
        params: { id },
        signal,
      }),
  })
  useDocumentTitle(data ? `${t.letter}: ${data.invitation.name}` : null)
  if (error) {
    const list = { to: '/my-conferences', words: t.title }
    return <ErrorPanel error={error} onRetry={() => void refetch()} page list={list} />
  }
  if (!data) return <Loading />
  return (
    <div className="page narrow">
      <div className="no-print row letter-tools">
        <Button look="primary" onClick={() => window.print()}>
          {t.print}
        </Button>
        <AccessButton kind="invitation" id={data.invitation.id} of={data.invitation.name} />
      </div>
      <Letter {...data} />
    </div>
  )
}

/** Kinds of conference that a Party body holds. */
const ofTheParty = ['executiveCommittee', 'standingCommittee', 'standing', 'briefing']

interface LetterProps {
  invitation: InvitationView
  conference: OwnConference
}

function Letter({ invitation, conference }: LetterProps) {
  const { session } = useSession()
  const party = ofTheParty.includes(conference.type)
  const [issuer, ...others] = conference.bodies
  const limited = invitation.capacity === 'forItems'
  return (
    <article className="letter" lang="vi">
      <header>
        <p>
          {issuer?.name !== session.province?.name && session.province?.name}
          <strong>{issuer?.name}</strong>
        </p>
        {party ? (
          <p>
            <strong>ĐẢNG CỘNG SẢN VIỆT NAM</strong>
          </p>
        ) : (
          <p>
            <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
            <strong>Độc lập - Tự do - Hạnh phúc</strong>
          </p>
        )}
      </header>
      <h1>
        Giấy mời
        <span>{conference.title}</span>
      </h1>
      <p>
        Trân trọng kính mời: <strong>{invitation.name}</strong>
        {invitation.title && `, ${invitation.title}`}
      </p>
      <p>
        {limited ? 'Dự phần nội dung nêu dưới đây của ' : 'Dự '}
        {conference.title}
        {others.length > 0 && `, cùng ${others.map((body) => body.name).join(', ')}`}.
      </p>
      <dl>
        <dt>Tư cách</dt>
        <dd>{vi.capacity[invitation.capacity]}</dd>
        <dt>Thời gian</dt>
        <dd>{conference.startsAt ? timeWords(conference.startsAt) : ''}</dd>
        {conference.place && (
          <>
            <dt>Địa điểm</dt>
            <dd>{conference.place}</dd>
          </>
        )}
        <dt>Nội dung</dt>
        <dd>
          <ul className="plain-list">
            {conference.items.map((item) => (
              <li key={item.id}>
                {[item.number, item.title].filter(Boolean).join('. ')}
                {item.submitter && ` (${item.submitter.name} trình)`}
                {limited && item.startsAt && `, dự kiến từ ${timeWords(item.startsAt)}`}
              </li>
            ))}
          </ul>
        </dd>
        <dt>Tài liệu</dt>
        <dd>
          Trên phần mềm Giao Ban: {window.location.origin}/conferences/{conference.id}
        </dd>
      </dl>
      <p>
        Đề nghị đại biểu trả lời giấy mời trên phần mềm, mục “{vi.title}”, hoặc báo cho Văn phòng.
      </p>
      <footer>
        <p>{invitation.sentAt && `Ngày gửi: ${writtenDate(dayOf(invitation.sentAt))}`}</p>
        <p className="letter-signature">
          <strong>NGƯỜI KÝ</strong>
          <span>(ký, ghi rõ họ tên, chức vụ)</span>
        </p>
      </footer>
    </article>
  )
}

const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(instant))

/** "8 giờ 00, ngày 08/12/2026". */
function timeWords(instant: string): string {
  const [hour = '', minute = ''] = formatInstant(instant).slice(-5).split(':')
  return `${Number(hour)} giờ ${minute}, ngày ${writtenDate(dayOf(instant))}`
}
