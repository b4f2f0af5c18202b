// A report's Excel file: the form to fill in, checked, brought in.
import { useQueryClient } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { SheetDialog } from '../../web/ui/SheetDialog.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { FileTaken, reportingRoutes, SlotView } from './contract.ts'
import { en, vi } from './texts.ts'

interface FileDialogProps {
  slot: SlotView
  onSlot: (slot: SlotView) => void
  onClose: () => void
}

export function ReportFileDialog({ slot, onSlot, onClose }: FileDialogProps) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const toast = useToast()
  return (
    <SheetDialog<FileTaken>
      title={t.excelTitle}
      words={{ ...t, intro: t.excelIntro }}
      href={`/api/report-slots/${slot.id}/xlsx`}
      send={(file, check) =>
        request<typeof reportingRoutes.fileIn>('post', '/api/report-slots/{id}/xlsx', {
          params: { id: slot.id },
          version: slot.version,
          body: { file, check },
        })
      }
      onTaken={async (result) => {
        onSlot(result.slot)
        await client.invalidateQueries({ queryKey: ['reports'] })
        toast.show({ text: t.taken(result.changed), tone: 'good' })
      }}
      checked={(result) => t.checked(result.changed, result.same)}
      faults={({ problems }) => <Faults problems={problems} />}
      onClose={onClose}
    />
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
