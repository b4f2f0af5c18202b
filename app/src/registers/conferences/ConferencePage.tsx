// One conference: held here with a tab for each of its parts, or gathered from the documents that report it.
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { isAway, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { KeptFigures } from '../indicators/Snapshots.tsx'
import type { conferenceRoutes } from './contract.ts'
import { HeldConference } from './HeldConference.tsx'
import { ReportedConference } from './ReportedConference.tsx'
import { en, vi } from './texts.ts'

export function ConferencePage() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', id],
    queryFn: ({ signal }) =>
      request<typeof conferenceRoutes.get>('get', '/api/conferences/{id}', {
        params: { id },
        signal,
      }),
  })
  if (error && !(data && isAway(error)))
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        page
        list={{ to: '/conferences', words: t.back }}
      />
    )
  if (!data) return <Loading />
  const { conference } = data
  return (
    <div className="page">
      <PageHead
        title={conference.title}
        actions={
          <>
            <HistoryButton kind="conference" id={conference.id} of={conference.title} />
            <AccessButton
              kind={conference.stage === null ? 'conference' : 'heldConference'}
              id={conference.id}
              of={conference.title}
            />
            <ButtonLink to="/conferences">{t.back}</ButtonLink>
          </>
        }
      />
      {conference.stage === null ? (
        <ReportedConference data={data} />
      ) : (
        <HeldConference reported={data} />
      )}
      <KeptFigures conferenceId={conference.id} />
    </div>
  )
}
