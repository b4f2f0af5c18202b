// The page of whoever takes the minutes: everything by keyboard while people talk.
import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import { ReviewPanel } from '../chain/ReviewPanel.tsx'
import { Clock } from './Clock.tsx'
import type { SittingItem, SittingView } from './contract.ts'
import { DecisionEditor } from './DecisionEditor.tsx'
import { opinionDraftOn, voteDraftOn } from './drafts.ts'
import { ItemFacts } from './ItemFacts.tsx'
import { ItemPapers } from './ItemPapers.tsx'
import { MissingList } from './Missing.tsx'
import { OpinionForm, OpinionGroups } from './Opinions.tsx'
import { SittingFrame } from './SittingFrame.tsx'
import { en, vi } from './texts.ts'
import { useClerkKeys } from './useClerkKeys.tsx'
import { useCurrent } from './useCurrent.tsx'
import { type Outbox, useOutbox } from './useOutbox.tsx'
import { type Sitting, useSitting } from './useSitting.tsx'
import { VoteForm, VoteList } from './Votes.tsx'
import { WallLinks } from './WallLinks.tsx'

export function ClerkPage() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const live = useSitting(id)
  const outbox = useOutbox(id, live.refresh)
  return (
    <SittingFrame
      name={t.clerkTitle}
      id={id}
      live={live}
      waiting={outbox.waiting.length}
      actions={<ButtonLink to={`/conferences/${id}/chair`}>{t.toChair}</ButtonLink>}
    >
      {(sitting) => <Desk sitting={sitting} live={live} outbox={outbox} />}
    </SittingFrame>
  )
}

interface DeskProps {
  sitting: SittingView
  live: Sitting
  outbox: Outbox
}

function Desk({ sitting, live, outbox }: DeskProps) {
  const t = useTexts(vi, en)
  const [chosen, setChosen] = useState<string | null>(null)
  const [help, setHelp] = useState(false)
  const open = sitting.items.filter((item) => item.status === 'on')
  const id = chosen ?? sitting.current?.itemId ?? open[0]?.id
  const item = sitting.items.find((one) => one.id === id)
  const current = useCurrent(sitting.conference.id, live.refresh)
  useClerkKeys({
    step: (by) => {
      const at = open.findIndex((one) => one.id === id)
      setChosen(open[at + by]?.id ?? id ?? null)
    },
    makeCurrent: () => item && current.mutate({ itemId: item.id, speaker: null }),
    help: () => setHelp((former) => !former),
  })
  // Where the conference goes, the desk goes along, unless another item was taken up.
  const on = sitting.current?.itemId
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another item comes on
  useEffect(() => setChosen(null), [on])
  return (
    <div className="sitting-desk">
      <nav aria-label={t.proceedings}>
        <ItemList sitting={sitting} chosen={id} onChoose={setChosen} />
        <Button small onClick={() => setHelp(true)}>
          {t.keys} (Alt + 0)
        </Button>
        <WallLinks sitting={sitting} onDone={live.refresh} />
      </nav>
      <div>
        {outbox.refused && (
          <Notice tone="bad" alert>
            <FormError error={outbox.refused.error} />
            <pre className="sitting-quote">{JSON.stringify(outbox.refused.one.body, null, 1)}</pre>
            <Button small onClick={() => outbox.drop(outbox.refused?.one.key ?? '')}>
              {t.dropTask}
            </Button>
          </Notice>
        )}
        {item ? (
          <Item key={item.id} item={item} sitting={sitting} live={live} outbox={outbox} />
        ) : (
          <Notice>{t.noItems}</Notice>
        )}
      </div>
      <aside>
        <MissingList sitting={sitting} onGo={setChosen} />
        {item?.kind === 'matter' && (
          <ItemPapers key={item.id} conferenceId={sitting.conference.id} item={item} />
        )}
      </aside>
      {help && (
        <Dialog title={t.keys} onClose={() => setHelp(false)}>
          <dl className="facts">
            {t.keyList.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </div>
  )
}

interface ItemListProps {
  sitting: SittingView
  chosen: string | undefined
  onChoose: (id: string) => void
}

function ItemList({ sitting, chosen, onChoose }: ItemListProps) {
  const t = useTexts(vi, en)
  const account = useSession().session.account?.id ?? ''
  return (
    <ol className="plain-list">
      {sitting.items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            className="sitting-item"
            aria-current={item.id === chosen}
            onClick={() => onChoose(item.id)}
          >
            {t.item(item.number ?? '–', item.title)}{' '}
            {item.id === sitting.current?.itemId && <Chip>{t.current}</Chip>}
            {item.id !== chosen && opinionDraftOn(sessionStorage, account, item.id).read() && (
              <Status tone="warn">{t.opinionBegun}</Status>
            )}
            {item.id !== chosen && voteDraftOn(sessionStorage, account, item.id).read() && (
              <Status tone="warn">{t.voteBegun}</Status>
            )}
            {item.status !== 'on' && <Chip>{t.status[item.status]}</Chip>}
          </button>
        </li>
      ))}
    </ol>
  )
}

interface ItemProps extends DeskProps {
  item: SittingItem
}

function Item({ item, sitting, live, outbox }: ItemProps) {
  const t = useTexts(vi, en)
  const current = useCurrent(sitting.conference.id, live.refresh)
  const now = sitting.current?.itemId === item.id ? sitting.current : null
  const [speaker, setSpeaker] = useState(now?.speaker ?? '')
  const over = ['closed', 'cancelled'].includes(sitting.conference.stage)
  const running = sitting.conference.stage === 'running'
  return (
    <article className="stack">
      <h2>{t.item(item.number ?? '–', item.title)}</h2>
      <ItemFacts item={item} />
      {running && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault()
            current.mutate({ itemId: item.id, speaker: speaker.trim() || null })
          }}
        >
          {now?.startedAt && (
            <Clock startedAt={now.startedAt} minutes={item.minutes} clockOff={live.clockOff} />
          )}
          <TextField
            label={t.speaker}
            value={speaker}
            onChange={setSpeaker}
            maxLength={300}
            list="sitting-people"
            data-speaker
          />
          <Button type="submit" disabled={current.isPending}>
            {now ? t.setSpeaker : t.makeCurrent}
          </Button>
          {now && (
            <Button onClick={() => current.mutate({ itemId: null, speaker: null })}>
              {t.endItem}
            </Button>
          )}
        </form>
      )}
      <h3>{t.decision}</h3>
      <DecisionEditor item={item} locked={over} />
      {item.kind === 'review' && <ReviewPanel id={sitting.conference.id} />}
      <h3>{t.opinions}</h3>
      {!over && (
        <OpinionForm
          itemId={item.id}
          people={sitting.people}
          speaker={now?.speaker ?? null}
          onAdd={(opinion) => outbox.sendOpinion(item.id, opinion)}
        />
      )}
      <OpinionGroups opinions={item.opinions} correctedBy={over ? undefined : sitting.people} />
      <h3>{t.votes}</h3>
      {!over && (
        <VoteForm
          itemId={item.id}
          present={sitting.present}
          onAdd={(vote) => outbox.sendVote(item.id, vote)}
        />
      )}
      <VoteList votes={item.votes} mayWithdraw={!over} />
    </article>
  )
}
