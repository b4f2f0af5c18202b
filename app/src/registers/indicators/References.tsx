// The province beside others: what somebody entered of them, with where it can be read.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import type { IndicatorView } from './contract.ts'
import type { figureRoutes, ReferenceView } from './figure-contract.ts'
import { en as figuresEn, vi as figuresVi } from './figure-texts.ts'
import { periodLabel, periodOf } from './period.ts'
import { formatAmount } from './TargetStatus.tsx'

interface ReferencesProps {
  indicator: IndicatorView
  references: readonly ReferenceView[]
  mayEdit: boolean
}

export function References({ indicator, references, mayEdit }: ReferencesProps) {
  const t = useTexts(figuresVi, figuresEn).references
  const [adding, setAdding] = useState(false)
  const [taken, setTaken] = useState<ReferenceView | null>(null)
  if (references.length === 0 && !mayEdit) return null
  return (
    <section className="targets">
      <div className="row section-head">
        <h2>{t.title}</h2>
        {mayEdit && <Button onClick={() => setAdding(true)}>{t.add}</Button>}
      </div>
      <p className="muted">{t.intro}</p>
      {references.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <Table
          indicator={indicator}
          references={references}
          onTake={mayEdit ? setTaken : undefined}
        />
      )}
      {adding && <AddDialog indicator={indicator} onClose={() => setAdding(false)} />}
      {taken && <TakeDialog of={taken} onClose={() => setTaken(null)} />}
    </section>
  )
}

interface TableProps {
  indicator: IndicatorView
  references: readonly ReferenceView[]
  onTake: ((one: ReferenceView) => void) | undefined
}

/** A period after another, each with the province's own figure first. */
function Table({ indicator, references, onTake }: TableProps) {
  const t = useTexts(figuresVi, figuresEn).references
  const { language } = useLanguage()
  const periods = Map.groupBy(references, ({ from, to }) => `${from} ${to}`)
  const amount = (value: number) => formatAmount(indicator, language, value)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.place}</th>
            <th scope="col" className="number">
              {t.value}
            </th>
            <th scope="col" className="number">
              {t.difference}
            </th>
            <th scope="col">{t.source}</th>
          </tr>
        </thead>
        {[...periods].map(([key, those]) => {
          const [first] = those
          if (!first) return null
          return (
            <tbody key={key}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {periodLabel(periodOf(first), language)}
                </th>
              </tr>
              <tr>
                <th scope="row">{t.own}</th>
                <td data-label={t.value} className="number">
                  <strong>{first.own === null ? t.ownMissing : amount(first.own)}</strong>
                </td>
                <td />
                <td />
              </tr>
              {those.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.place}</th>
                  <td data-label={t.value} className="number">
                    {amount(one.value)}
                  </td>
                  <td data-label={t.difference} className="number">
                    {one.own === null ? '–' : difference(one.own - one.value, amount)}
                  </td>
                  <td data-label={t.source}>
                    {one.source}{' '}
                    <span className="muted source-note">
                      {t.recorded(one.recordedBy, formatInstant(one.recordedAt))}
                    </span>
                    {onTake && (
                      <Button
                        small
                        look="plain"
                        aria-label={`${t.takeBack}: ${one.place}`}
                        onClick={() => onTake(one)}
                      >
                        {t.takeBack}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

/** The own figure less the other one, with its sign. */
const difference = (value: number, amount: (value: number) => string): string =>
  `${value > 0 ? '+' : ''}${amount(Number(value.toPrecision(12)))}`

function AddDialog({ indicator, onClose }: { indicator: IndicatorView; onClose: () => void }) {
  const t = useTexts(figuresVi, figuresEn)
  const r = t.references
  const [place, setPlace] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [figure, setFigure] = useState('')
  const [source, setSource] = useState('')
  const [invalid, setInvalid] = useState({ from: false, to: false })
  const change = useSaved({
    send: () =>
      request<typeof figureRoutes.addReference>('post', '/api/indicators/{id}/references', {
        params: { id: indicator.id },
        body: {
          place: place.trim(),
          from: from ?? '',
          to: to ?? '',
          figure,
          source: source.trim(),
        },
      }),
    onDone: onClose,
    words: r.saved,
    keys: ['indicators'],
  })
  const words = [place, figure, source].every((one) => one.trim() !== '')
  const ready = words && from !== null && to !== null && !invalid.from && !invalid.to
  return (
    <FormDialog title={r.addTitle} change={change} ready={ready} onClose={onClose}>
      <TextField
        label={r.place}
        hint={r.placeHint}
        value={place}
        onChange={setPlace}
        maxLength={200}
        autoFocus
      />
      <div className="field-pair">
        <DateField
          label={r.from}
          value={from}
          onChange={setFrom}
          onInvalid={(wrong) => setInvalid((now) => ({ ...now, from: wrong }))}
        />
        <DateField
          label={r.to}
          value={to}
          onChange={setTo}
          onInvalid={(wrong) => setInvalid((now) => ({ ...now, to: wrong }))}
        />
      </div>
      <TextField
        label={r.value}
        hint={r.valueHint}
        value={figure}
        onChange={setFigure}
        maxLength={200}
      />
      <TextArea
        label={r.source}
        hint={r.sourceHint}
        value={source}
        onChange={setSource}
        rows={2}
        maxLength={500}
      />
    </FormDialog>
  )
}

function TakeDialog({ of, onClose }: { of: ReferenceView; onClose: () => void }) {
  const t = useTexts(figuresVi, figuresEn).references
  const [reason, setReason] = useState('')
  const change = useSaved({
    send: () =>
      request<typeof figureRoutes.withdrawReference>(
        'post',
        '/api/indicator-references/{id}/withdraw',
        { params: { id: of.id }, body: { reason } },
      ),
    onDone: onClose,
    words: t.taken,
    keys: ['indicators'],
  })
  return (
    <FormDialog title={t.takeBack} change={change} ready={reason.trim() !== ''} onClose={onClose}>
      <p>
        {of.place}: {of.source}
      </p>
      <TextField label={t.reason} value={reason} onChange={setReason} maxLength={1000} />
    </FormDialog>
  )
}
