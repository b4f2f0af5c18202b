// All conferences, newest first.
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { AddConference } from './AddConference.tsx'
import type { ConferenceView, conferenceRoutes } from './contract.ts'
import { stageTone } from './plan.ts'
import { en as heldEn, vi as heldVi } from './plan-texts.ts'
import { en, vi } from './texts.ts'

export function ConferenceList() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences'],
    queryFn: ({ signal }) =>
      request<typeof conferenceRoutes.list>('get', '/api/conferences', { signal }),
  })
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={can.planConferences && <AddConference />}
      />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.conferences.length === 0 ? (
        <EmptyState
          title={t.emptyTitle}
          detail={t.emptyDetail}
          action={<ButtonLink to="/documents">{t.toDocuments}</ButtonLink>}
        />
      ) : (
        <div className="table-frame">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t.column.conference}</th>
                <th scope="col">{t.column.date}</th>
                <th scope="col">{t.column.chair}</th>
                <th scope="col">{t.column.entries}</th>
              </tr>
            </thead>
            <tbody>
              {data.conferences.map((one) => (
                <Row key={one.id} conference={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function Row({ conference }: { conference: ConferenceView }) {
  const t = useTexts(vi, en)
  const held = useTexts(heldVi, heldEn)
  const { counts } = conference
  const parts = (['decisions', 'assignments', 'shortcomings', 'observations'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} ${t.counts[name]}`)
  return (
    <tr>
      <th scope="row">
        <Link href={`/conferences/${conference.id}`}>{conference.title}</Link>{' '}
        {conference.stage && (
          <Status tone={stageTone[conference.stage]}>{held.stages[conference.stage]}</Status>
        )}
      </th>
      <td data-label={t.column.date}>
        {formatDate(conference.heldOn) || <span className="muted">{t.noDate}</span>}
      </td>
      <td data-label={t.column.chair}>
        {conference.chair.map((one) => one.name).join(', ') || (
          <span className="muted">{t.notStated}</span>
        )}
      </td>
      <td data-label={t.column.entries}>{parts.join(' · ')}</td>
    </tr>
  )
}
