// A group of the board, which folds: its name, how many of its indicators with a plan are in each state, its rows.
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../web/language.tsx'
import { Status } from '../../web/ui/Status.tsx'
import type { BoardRow } from './contract.ts'
import type { Field, Group, Grouping } from './groups.ts'
import { stateTones } from './TargetStatus.tsx'
import { targetStates } from './target.ts'
import { en as targetsEn, vi as targetsVi } from './target-texts.ts'
import { en, vi } from './texts.ts'

interface BoardGroupProps {
  group: Group<BoardRow>
  grouping: Grouping
  columns: number
  children: ReactNode
}

export function BoardGroup({ group, grouping, columns, children }: BoardGroupProps) {
  const t = useTexts(vi, en)
  const states = useTexts(targetsVi, targetsEn).state
  const [open, setOpen] = useState(true)
  const { key, rows, planned } = group
  const name = key === null ? t.noOwner : grouping === 'field' ? t.fields[key as Field] : key
  return (
    <>
      <tbody className="board-group">
        <tr>
          <th scope="rowgroup" colSpan={columns}>
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              <span aria-hidden="true" className="on-screen">
                {open ? '▾' : '▸'}
              </span>{' '}
              {name}
            </button>{' '}
            <span className="muted">{t.groupCount(rows.length)}</span>{' '}
            {planned === 0 ? (
              <span className="muted">{t.noPlans}</span>
            ) : (
              targetStates
                .filter((state) => group.states[state] > 0)
                .map((state) => (
                  <Status key={state} tone={stateTones[state]}>
                    {t.ofPlanned(group.states[state], planned)} {states[state]}
                  </Status>
                ))
            )}
          </th>
        </tr>
      </tbody>
      <tbody hidden={!open}>{children}</tbody>
    </>
  )
}
