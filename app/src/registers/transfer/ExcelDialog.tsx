// A list as an Excel file: download it, check one, bring one in.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SheetDialog } from '../../web/ui/SheetDialog.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { RowProblem, SheetName, Transferred, transferRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

/** The button that opens the dialog, for the head of a list. */
export function ExcelButton({ name }: { name: SheetName }) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.open}</Button>
      {open && <ExcelDialog name={name} onClose={() => setOpen(false)} />}
    </>
  )
}

function ExcelDialog({ name, onClose }: { name: SheetName; onClose: () => void }) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  return (
    <SheetDialog<Transferred>
      title={t.title(t.sheets[name])}
      words={t}
      href={`/api/files/${name}`}
      download={`${name}.xlsx`}
      send={(file, check) =>
        request<typeof transferRoutes.intoBodies>('post', `/api/files/${name}`, {
          body: { file, check },
        })
      }
      onTaken={async (result) => {
        await client.invalidateQueries()
        toast.show({ text: t.taken(result.added), tone: 'good' })
      }}
      checked={(result) => t.checked(result.added, result.already)}
      faults={({ problems }) => <Problems problems={problems} />}
      onClose={onClose}
    />
  )
}

const shown = 100

function Problems({ problems }: { problems: readonly RowProblem[] }) {
  const t = useTexts(vi, en)
  return (
    <>
      <Notice tone="bad" alert>
        <strong>{t.faults(problems.length)}</strong>
      </Notice>
      <div className="table-frame">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.fault}</th>
              <th scope="col">{t.given}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, shown).map((one) => (
              <tr key={`${one.row} ${one.column} ${one.code}`}>
                <td data-label={t.row}>{one.row}</td>
                <td>{one.column}</td>
                <td>{t.problems[one.code]}</td>
                <td>{one.given}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
