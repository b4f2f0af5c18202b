// A conference that is held here: its head, and a tab for each part of it.
import './conferences.css'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense } from 'react'
import { Link, useSearchParams } from 'wouter'
import { isAway, offline, request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { timeSpan } from '../../web/ui/MomentField.tsx'
import { ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { useFollowing } from '../sitting/useFollowing.tsx'
import type { ConferencePage } from './contract.ts'
import { PlanActions } from './PlanActions.tsx'
import { stageTone } from './plan.ts'
import type { PlanView, planRoutes } from './plan-contract.ts'
import { en, vi } from './plan-texts.ts'
import { ReportedConference } from './ReportedConference.tsx'
import { type ConferenceTabProps, conferenceTabs } from './tabs.ts'

const lazyTabs = new Map<string, LazyExoticComponent<ComponentType<ConferenceTabProps>>>(
  conferenceTabs.map(({ key, load }) => [
    key,
    lazy(() => load().catch(() => Promise.reject(offline()))),
  ]),
)

/** The key of the tab with what documents say; only where some are linked. */
const fromDocuments = 'documents'

export function HeldConference({ reported }: { reported: ConferencePage }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [query] = useSearchParams()
  const { id } = reported.conference
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', id, 'plan'],
    queryFn: ({ signal }) =>
      request<typeof planRoutes.get>('get', '/api/conferences/{id}/plan', {
        params: { id },
        signal,
      }),
  })
  const asked = query.get('tab')
  // The proceedings follow by themselves, and say whether they hear.
  useFollowing(id, asked !== 'proceedings')
  if (error && !(data && isAway(error))) {
    return <ErrorPanel error={error} onRetry={() => void refetch()} />
  }
  if (!data) return <Loading />
  const { plan } = data
  const tabs = conferenceTabs
    .filter(({ shown }) => shown?.(plan) ?? true)
    .map(({ key, words }) => ({ key, words: words[language] }))
  if (reported.documents.length > 0) tabs.push({ key: fromDocuments, words: t.fromDocuments })
  const open = tabs.find(({ key }) => key === asked) ?? tabs[0]
  const Tab = open && lazyTabs.get(open.key)
  return (
    <>
      <PlanHead plan={plan} />
      <nav className="tabs" aria-label={t.parts}>
        {tabs.map(({ key, words }) => (
          <Link
            key={key}
            href={`/conferences/${id}?tab=${key}`}
            aria-current={key === open?.key ? 'page' : undefined}
          >
            {words}
          </Link>
        ))}
      </nav>
      <div className="register-section">
        {Tab ? (
          <Suspense fallback={<Loading />}>
            <Tab plan={plan} />
          </Suspense>
        ) : (
          <ReportedConference data={reported} bare />
        )}
      </div>
    </>
  )
}

function PlanHead({ plan }: { plan: PlanView }) {
  const t = useTexts(vi, en)
  const facts: [string, ReactNode][] = [
    [t.bodies, plan.bodies.map(({ name }) => name).join('; ')],
    [t.kind, t.types[plan.type as 'other'] ?? plan.type],
    [t.number, plan.number],
    [t.term, plan.term?.label],
    [t.time, timeSpan(plan.startsAt, plan.endsAt)],
    [t.place, plan.place],
    [t.dossiersDue, plan.dossiersDue && formatInstant(plan.dossiersDue)],
    [t.quorum, plan.quorum && t.quorumOf(plan.quorum.part, plan.quorum.of)],
    [t.level, t.levels[plan.level]],
  ]
  return (
    <>
      <div className="row plan-line">
        <Status tone={stageTone[plan.stage]}>{t.stages[plan.stage]}</Status>
        <PlanActions plan={plan} />
      </div>
      {plan.changeReason && (
        <Notice tone={plan.stage === 'cancelled' ? 'bad' : 'warn'}>
          {t.reasonWas(plan.changeReason)}
        </Notice>
      )}
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}
