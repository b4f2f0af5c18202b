// One conference: its head, and everything its documents say, each with its sentence.
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import type { Source } from '../../http/parts.ts'
import { HistoryButton } from '../../record/History.tsx'
import { request } from '../../web/api.ts'
import { formatDate, formatPeriod } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { AssignmentTable } from '../assignments/AssignmentTable.tsx'
import { Comparisons, Figure } from '../indicators/Figure.tsx'
import type { ConferenceView, conferenceRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

export function ConferencePage() {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { can } = useSession()
  const { id } = useParams<{ id: string }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', id],
    queryFn: ({ signal }) =>
      request<typeof conferenceRoutes.get>('get', '/api/conferences/{id}', {
        params: { id },
        signal,
      }),
  })
  if (error)
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        page
        list={{ to: '/conferences', words: t.back }}
      />
    )
  if (!data) return <Loading />
  return (
    <div className="page">
      <PageHead
        title={data.conference.title}
        actions={
          <>
            <HistoryButton kind="conference" id={data.conference.id} of={data.conference.title} />
            <AccessButton kind="conference" id={data.conference.id} of={data.conference.title} />
            <ButtonLink to="/conferences">{t.back}</ButtonLink>
          </>
        }
      />
      <Head conference={data.conference} />
      <Section title={t.agenda} empty={data.agendaItems.length === 0}>
        <ul className="plain-list">
          {data.agendaItems.map((item) => (
            <Item key={item.id} kind="agendaItem" entry={item}>
              {item.title} {item.count !== null && <Chip>{t.count(item.count)}</Chip>}{' '}
              {item.submitter && item.nextBody && (
                <span className="muted">{t.route(item.submitter, item.nextBody)}</span>
              )}
            </Item>
          ))}
        </ul>
      </Section>
      <Section title={t.figures} empty={data.figures.length === 0}>
        <div className="table-frame">
          <table className="table cards">
            <tbody>
              {data.figures.map(({ indicator, observation }) => (
                <tr key={observation.id}>
                  <th scope="row">
                    <Link href={`/indicators/${indicator.id}`}>
                      {language === 'en' ? indicator.nameEn : indicator.nameVi}
                    </Link>
                  </th>
                  <td>{formatPeriod(observation.period)}</td>
                  <td>
                    <Figure observation={observation} />
                  </td>
                  <td>
                    <Comparisons observation={observation} indicator={indicator} />
                  </td>
                  <td>
                    <SourceLink source={observation.source} />{' '}
                    <HistoryButton
                      kind="observation"
                      id={observation.id}
                      of={observation.source.quote}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <Section title={t.shortcomings} empty={data.shortcomings.length === 0}>
        <ul className="plain-list">
          {data.shortcomings.map((one) => (
            <Item key={one.id} kind="shortcoming" entry={one}>
              {one.source.quote}
            </Item>
          ))}
        </ul>
      </Section>
      <Section title={t.opinions} empty={data.opinions.length === 0}>
        <ul className="plain-list">
          {data.opinions.map((one) => (
            <Item key={one.id} kind="opinion" entry={one}>
              {one.source.quote} {one.count !== null && <Chip>{t.opinionCount(one.count)}</Chip>}
            </Item>
          ))}
        </ul>
      </Section>
      <Section title={t.decisions} empty={data.decisions.length === 0}>
        <ul className="plain-list">
          {data.decisions.map((one) => (
            <Item key={one.id} kind="decision" entry={one}>
              <Chip>{t.outcome[one.outcome as 'other'] ?? one.outcome}</Chip> {one.source.quote}
            </Item>
          ))}
        </ul>
      </Section>
      <Section title={t.assignments} empty={data.assignments.length === 0}>
        <AssignmentTable assignments={data.assignments} editable={can.work} hideConference />
      </Section>
      <Section title={t.citations} empty={data.citations.length === 0}>
        <ul className="plain-list">
          {data.citations.map((one) => (
            <Item key={one.id} kind="citation" entry={one}>
              {one.source.quote} {one.issuer && <span className="muted">{one.issuer}</span>}
            </Item>
          ))}
        </ul>
      </Section>
      <Section title={t.documents} empty={data.documents.length === 0}>
        <ul className="plain-list">
          {data.documents.map((one) => (
            <li key={one.id}>
              <Link href={`/documents/${one.id}`}>{one.title}</Link>{' '}
              <span className="muted">{one.fileName}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Head({ conference }: { conference: ConferenceView }) {
  const t = useTexts(vi, en)
  const facts: [string, ReactNode][] = [
    [t.date, formatDate(conference.heldOn) || conference.heldText],
    [t.place, conference.place],
    [t.body, conference.body],
    [t.number, conference.number],
    [t.term, conference.term],
    [
      t.chair,
      conference.chair.map(({ name, titles }) => [name, ...titles].join(', ')).join('; ') || null,
    ],
    [t.concludedBy, conference.concludedBy],
    [t.itemCount, conference.itemCount],
    [t.reviews, conference.reviews?.label],
    [t.plans, conference.plans?.label],
  ]
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <span className="muted">{t.notStated}</span>}</dd>
        </div>
      ))}
      {conference.source && (
        <div>
          <dd>
            <SourceLink source={conference.source} />
          </dd>
        </div>
      )}
    </dl>
  )
}

function Section(props: { title: string; empty: boolean; children: ReactNode }) {
  const t = useTexts(vi, en)
  const { title, empty, children } = props
  return (
    <section className="register-section">
      <h2>{title}</h2>
      {empty ? <p className="muted">{t.nothing}</p> : children}
    </section>
  )
}

interface ItemProps {
  kind: 'agendaItem' | 'shortcoming' | 'opinion' | 'decision' | 'citation'
  entry: { id: string; source: Source }
  children: ReactNode
}

function Item({ kind, entry, children }: ItemProps) {
  return (
    <li>
      {children} <SourceLink source={entry.source} />{' '}
      <HistoryButton kind={kind} id={entry.id} of={entry.source.quote} />
    </li>
  )
}
