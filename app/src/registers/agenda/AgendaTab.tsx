// The agenda of a conference that is held here: as it stands now, or as a version was approved.
import './agenda.css'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import type { ConferenceTabProps } from '../conferences/tabs.ts'
import { AgendaTable } from './AgendaTable.tsx'
import { endOf, labelAfter, laidOut } from './agenda.ts'
import type { SessionItemView } from './contract.ts'
import { ItemDialog } from './ItemDialog.tsx'
import { OffAgenda } from './OffAgenda.tsx'
import { SaveTemplate } from './SaveTemplate.tsx'
import { en, vi } from './texts.ts'
import { useItems, useVersions } from './useAgenda.tsx'
import { ApproveDialog, Differences, VersionTable } from './VersionPanel.tsx'
import type { AgendaVersionView } from './version-contract.ts'

export function AgendaTab({ plan }: ConferenceTabProps) {
  const t = useTexts(vi, en)
  const [query, setQuery] = useSearchParams()
  const items = useItems(plan.id)
  const versions = useVersions(plan.id)
  const error = items.error ?? versions.error
  if (error) return <ErrorPanel error={error} onRetry={() => void items.refetch()} />
  if (!items.data || !versions.data) return <Loading />
  const all = versions.data.versions
  const shown = all.find(({ label }) => label === query.get('version'))
  const on = items.data.items.filter(({ status }) => status === 'on')
  const choose = (label: string) =>
    setQuery((before) => {
      const next = new URLSearchParams(before)
      if (label) next.set('version', label)
      else next.delete('version')
      return next
    })
  const chooser = all.length > 0 && (
    <SelectField
      label={t.version.show}
      value={shown?.label ?? ''}
      onChange={choose}
      options={[
        { value: '', label: t.version.current },
        ...all.map(({ label }) => ({ value: label, label: t.version.of(label) })),
      ]}
    />
  )
  if (shown) {
    return (
      <>
        <Bar items={shown.items} startsAt={plan.startsAt}>
          {chooser}
        </Bar>
        <VersionTable
          version={shown}
          before={all[all.indexOf(shown) - 1]}
          now={on}
          startsAt={plan.startsAt}
        />
      </>
    )
  }
  return (
    <Current plan={plan} items={items.data.items} on={on} last={all.at(-1)} chooser={chooser} />
  )
}

interface CurrentProps extends ConferenceTabProps {
  items: readonly SessionItemView[]
  on: readonly SessionItemView[]
  last: AgendaVersionView | undefined
  chooser: React.ReactNode
}

function Current({ plan, items, on, last, chooser }: CurrentProps) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<'add' | 'approve' | null>(null)
  const running = plan.stage !== 'closed' && plan.stage !== 'cancelled'
  const edits = plan.may.plan && running
  const close = () => setOpen(null)
  return (
    <>
      <Bar items={on} startsAt={plan.startsAt}>
        {chooser}
        {plan.may.plan && on.length > 0 && <SaveTemplate plan={plan} />}
        {plan.may.approve && running && (
          <Button onClick={() => setOpen('approve')} disabled={on.length === 0}>
            {t.version.approve(labelAfter(last?.label ?? null))}
          </Button>
        )}
        {edits && (
          <Button look="primary" onClick={() => setOpen('add')}>
            {t.add}
          </Button>
        )}
      </Bar>
      {on.length === 0 ? (
        <EmptyState
          title={t.empty}
          detail={edits && t.emptyDetail}
          action={edits && <ButtonLink to="/programme">{t.toProgramme}</ButtonLink>}
        />
      ) : (
        <AgendaTable plan={plan} items={on} edits={edits} />
      )}
      {last && (
        <section className="panel agenda-difference">
          <h3>{t.version.now(last.label)}</h3>
          <Differences before={last.items} after={on} />
        </section>
      )}
      <OffAgenda items={items.filter(({ status }) => status !== 'on')} edits={edits} />
      {open === 'add' && <ItemDialog plan={plan} items={on} onClose={close} />}
      {open === 'approve' && <ApproveDialog plan={plan} items={on} onClose={close} />}
    </>
  )
}

interface BarProps {
  items: Parameters<typeof laidOut>[0]
  startsAt: string | null
  children: React.ReactNode
}

/** How many items and minutes, until when; then what can be done. */
function Bar({ items, startsAt, children }: BarProps) {
  const t = useTexts(vi, en)
  const layout = laidOut(items, startsAt)
  const { minutes, open } = layout
  const end = endOf(layout)
  const ends = end && formatInstant(end).slice(11)
  return (
    <div className="row agenda-bar">
      <span>
        {t.total(items.length, minutes, open)}
        {ends && ` · ${t.ends(ends)}`}
      </span>
      {children}
    </div>
  )
}
