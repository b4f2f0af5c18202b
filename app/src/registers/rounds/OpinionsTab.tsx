// The tab of a conference with the opinions that were given on its items, and their answers.
import './rounds.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import type { ConferenceTabProps } from '../conferences/tabs.ts'
import { OpinionSheet } from './MatterOpinions.tsx'
import type { opinionRoutes } from './opinions-contract.ts'
import { en, vi } from './texts.ts'

export function OpinionsTab({ plan }: ConferenceTabProps) {
  const t = useTexts(vi, en).opinions
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', plan.id, 'opinions'],
    queryFn: ({ signal }) =>
      request<typeof opinionRoutes.conference>('get', '/api/conferences/{id}/opinions', {
        params: { id: plan.id },
        signal,
      }),
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.matters.length === 0) return <EmptyState title={t.none} detail={t.noneDetail} />
  return data.matters.map((one) => (
    <section
      key={one.opinions[0]?.given.itemId ?? one.matter.id}
      className="register-section"
      aria-label={one.matter.title}
    >
      <h2>
        <Link href={`/matters/${one.matter.id}/opinions`}>{one.matter.title}</Link>
      </h2>
      <OpinionSheet of={one} conference={plan.id} />
    </section>
  ))
}
