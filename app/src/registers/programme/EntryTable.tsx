// Lines of the work programme with where they stand, and what may be done to each.
import { useState } from 'react'
import { Link } from 'wouter'
import { HistoryButton } from '../../record/History.tsx'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Chip, Status } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { en as agendaEn, vi as agendaVi } from '../agenda/texts.ts'
import type { EntryView } from './contract.ts'
import { CarryDialog, DropDialog, EntryDialog } from './EntryDialogs.tsx'
import type { Period } from './programme.ts'
import { en, vi } from './texts.ts'

const tones = {
  planned: 'none',
  placed: 'neutral',
  done: 'good',
  late: 'bad',
  dropped: 'none',
  carried: 'neutral',
} as const

interface EntryTableProps {
  entries: readonly EntryView[]
  chosen: ReadonlySet<string>
  onChoose: (id: string, on: boolean) => void
}

export function EntryTable({ entries, chosen, onChoose }: EntryTableProps) {
  const t = useTexts(vi, en)
  const [opened, setOpened] = useState<{ what: Act; entry: EntryView } | null>(null)
  const plans = entries.some(({ mayPlan }) => mayPlan)
  const close = () => setOpened(null)
  return (
    <>
      <div className="table-frame">
        <table className="table cards">
          <thead>
            <tr>
              {plans && (
                <th scope="col">
                  <span className="visually-hidden">{t.column.choose}</span>
                </th>
              )}
              <th scope="col">{t.column.item}</th>
              <th scope="col">{t.column.period}</th>
              <th scope="col">{t.column.body}</th>
              <th scope="col">{t.column.preparing}</th>
              <th scope="col">{t.column.due}</th>
              <th scope="col">{t.column.state}</th>
              <th scope="col">
                <span className="visually-hidden">{t.column.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row
                key={entry.id}
                entry={entry}
                plans={plans}
                chosen={chosen.has(entry.id)}
                onChoose={(on) => onChoose(entry.id, on)}
                onOpen={(what) => setOpened({ what, entry })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {opened?.what === 'edit' && (
        <EntryDialog year={opened.entry.year} entry={opened.entry} onClose={close} />
      )}
      {opened?.what === 'carry' && <CarryDialog entry={opened.entry} onClose={close} />}
      {opened?.what === 'drop' && <DropDialog entry={opened.entry} onClose={close} />}
    </>
  )
}

type Act = 'edit' | 'carry' | 'drop'

interface RowProps {
  entry: EntryView
  plans: boolean
  chosen: boolean
  onChoose: (on: boolean) => void
  onOpen: (what: Act) => void
}

function Row({ entry, plans, chosen, onChoose, onOpen }: RowProps) {
  const t = useTexts(vi, en)
  const { asked } = useTexts(agendaVi, agendaEn)
  const open = entry.mayPlan && (entry.state === 'planned' || entry.state === 'late')
  return (
    <tr>
      {plans && (
        <td>
          {open && (
            <input
              type="checkbox"
              aria-label={t.chooseOf(entry.title)}
              checked={chosen}
              onChange={(event) => onChoose(event.target.checked)}
            />
          )}
        </td>
      )}
      <th scope="row">
        {entry.title} <Chip>{asked[entry.asked]}</Chip>
        {entry.note && <span className="source-note">{entry.note}</span>}
        {entry.carriedFrom && (
          <span className="source-note">{t.carriedFrom(periodText(t, entry.carriedFrom))}</span>
        )}
      </th>
      <td data-label={t.column.period}>{periodText(t, entry)}</td>
      <td data-label={t.column.body}>{entry.organisation.name}</td>
      <td data-label={t.column.preparing}>{entry.preparing?.name}</td>
      <td data-label={t.column.due}>{formatDate(entry.dueOn)}</td>
      <td>
        <Status tone={tones[entry.state]}>{t.states[entry.state]}</Status>
        {entry.conference && (
          <span className="source-note">
            <Link href={`/conferences/${entry.conference.id}`}>{entry.conference.title}</Link>
          </span>
        )}
        {entry.droppedReason && <span className="source-note">{entry.droppedReason}</span>}
      </td>
      <td className="number">
        <Actions entry={entry} open={open} onOpen={onOpen} />
      </td>
    </tr>
  )
}

function Actions({
  entry,
  open,
  onOpen,
}: {
  entry: EntryView
  open: boolean
  onOpen: (what: Act) => void
}) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const { title } = entry
  return (
    <div className="row">
      {entry.mayPlan && (open || entry.state === 'placed') && (
        <Button small aria-label={`${shared.edit}: ${title}`} onClick={() => onOpen('edit')}>
          {shared.edit}
        </Button>
      )}
      {open && (
        <>
          <Button small aria-label={t.carryOf(title)} onClick={() => onOpen('carry')}>
            {t.carry}
          </Button>
          <Button small look="plain" aria-label={t.dropOf(title)} onClick={() => onOpen('drop')}>
            {t.drop}
          </Button>
        </>
      )}
      <HistoryButton kind="programme" id={entry.id} of={title} />
      <AccessButton kind="programme" id={entry.id} of={title} />
    </div>
  )
}

/** The narrowest part of a period that is named. */
export function periodText(t: typeof vi, { year, quarter, month }: Period): string {
  if (month !== null) return `${t.month(month)}/${year}`
  return quarter === null ? t.wholeYear(year) : `${t.quarter(quarter)}/${year}`
}
