// A report from a filled-in Excel file: checked first, taken as a whole.
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
import { base64Of } from '../transfer/ExcelDialog.tsx'
import type { FileTaken, reportingRoutes, SlotView } from './contract.ts'
import { en, vi } from './texts.ts'

interface FileDialogProps {
  slot: SlotView
  onSlot: (slot: SlotView) => void
  onClose: () => void
}

export function ReportFileDialog({ slot, onSlot, onClose }: FileDialogProps) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const [file, setFile] = useState<File | null>(null)
  const send = useMutation({
    mutationFn: async (check: boolean): Promise<FileTaken> =>
      request<typeof reportingRoutes.fileIn>('post', '/api/report-slots/{id}/xlsx', {
        params: { id: slot.id },
        version: slot.version,
        body: { file: file ? await base64Of(file) : '', check },
      }),
    async onSuccess(result) {
      if (!result.done) return
      onSlot(result.slot)
      await client.invalidateQueries({ queryKey: ['reports'] })
      toast.show({ text: t.taken(result.changed), tone: 'good' })
      onClose()
    },
  })
  const result = send.data
  return (
    <Dialog title={t.excelTitle} onClose={onClose} wide>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (file) send.mutate(false)
        }}
      >
        <p>{t.excelIntro}</p>
        <p>
          <a href={`/api/report-slots/${slot.id}/xlsx`} download>
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
            {t.checked(result.changed, result.same)}
          </Notice>
        )}
        {result && result.problems.length > 0 && <Faults problems={result.problems} />}
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

function Faults({ problems }: { problems: FileTaken['problems'] }) {
  const t = useTexts(vi, en)
  return (
    <>
      <Notice tone="bad" alert>
        <strong>{t.faults(problems.length)}</strong>
      </Notice>
      <ul className="plain-list">
        {problems.slice(0, 100).map((one) => (
          <li key={`${one.row} ${one.column} ${one.code}`}>
            {t.row} {one.row}, {one.column}: {t.problems[one.code]}
            {one.given !== '' && ` (${one.given})`}
          </li>
        ))}
      </ul>
    </>
  )
}
