// A regime is renamed, or ended from a day on.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { DateField, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import type { RegimeView, reportingRoutes } from './contract.ts'
import { en, vi } from './office-texts.ts'
import { en as reportsEn, vi as reportsVi } from './texts.ts'

export function EndDialog({ regime, onClose }: { regime: RegimeView; onClose: () => void }) {
  const t = useTexts(vi, en).end
  const r = useTexts(reportsVi, reportsEn)
  const [name, setName] = useState(regime.name)
  const [closedOn, setClosedOn] = useState(regime.closedOn)
  const [wrong, setWrong] = useState(false)
  const change = useSaved({
    send: () =>
      request<typeof reportingRoutes.change>('patch', '/api/report-regimes/{id}', {
        params: { id: regime.id },
        version: regime.version,
        body: { name: name.trim(), closedOn },
      }),
    words: r.saved,
    keys: ['reports'],
    onDone: onClose,
  })
  const changed = name.trim() !== regime.name || closedOn !== regime.closedOn
  return (
    <FormDialog
      title={t.title}
      change={change}
      ready={changed && name.trim() !== '' && !wrong}
      onClose={onClose}
    >
      <TextField label={r.name} value={name} onChange={setName} maxLength={300} required />
      <DateField label={t.on} value={closedOn} onChange={setClosedOn} onInvalid={setWrong} />
      <p className="muted">{t.hint}</p>
    </FormDialog>
  )
}
