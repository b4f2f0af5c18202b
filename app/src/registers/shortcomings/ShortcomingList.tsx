// The page that shows what comes back: shortcomings by topic across conferences.
import './shortcomings.css'
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { fold, formatDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { ChainButton } from '../chain/ChainButton.tsx'
import { RecurrenceWords } from '../chain/Recurrence.tsx'
import type { ShortcomingView, shortcomingRoutes, ToldTopic } from './contract.ts'
import { recurs } from './shortcoming.ts'
import { en, vi } from './texts.ts'

export function ShortcomingList() {
  const t = useTexts(vi, en)
  const [filter, setFilter] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['shortcomings'],
    queryFn: ({ signal }) =>
      request<typeof shortcomingRoutes.list>('get', '/api/shortcomings', { signal }),
  })
  const wanted = fold(filter)
  const topics = data?.topics
  const shown = topics?.filter((group) =>
    fold(
      [group.nameVi, group.nameEn, ...group.entries.map((one) => one.source.quote)].join(' '),
    ).includes(wanted),
  )
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !topics || !shown ? (
        <Loading />
      ) : topics.length === 0 ? (
        <EmptyState
          title={t.emptyTitle}
          detail={t.emptyDetail}
          action={<ButtonLink to="/documents">{t.toDocuments}</ButtonLink>}
        />
      ) : (
        <>
          <div className="row register-filter">
            <input
              className="input"
              type="search"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              placeholder={t.filter}
              aria-label={t.filter}
            />
            <span className="muted" role="status">
              {wanted
                ? t.shown(shown.length, topics.length)
                : t.summary(topics.length, topics.filter(recurs).length)}
            </span>
          </div>
          {shown.length === 0 && <EmptyState title={t.noMatch} />}
          <div className="topics">
            {shown.map((group) => (
              <Topic key={group.topic} {...group} />
            ))}
          </div>
        </>
      )}
    </div>
  )
}

function Topic(group: ToldTopic) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { count, documents, first, last, conferences, entries } = group
  return (
    <section className="panel topic" aria-labelledby={`topic-${group.topic}`}>
      <div className="topic-head">
        <h2 id={`topic-${group.topic}`}>{language === 'en' ? group.nameEn : group.nameVi}</h2>
        {recurs(group) ? (
          <Status tone="bad">{t.recurring(documents)}</Status>
        ) : (
          <Status tone="neutral">{t.once}</Status>
        )}
        <span className="muted">{t.times(count)}</span>
      </div>
      <p className="topic-when">
        {t.first}: {first ? formatDate(first) : t.noDate}
        {last && last !== first && ` · ${t.last}: ${formatDate(last)}`}
        {conferences.length > 0 && ` · ${t.in}: `}
        {conferences.map((conference, index) => (
          <span key={conference.id}>
            {index > 0 && '; '}
            <Link href={`/conferences/${conference.id}`}>{conference.title}</Link>
          </span>
        ))}
      </p>
      {group.recurrences.map((one) => (
        <div key={one.body} className="topic-again">
          <RecurrenceWords recurrence={one} />
        </div>
      ))}
      <ol>
        {entries.toReversed().map((entry) => (
          <Entry key={entry.id} {...entry} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ id, date, source, conference }: ShortcomingView) {
  const t = useTexts(vi, en)
  return (
    <li>
      <span className="muted">{date ? formatDate(date) : t.noDate}</span>
      <span>“{source.quote}”</span>
      <span className="where muted">
        {conference?.title ?? source.documentTitle}
        <span className="on-screen">
          {' · '}
          <SourceLink source={source} />{' '}
          <ChainButton kind="shortcoming" id={id} of={source.quote} />{' '}
          <HistoryButton kind="shortcoming" id={id} of={source.quote} />{' '}
          <AccessButton kind="shortcoming" id={id} of={source.quote} />
        </span>
      </span>
    </li>
  )
}
