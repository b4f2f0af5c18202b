// The proceedings of a conference: item by item what was said, voted and decided, live while it sits.
import { AccessButton } from '../access/AccessButton.tsx'
import '../../web/ui/register.css'
import './sitting.css'
import { useSearch } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import { ChainButton } from '../chain/ChainButton.tsx'
import type { ConferenceTabProps } from '../conferences/tabs.ts'
import { en as conferenceEn, vi as conferenceVi } from '../conferences/texts.ts'
import { Clock } from './Clock.tsx'
import { ContactLine } from './Contact.tsx'
import type { SittingItem, SittingView } from './contract.ts'
import { OpinionGroups } from './Opinions.tsx'
import { PresenceLine } from './SittingFrame.tsx'
import { StageActions } from './StageActions.tsx'
import { en, vi } from './texts.ts'
import { useSitting } from './useSitting.tsx'
import { VoteList } from './Votes.tsx'

export function ProceedingsTab({ plan }: ConferenceTabProps) {
  const t = useTexts(vi, en)
  const { sitting, error, contact, refresh, clockOff } = useSitting(plan.id)
  if (!sitting) return error ? <ErrorPanel error={error} onRetry={refresh} /> : <Loading />
  const inside = sitting.may.run || sitting.may.close
  return (
    <>
      <ContactLine contact={contact} />
      <PresenceLine sitting={sitting} />
      {inside && (
        <div className="row">
          <ButtonLink to={`/conferences/${plan.id}/clerk`}>{t.toClerk}</ButtonLink>
          <ButtonLink to={`/conferences/${plan.id}/chair`}>{t.toChair}</ButtonLink>
          <StageActions sitting={sitting} onDone={refresh} />
        </div>
      )}
      {sitting.items.length === 0 && <p className="muted">{t.noItems}</p>}
      {sitting.items.map((item) => (
        <Proceeding key={item.id} item={item} sitting={sitting} clockOff={clockOff} />
      ))}
      <Closings closings={sitting.closings} />
    </>
  )
}

interface ProceedingProps {
  item: SittingItem
  sitting: SittingView
  clockOff: number
}

function Proceeding({ item, sitting, clockOff }: ProceedingProps) {
  const t = useTexts(vi, en)
  const words = useTexts(conferenceVi, conferenceEn)
  const now = sitting.current?.itemId === item.id ? sitting.current : null
  const { decision } = item
  return (
    <section className="register-section" id={`item-${item.id}`}>
      <h2>
        {t.item(item.number ?? '–', item.title)} {now && <Chip>{t.current}</Chip>}
        {item.status !== 'on' && <Chip>{t.status[item.status]}</Chip>}
      </h2>
      {now && (
        <p className="row">
          <strong>{now.speaker ?? t.noSpeaker}</strong>
          {now.startedAt && (
            <Clock startedAt={now.startedAt} minutes={item.minutes} clockOff={clockOff} />
          )}
        </p>
      )}
      <div className="row">
        <h3>{t.decision}</h3>
        {decision && (
          <>
            <HistoryButton kind="itemDecision" id={item.id} of={`${t.decision}: ${item.title}`} />
            <AccessButton kind="itemDecision" id={item.id} of={`${t.decision}: ${item.title}`} />
          </>
        )}
        <ChainButton kind="item" id={item.id} of={item.title} />
      </div>
      {decision ? (
        <>
          <p>
            <Chip>{decision.outcome ? words.outcome[decision.outcome] : t.noOutcome}</Chip>{' '}
            {decision.conditions && (
              <span>
                {t.conditions}: {decision.conditions}
              </span>
            )}{' '}
            {decision.noTask && <span className="muted">{t.noTask}</span>}
          </p>
          <DecisionText body={decision.body} itemId={item.id} />
        </>
      ) : (
        <p className="muted">{t.noDecision}</p>
      )}
      <h3>{t.opinions}</h3>
      <OpinionGroups opinions={item.opinions} histories />
      {item.votes.length > 0 && (
        <>
          <h3>{t.votes}</h3>
          <VoteList votes={item.votes} histories />
        </>
      )}
    </section>
  )
}

/** The text of a decision; the words that an assignment leads to (`?item=…&at=12-80`) are marked. */
function DecisionText({ body, itemId }: { body: string; itemId: string }) {
  const t = useTexts(vi, en)
  const asked = new URLSearchParams(useSearch())
  const [, from, to] = /^(\d+)-(\d+)$/.exec(asked.get('at') ?? '') ?? []
  if (asked.get('item') !== itemId || from === undefined || to === undefined) {
    return <pre className="sitting-quote">{body}</pre>
  }
  const [start, end] = [Number(from), Number(to)]
  return (
    <pre className="sitting-quote">
      {body.slice(0, start)}
      <mark title={t.shownPart} ref={(element) => element?.scrollIntoView({ block: 'center' })}>
        {body.slice(start, end)}
      </mark>
      {body.slice(end)}
    </pre>
  )
}

function Closings({ closings }: { closings: SittingView['closings'] }) {
  const t = useTexts(vi, en)
  return (
    <ul className="plain-list">
      {closings.map((step) => (
        <li key={step.at}>
          <Chip>{t.history[step.kind]}</Chip> {t.by(step.by, formatInstant(step.at))}
          {step.reason && ` · ${t.reason}: ${step.reason}`}
        </li>
      ))}
    </ul>
  )
}
