// The treasury's file: checked first, shown, taken as a whole.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { TextArea } from '../../web/ui/Field.tsx'
import { base64Of, SheetField } from '../../web/ui/SheetDialog.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { useMoney } from './AmountField.tsx'
import { en, vi } from './texts.ts'
import type { TreasuryTaken, treasuryRoutes } from './treasury-contract.ts'

interface TreasuryDialogProps {
  year: string
  onClose: () => void
}

export function TreasuryDialog({ year, onClose }: TreasuryDialogProps) {
  const t = useTexts(vi, en).treasury
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const [file, setFile] = useState<File | null>(null)
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: async (check: boolean): Promise<TreasuryTaken> =>
      request<typeof treasuryRoutes.in>('post', '/api/files/disbursements', {
        body: {
          fileName: file?.name ?? '',
          file: file ? await base64Of(file) : '',
          reason: reason.trim() || null,
          check,
        },
      }),
    async onSuccess(result) {
      if (!result.done) return
      await client.invalidateQueries({ queryKey: ['projects'] })
      toast.show({ text: t.taken(result.changed), tone: 'good' })
      onClose()
    },
  })
  const result = send.data
  const checked = result !== undefined && result.problems.length === 0
  const asked = checked && result.asked > 0
  const busy = !file || send.isPending
  return (
    <Dialog title={t.title} onClose={onClose} wide>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (file) send.mutate(!checked)
        }}
      >
        <p>{t.intro}</p>
        <p>
          <a href={`/api/files/disbursements?year=${year}`} download>
            {t.download(year)}
          </a>
        </p>
        <SheetField
          label={t.file}
          onFile={(chosen) => {
            setFile(chosen)
            send.reset()
          }}
        />
        {checked && <Preview result={result} />}
        {result && result.problems.length > 0 && <Faults problems={result.problems} />}
        {asked && (
          <TextArea
            label={t.reason}
            hint={t.reasonHint(result.asked)}
            value={reason}
            onChange={setReason}
            rows={2}
            maxLength={1000}
            required
          />
        )}
        <FormError error={send.error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button disabled={busy} onClick={() => send.mutate(true)}>
            {t.check}
          </Button>
          <Button
            look="primary"
            disabled={busy || !checked || (asked && reason.trim() === '')}
            onClick={() => send.mutate(false)}
          >
            {t.take}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Preview({ result }: { result: TreasuryTaken }) {
  const t = useTexts(vi, en)
  const money = useMoney()
  return (
    <>
      <Notice tone="good" alert>
        {t.treasury.checked(result.changed, result.same)}
      </Notice>
      {result.rows.length > 0 && (
        <div className="table-frame">
          <table className="table cards">
            <caption>{t.million}</caption>
            <thead>
              <tr>
                <th scope="col">{t.treasury.row}</th>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.money.source}</th>
                <th scope="col">{t.months.until}</th>
                <th scope="col" className="number">
                  {t.treasury.before}
                </th>
                <th scope="col" className="number">
                  {t.treasury.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {result.rows.map((one) => (
                <tr key={one.row}>
                  <th scope="row">{one.row}</th>
                  <td data-label={t.name}>{one.project}</td>
                  <td data-label={t.money.source}>{t.sources[one.source]}</td>
                  <td data-label={t.months.until}>{t.month(one.until)}</td>
                  <td data-label={t.treasury.before} className="number">
                    {one.before === null ? '–' : money.millions(one.before)}
                  </td>
                  <td data-label={t.treasury.after} className="number">
                    {money.millions(one.after)}
                    {one.falls && <span className="source-note">{t.treasury.falls}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {result.changed > result.rows.length && (
        <p className="muted">{t.treasury.more(result.changed - result.rows.length)}</p>
      )}
    </>
  )
}

const faultsShown = 100

function Faults({ problems }: { problems: TreasuryTaken['problems'] }) {
  const t = useTexts(vi, en).treasury
  return (
    <>
      <Notice tone="bad" alert>
        <strong>{t.faults(problems.length)}</strong>
      </Notice>
      <ul className="plain-list">
        {problems.slice(0, faultsShown).map((one) => (
          <li key={`${one.row} ${one.column} ${one.code}`}>
            {t.cell(one.row, one.column)}: {t.problems[one.code]}
            {one.given !== '' && ` (${one.given})`}
          </li>
        ))}
      </ul>
      {problems.length > faultsShown && (
        <p className="muted">{t.moreFaults(problems.length - faultsShown)}</p>
      )}
    </>
  )
}
