// What the documents that report a conference say about it, each with its sentence.
import { AccessButton } from '../access/AccessButton.tsx'
import '../../web/ui/register.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Source } from '../../http/parts.ts'
import { HistoryButton } from '../../record/History.tsx'
import { formatDate, formatPeriod } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import { AssignmentTable } from '../assignments/AssignmentTable.tsx'
import { Comparisons, Figure } from '../indicators/Figure.tsx'
import type { ConferencePage, ConferenceView } from './contract.ts'
import { en, vi } from './texts.ts'

/** The head as reported (left out for a conference held here, which has its own) and every section. */
export function ReportedConference({ data, bare }: { data: ConferencePage; bare?: boolean }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  return (
    <>
      {!bare && <Head conference={data.conference} />}
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
                    />{' '}
                    <AccessButton
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
        <AssignmentTable assignments={data.assignments} hideConference />
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
    </>
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
      <HistoryButton kind={kind} id={entry.id} of={entry.source.quote} />{' '}
      <AccessButton kind={kind} id={entry.id} of={entry.source.quote} />
    </li>
  )
}
