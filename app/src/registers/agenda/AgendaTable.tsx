// The items of an agenda under their groups, with what may be done to each.
import { Fragment, type KeyboardEvent, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { FormError } from '../../web/ui/States.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { ChainButton } from '../chain/ChainButton.tsx'
import { en as chainEn, vi as chainVi } from '../chain/texts.ts'
import type { PlanView } from '../conferences/plan-contract.ts'
import { en as planEn, vi as planVi } from '../conferences/plan-texts.ts'
import { type Laid, laidOut, stepOf } from './agenda.ts'
import { CheckDialog } from './CheckDialog.tsx'
import type { SessionItemView } from './contract.ts'
import { ItemDialog } from './ItemDialog.tsx'
import type { MatterView } from './matter-contract.ts'
import { TakeOffDialog } from './OffAgenda.tsx'
import { RouteDialog } from './RouteDialog.tsx'
import { en, vi } from './texts.ts'
import { actOn, useMatters, useSending } from './useAgenda.tsx'

/** The tone of a formal check's chip. */
export const checkTone = { notYet: 'none', passed: 'good', failed: 'bad' } as const

type Opened = { what: 'edit' | 'check' | 'off' | 'route'; item: SessionItemView } | null

interface AgendaTableProps {
  plan: PlanView
  items: readonly SessionItemView[]
  edits: boolean
}

export function AgendaTable({ plan, items, edits }: AgendaTableProps) {
  const t = useTexts(vi, en)
  const [opened, setOpened] = useState<Opened>(null)
  const [moved, setMoved] = useState<string | null>(null)
  const matters = useMatters(plan.id)
  const move = useSending({
    send: ({ item, direction }: { item: SessionItemView; direction: 'up' | 'down' }) =>
      actOn(item, 'move', stepOf(items, item.id, direction) ?? { before: null }),
    onDone: (_, { item, direction }) => setMoved(`${item.id} ${direction}`),
  })
  // The browser lets go of what is moved in the page; the next step begins where this one did.
  useEffect(() => {
    if (!moved || document.activeElement !== document.body) return
    document.getElementById(moved)?.focus()
    setMoved(null)
  })
  const { groups } = laidOut(items, plan.startsAt)
  const grouped = groups.some(({ title }) => title !== null)
  const close = () => setOpened(null)
  const item = opened?.item
  const matter = item && matters.get(item.matterId)
  return (
    <>
      <FormError error={move.error} />
      <div className="table-frame">
        <table className="table cards">
          <AgendaHead actions />
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.items[0]?.item.id}>
                {grouped && <GroupRow title={group.title} columns={7} />}
                {group.items.map((laid) => (
                  <Row
                    key={laid.item.id}
                    laid={laid}
                    matter={matters.get(laid.item.matterId)}
                    edits={edits}
                    onMove={(direction) => {
                      if (stepOf(items, laid.item.id, direction) && !move.isPending)
                        move.mutate({ item: laid.item, direction })
                    }}
                    onOpen={(what) => {
                      setMoved(null)
                      setOpened({ what, item: laid.item })
                    }}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {edits && items.length > 1 && <p className="muted on-screen">{t.moveHint}</p>}
      {opened?.what === 'edit' && (
        <ItemDialog plan={plan} items={items} item={opened.item} onClose={close} />
      )}
      {opened?.what === 'check' && <CheckDialog item={opened.item} onClose={close} />}
      {opened?.what === 'off' && <TakeOffDialog plan={plan} item={opened.item} onClose={close} />}
      {opened?.what === 'route' && matter && (
        <RouteDialog plan={plan} item={opened.item} matter={matter} edits={edits} onClose={close} />
      )}
    </>
  )
}

/** The headings of an agenda; with `actions` also those of what may be done. */
export function AgendaHead({ actions }: { actions?: boolean }) {
  const t = useTexts(vi, en).column
  return (
    <thead>
      <tr>
        <th scope="col">{t.number}</th>
        <th scope="col">{t.start}</th>
        <th scope="col">{t.item}</th>
        <th scope="col">{t.submitter}</th>
        <th scope="col">{t.minutes}</th>
        {actions && (
          <>
            <th scope="col">{t.check}</th>
            <th scope="col">
              <span className="visually-hidden">{t.actions}</span>
            </th>
          </>
        )}
      </tr>
    </thead>
  )
}

export function GroupRow({ title, columns }: { title: string | null; columns: number }) {
  const t = useTexts(vi, en)
  return (
    <tr>
      <th scope="rowgroup" colSpan={columns} className="agenda-group">
        {title ?? t.noGroup}
      </th>
    </tr>
  )
}

type LaidLine = Laid<
  Pick<SessionItemView, 'title' | 'asked' | 'personnel' | 'submitter' | 'minutes'>
>

/** Number, time, title with chips, submitter, minutes: the cells that every version shows. */
export function LineCells({ laid, children }: { laid: LaidLine; children?: React.ReactNode }) {
  const t = useTexts(vi, en)
  const { item } = laid
  return (
    <>
      <td>{laid.number}</td>
      <td data-label={t.column.start}>{laid.startsAt && formatInstant(laid.startsAt).slice(11)}</td>
      <th scope="row" className="agenda-title">
        {item.title}
        <div className="agenda-chips">
          <Chip>{t.asked[item.asked]}</Chip>
          {item.personnel && <Chip>{t.personnel}</Chip>}
          {children}
        </div>
      </th>
      <td data-label={t.column.submitter}>{item.submitter?.name}</td>
      <td data-label={t.column.minutes}>{item.minutes}</td>
    </>
  )
}

interface RowProps {
  laid: Laid<SessionItemView>
  matter: MatterView | undefined
  edits: boolean
  onMove: (direction: 'up' | 'down') => void
  onOpen: (what: NonNullable<Opened>['what']) => void
}

function Row({ laid, matter, edits, onMove, onOpen }: RowProps) {
  const t = useTexts(vi, en)
  const plan = useTexts(planVi, planEn)
  const chain = useTexts(chainVi, chainEn)
  const { item } = laid
  function onKeyDown(event: KeyboardEvent) {
    const direction = { ArrowUp: 'up', ArrowDown: 'down' }[event.key] as 'up' | 'down' | undefined
    if (!edits || !event.altKey || !direction) return
    event.preventDefault()
    onMove(direction)
  }
  return (
    <tr onKeyDown={onKeyDown}>
      <LineCells laid={laid}>
        <Chip>{plan.levels[item.level]}</Chip>
        {item.kind === 'review' && (
          <Link href={`/conferences/${item.conferenceId}?tab=review`}>{chain.toReview}</Link>
        )}
        {matter && <Stands matter={matter} />}
      </LineCells>
      <td data-label={t.column.check}>
        <Status tone={checkTone[item.checked]}>{t.checked[item.checked]}</Status>
        {item.checkNote && <span className="source-note">{item.checkNote}</span>}
      </td>
      <td>
        <Actions item={item} edits={edits} onMove={onMove} onOpen={onOpen} />
      </td>
    </tr>
  )
}

function Actions({
  item,
  edits,
  onMove,
  onOpen,
}: Omit<RowProps, 'laid' | 'matter'> & { item: SessionItemView }) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const { title } = item
  return (
    <div className="agenda-actions">
      {edits && (
        <>
          <Button
            small
            look="plain"
            id={`${item.id} up`}
            aria-label={t.up(title)}
            onClick={() => onMove('up')}
          >
            ↑
          </Button>
          <Button
            small
            look="plain"
            id={`${item.id} down`}
            aria-label={t.down(title)}
            onClick={() => onMove('down')}
          >
            ↓
          </Button>
          <Button small aria-label={`${shared.edit}: ${title}`} onClick={() => onOpen('edit')}>
            {shared.edit}
          </Button>
          <Button small aria-label={t.checkOf(title)} onClick={() => onOpen('check')}>
            {t.column.check}
          </Button>
          <Button small aria-label={t.off.of(title)} onClick={() => onOpen('off')}>
            {t.off.open}
          </Button>
        </>
      )}
      {item.kind === 'matter' && (
        <Button small look="plain" aria-label={t.route.of(title)} onClick={() => onOpen('route')}>
          {t.route.open}
        </Button>
      )}
      <ChainButton kind="item" id={item.id} of={title} />
      <HistoryButton kind="sessionItem" id={item.id} of={title} />
      <AccessButton kind="sessionItem" id={item.id} of={title} />
    </div>
  )
}

/** Where a matter stands, in a few words; nothing without a route. */
function Stands({ matter }: { matter: MatterView }) {
  const t = useTexts(vi, en).route
  if (matter.steps.length === 0) return null
  const step = matter.now === null ? null : matter.steps[matter.now]
  if (!step) return <Status tone="good">{t.finished}</Status>
  const tone = step.state === 'returned' || step.state === 'withdrawn' ? 'warn' : 'neutral'
  return (
    <Status tone={tone}>
      {t.now(step.organisation.name)} ({t.states[step.state]})
    </Status>
  )
}
