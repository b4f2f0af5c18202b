// A list as an Excel file: download it, check one, bring one in.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
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
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const [file, setFile] = useState<File | null>(null)
  const send = useMutation({
    mutationFn: async (check: boolean): Promise<Transferred> =>
      request<typeof transferRoutes.intoBodies>('post', `/api/files/${name}`, {
        body: { file: file ? await base64Of(file) : '', check },
      }),
    async onSuccess(result) {
      if (!result.done) return
      await client.invalidateQueries()
      toast.show({ text: t.taken(result.added), tone: 'good' })
      onClose()
    },
  })
  const result = send.data
  return (
    <Dialog title={t.title(t.sheets[name])} onClose={onClose} wide>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (file) send.mutate(false)
        }}
      >
        <p>{t.intro}</p>
        <p>
          <a href={`/api/files/${name}`} download={`${name}.xlsx`}>
            {t.download}
          </a>
        </p>
        <Field label={t.file}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="file"
              accept=".xlsx"
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null)
                send.reset()
              }}
            />
          )}
        </Field>
        <FormError error={send.error} />
        {result && !result.done && result.problems.length === 0 && (
          <Notice tone="good" alert>
            {t.checked(result.added, result.already)}
          </Notice>
        )}
        {result && result.problems.length > 0 && <Problems problems={result.problems} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.close}</Button>
          <Button disabled={!file || send.isPending} onClick={() => send.mutate(true)}>
            {t.check}
          </Button>
          <Button look="primary" type="submit" disabled={!file || send.isPending}>
            {t.take}
          </Button>
        </div>
      </form>
    </Dialog>
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

/** The bytes of a file in base64. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return btoa(text)
}
