// Approved versions of an agenda: one as it was, what differs, and the approval of the next.
import { Fragment, useState } from 'react'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { TextArea } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import type { PlanView } from '../conferences/plan-contract.ts'
import { en as planEn, vi as planVi } from '../conferences/plan-texts.ts'
import { AgendaHead, GroupRow, LineCells } from './AgendaTable.tsx'
import { laidOut } from './agenda.ts'
import type { SessionItemView } from './contract.ts'
import { type AgendaLine, differenceOf, type FactChange, sameAgenda } from './difference.ts'
import { en, vi } from './texts.ts'
import { useSending } from './useAgenda.tsx'
import type { AgendaVersionView, versionRoutes } from './version-contract.ts'

interface VersionTableProps {
  version: AgendaVersionView
  before: AgendaVersionView | undefined
  now: readonly SessionItemView[]
  startsAt: string | null
}

/** A version as it was approved, with what it changed and what has changed since. */
export function VersionTable({ version, before, now, startsAt }: VersionTableProps) {
  const t = useTexts(vi, en)
  const { groups } = laidOut(version.items, startsAt)
  const grouped = groups.some(({ title }) => title !== null)
  return (
    <>
      <p>
        {t.version.of(version.label)}:{' '}
        {t.version.approvedBy(version.approvedBy, formatInstant(version.approvedAt))}
        {version.note && ` · ${version.note}`}
      </p>
      <section className="panel agenda-difference">
        <h3>{before ? t.version.before(before.label) : t.version.first}</h3>
        {before && <Differences before={before.items} after={version.items} />}
      </section>
      <div className="table-frame">
        <table className="table cards">
          <AgendaHead />
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.items[0]?.item.id}>
                {grouped && <GroupRow title={group.title} columns={5} />}
                {group.items.map((laid) => (
                  <tr key={laid.item.id}>
                    <LineCells laid={laid} />
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <section className="panel agenda-difference">
        <h3>{t.version.now(version.label)}</h3>
        <Differences before={version.items} after={now} />
      </section>
    </>
  )
}

interface DifferencesProps {
  before: readonly AgendaLine[]
  after: readonly AgendaLine[]
}

export function Differences({ before, after }: DifferencesProps) {
  const t = useTexts(vi, en).version
  const found = differenceOf(before, after)
  if (sameAgenda(found)) return <p className="muted">{t.same}</p>
  return (
    <ul>
      {(['added', 'removed', 'moved'] as const).flatMap((kind) =>
        found[kind].map((line) => (
          <li key={`${kind} ${line.id}`}>
            <strong>{t[kind]}</strong>: {line.title}
          </li>
        )),
      )}
      {found.changed.map(({ line, facts }) => (
        <li key={line.id}>
          <strong>{t.changed}</strong>: {line.title}
          <ul>
            {facts.map((one) => (
              <Changed key={one.fact} change={one} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Changed({ change: { fact, before, after } }: { change: FactChange }) {
  const t = useTexts(vi, en)
  const plan = useTexts(planVi, planEn)
  const words = (value: FactChange['before']) => {
    if (value === null) return t.version.nothing
    if (typeof value === 'boolean') return value ? t.version.yes : t.version.no
    if (fact === 'asked') return t.asked[value as 'decide']
    if (fact === 'level') return plan.levels[value as 'office']
    return value
  }
  return (
    <li>
      {t.version.facts[fact]}: <del>{words(before)}</del> → <ins>{words(after)}</ins>
    </li>
  )
}

interface ApproveDialogProps {
  plan: PlanView
  /** What the approver sees: exactly this is approved. */
  items: readonly SessionItemView[]
  onClose: () => void
}

export function ApproveDialog({ plan, items, onClose }: ApproveDialogProps) {
  const t = useTexts(vi, en).version
  const [note, setNote] = useState('')
  const approve = useSending({
    send: () =>
      request<typeof versionRoutes.approve>('post', '/api/conferences/{id}/agenda-versions', {
        params: { id: plan.id },
        body: {
          items: items.map(({ id, version }) => ({ id, version })),
          note: note.trim() || null,
        },
      }),
    words: ({ version }: { version: AgendaVersionView }) => t.approved(version.label),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t.approveTitle}
      change={approve}
      ready
      onClose={onClose}
      submit={t.approveTitle}
    >
      <p>{t.approveDetail}</p>
      <TextArea label={t.note} value={note} onChange={setNote} maxLength={1000} />
    </FormDialog>
  )
}
