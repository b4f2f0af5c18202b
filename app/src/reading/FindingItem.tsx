// One finding in the list: a line when decided, its fields when open, its buttons when selected.
import { memo, type ReactNode } from 'react'
import { Link } from 'wouter'
import { formatInstant } from '../web/format.ts'
import { useTexts } from '../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../web/texts.ts'
import { Button } from '../web/ui/Button.tsx'
import type { FindingView } from './contract.ts'
import { Why } from './Why.tsx'
import { type Lookup, type Understood, understand } from './words.ts'

/** Where the entry of a confirmed finding is shown. */
const registers: Record<string, (id: string) => string> = {
  observation: () => '/indicators',
  shortcoming: () => '/shortcomings',
  assignment: () => '/assignments',
  conference: (id) => `/conferences/${id}`,
  citation: () => '/citations',
}

interface FindingItemProps {
  finding: FindingView
  lookup: Lookup
  selected: boolean
  mayDecide: boolean
  onSelect: (id: string) => void
  onConfirm: (finding: FindingView) => void
  onReject: (finding: FindingView) => void
  onEdit: (finding: FindingView) => void
  onUndo: (finding: FindingView) => void
  /** The form, while this finding is being edited. */
  form: ReactNode
}

export const FindingItem = memo(function FindingItem(props: FindingItemProps) {
  const { finding, lookup, selected, onSelect, form } = props
  const { t } = lookup
  const shared = useTexts(sharedVi, sharedEn)
  const understood = understand(finding, lookup)
  const { state, kind } = finding
  const kindName = t.kinds[kind as keyof typeof t.kinds] ?? kind
  return (
    <li
      className={`finding kind-${kind} ${state}${selected ? ' on' : ''}`}
      data-id={finding.id}
      aria-current={selected ? 'true' : undefined}
    >
      <button
        type="button"
        className="finding-head"
        aria-expanded={selected}
        onClick={() => onSelect(finding.id)}
      >
        <span className="finding-kind">{kindName}</span>
        <span className="finding-headline">{understood.headline}</span>
        {understood.value && <strong className="finding-value">{understood.value}</strong>}
        <span className="finding-state">
          {state === 'proposed' ? (
            <Certainty finding={finding} words={shared.certainty[finding.certainty]} />
          ) : (
            <>
              <span aria-hidden="true">{state === 'confirmed' ? '✓' : '✕'} </span>
              {t.states[state]}
            </>
          )}
        </span>
      </button>
      {state === 'proposed' && !selected && <Flags understood={understood} lookup={lookup} />}
      {selected && (form ?? <Details {...props} understood={understood} />)}
    </li>
  )
})

function Certainty({ finding, words }: { finding: FindingView; words: string }) {
  return (
    <>
      <span className={`certainty ${finding.certainty}`} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {words}
    </>
  )
}

function Flags({ understood, lookup }: { understood: Understood; lookup: Lookup }) {
  if (understood.missing.length === 0) return null
  return (
    <p className="finding-flags">
      {understood.missing.map((one) => (
        <span key={one} className="chip warn">
          <span className="sign" aria-hidden="true">
            ▲
          </span>
          {lookup.t.missing[one]}
        </span>
      ))}
    </p>
  )
}

function Details(props: FindingItemProps & { understood: Understood }) {
  const { finding, lookup, understood } = props
  const { t } = lookup
  const isCheck = finding.kind === 'check'
  return (
    <div className="finding-details">
      {understood.headline !== finding.quote && <blockquote>{finding.quote}</blockquote>}
      <Flags understood={understood} lookup={lookup} />
      {understood.rows.length > 0 && (
        <table className="finding-rows">
          <thead>
            <tr>
              <td />
              <th scope="col">{t.written}</th>
              <th scope="col">{t.understood}</th>
            </tr>
          </thead>
          <tbody>
            {understood.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
              <tr key={index}>
                <th scope="row">{t.fields[row.name]}</th>
                <td className="muted">{row.written}</td>
                <td>{row.understood ?? <span className="muted">–</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isCheck && <p className="muted">{t.suggestionNote}</p>}
      <Actions {...props} />
      <Why finding={finding} />
    </div>
  )
}

function Actions({
  finding,
  lookup,
  mayDecide,
  onConfirm,
  onReject,
  onEdit,
  onUndo,
}: FindingItemProps) {
  const { t } = lookup
  const isCheck = finding.kind === 'check'
  if (finding.state !== 'proposed') {
    const { entry } = finding
    const register = entry ? registers[entry.kind] : undefined
    return (
      <div className="row finding-actions">
        {mayDecide && (
          <Button small onClick={() => onUndo(finding)}>
            {t.undo} <kbd>u</kbd>
          </Button>
        )}
        {entry && register && <Link href={register(entry.id)}>{t.openEntry}</Link>}
        {finding.decidedBy && finding.decidedAt && (
          <span className="muted">
            {t.decidedBy(finding.decidedBy, formatInstant(finding.decidedAt))}
          </span>
        )}
      </div>
    )
  }
  if (!mayDecide) return null
  return (
    <div className="row finding-actions">
      <Button small look="primary" onClick={() => onConfirm(finding)}>
        {isCheck ? t.seen : t.confirm} <kbd>Enter</kbd>
      </Button>
      {!isCheck && (
        <Button small onClick={() => onEdit(finding)}>
          {t.edit} <kbd>e</kbd>
        </Button>
      )}
      <Button small onClick={() => onReject(finding)}>
        {isCheck ? t.notAFault : t.reject} <kbd>x</kbd>
      </Button>
    </div>
  )
}
