// An instrument entered or corrected: its number as it is read, QĐ asked about, and what the register may have already.
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { ApiProblem, request } from '../../web/api.ts'
import { changed } from '../../web/changed.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { BodyField } from '../assignments/BodyField.tsx'
import type { CitationView, InstrumentView, instrumentRoutes } from './contract.ts'
import {
  type InstrumentKind,
  instrumentKinds,
  instrumentLevels,
  type Side,
  sides,
} from './kinds.ts'
import { kindsOf, readSymbol } from './symbol.ts'
import { en, vi } from './texts.ts'
import {
  useDocumentOptions,
  useInstrumentChange,
  useInstrumentName,
  useInstrumentOptions,
} from './useInstruments.tsx'

interface Candidate {
  id: string
  kind: InstrumentKind
  symbol: string | null
  issuedOn: string | null
  term: string | null
  title: string
}

interface InstrumentDialogProps {
  instrument?: InstrumentView
  /** What it is registered from: all name the same instrument. */
  citations?: readonly CitationView[]
  onClose: () => void
}

/** What a citation says of the instrument that it names; what it does not say is left to a person. */
function startOf(instrument?: InstrumentView, citation?: CitationView) {
  if (instrument) return instrument
  const symbol = citation ? (citation.symbol ?? '') : ''
  const read = readSymbol(symbol)
  const kinds = citation ? kindsOf(citation.source.quote, citation.type, citation.symbol) : []
  return {
    symbol: read && !read.bare ? read.written : symbol,
    kind: kinds.length === 1 ? (kinds[0] ?? '') : '',
    side: read?.side ?? '',
    title: citation?.about ?? '',
    issuer: citation?.issuer ?? '',
    issuedOn: citation?.issuedOn ?? null,
    issuerId: null,
    term: '',
    document: null,
    level: null,
    note: '',
  } as const
}

export function InstrumentDialog({ instrument, citations = [], onClose }: InstrumentDialogProps) {
  const t = useTexts(vi, en)
  const [, go] = useLocation()
  const start = startOf(instrument, citations[0])
  const [symbol, setSymbol] = useState(start.symbol ?? '')
  const [kind, setKind] = useState<InstrumentKind | ''>(start.kind as InstrumentKind | '')
  const [side, setSide] = useState<Side | ''>(start.side as Side | '')
  const [title, setTitle] = useState<string>(start.title)
  const [issuer, setIssuer] = useState(start.issuer ?? '')
  const [issuerId, setIssuerId] = useState<string | null>(start.issuerId)
  const [issuedOn, setIssued] = useState<string | null>(start.issuedOn)
  const [term, setTerm] = useState(start.term ?? '')
  const [documentId, setDocument] = useState<string | null>(start.document?.id ?? null)
  const [level, setLevel] = useState(start.level ?? '')
  const [note, setNote] = useState(start.note ?? '')
  const [wrong, setWrong] = useState(false)
  const documents = useDocumentOptions()
  const read = readSymbol(symbol)
  const facts = (otherThan: string[]) => ({
    ...{ side, kind, title: title.trim(), issuerId, issuedOn, otherThan },
    // A file that is only hidden from whoever writes is not taken away.
    ...(instrument
      ? changed({ documentId: start.document?.id ?? null }, { documentId })
      : { documentId }),
    symbol: symbol.trim() || null,
    issuer: issuer.trim() || null,
    term: term.trim() || null,
    note: note.trim() || null,
    ...(level ? { level } : {}),
  })
  const send = (otherThan: string[]) =>
    instrument
      ? request<typeof instrumentRoutes.change>('patch', '/api/instruments/{id}', {
          params: { id: instrument.id },
          version: instrument.version,
          body: facts(otherThan),
        })
      : request<typeof instrumentRoutes.add>('post', '/api/instruments', {
          body: { ...facts(otherThan), citationIds: citations.map(({ id }) => id) },
        })
  // Those that a person looked at and said are others.
  const others = useRef<string[]>([])
  const done = ({ instrument: { id } }: { instrument: { id: string } }) => {
    onClose()
    if (!instrument) go(`/instruments/${id}`)
  }
  const save = useInstrumentChange(() => send(others.current), done)
  const problem = save.error instanceof ApiProblem ? save.error : null
  const candidates = (problem?.body.candidates ?? []) as Candidate[]
  return (
    <FormDialog
      title={instrument ? t.form.editTitle : t.form.addTitle}
      change={save}
      ready={kind !== '' && side !== '' && title.trim() !== '' && !wrong}
      onClose={onClose}
    >
      <TextField
        label={t.form.symbol}
        value={symbol}
        onChange={(typed) => {
          setSymbol(typed)
          const now = readSymbol(typed)
          if (now?.kinds.length === 1 && kind === '') setKind(now.kinds[0] as InstrumentKind)
          if (now?.side && side === '') setSide(now.side)
        }}
        maxLength={60}
        hint={
          read && !read.bare && read.written !== symbol.trim()
            ? t.form.readAs(read.written)
            : t.form.symbolHint
        }
        autoFocus
      />
      <div className="field-pair">
        <SelectField
          label={t.kind}
          value={kind}
          onChange={setKind}
          hint={read && read.kinds.length > 1 ? t.form.ambiguous : undefined}
          options={[
            { value: '' as const, label: t.form.choose },
            ...instrumentKinds.map((value) => ({ value, label: t.kinds[value] })),
          ]}
        />
        <SelectField
          label={t.side}
          value={side}
          onChange={setSide}
          options={[
            { value: '' as const, label: t.form.choose },
            ...sides.map((value) => ({ value, label: t.sides[value] })),
          ]}
        />
      </div>
      <TextArea
        label={t.form.title}
        value={title}
        onChange={setTitle}
        rows={2}
        maxLength={500}
        required
      />
      <div className="field-pair">
        <DateField
          label={t.form.issuedOn}
          value={issuedOn}
          onChange={setIssued}
          onInvalid={setWrong}
        />
        <TextField
          label={t.form.term}
          value={term}
          onChange={setTerm}
          maxLength={20}
          hint={read?.runs === 'term' && !issuedOn ? t.form.termHint : undefined}
        />
      </div>
      <TextField label={t.form.issuer} value={issuer} onChange={setIssuer} maxLength={300} />
      {side === 'own' && (
        <BodyField label={t.form.issuerBody} value={issuerId} onChange={setIssuerId} />
      )}
      <Combobox
        label={t.form.document}
        options={documents}
        value={documentId}
        onChange={setDocument}
      />
      <SelectField
        label={t.form.level}
        value={level}
        onChange={setLevel}
        options={[
          ...(instrument ? [] : [{ value: '' as const, label: t.form.levelAsCited }]),
          ...instrumentLevels.map((value) => ({ value, label: t.levels[value] })),
        ]}
      />
      <TextArea label={t.form.note} value={note} onChange={setNote} rows={2} maxLength={1000} />
      {candidates.length > 0 && (
        <Candidates
          candidates={candidates}
          citations={citations}
          onSame={(id) => {
            onClose()
            go(`/instruments/${id}`)
          }}
          onOther={
            problem?.code === 'instrumentMaybe'
              ? () => {
                  others.current = [...others.current, ...candidates.map(({ id }) => id)]
                  save.mutate()
                }
              : null
          }
        />
      )}
    </FormDialog>
  )
}

interface CandidatesProps {
  candidates: readonly Candidate[]
  citations: readonly CitationView[]
  onSame: (id: string) => void
  onOther: (() => void) | null
}

/** What the register may have already: a person says whether it is one of them. */
function Candidates({ candidates, citations, onSame, onOther }: CandidatesProps) {
  const t = useTexts(vi, en)
  const name = useInstrumentName()
  const link = useInstrumentChange(async () => {
    for (const one of citations) {
      await request<typeof instrumentRoutes.cite>('patch', '/api/citations/{id}', {
        params: { id: one.id },
        version: one.version,
        body: { instrumentId: chosen },
      })
    }
    return chosen
  }, onSame)
  const [chosen, choose] = useState(candidates[0]?.id ?? '')
  return (
    <fieldset className="panel stack">
      {candidates.map((one) => (
        <label key={one.id} className="check-field">
          <input
            type="radio"
            name="candidate"
            checked={chosen === one.id}
            onChange={() => choose(one.id)}
          />
          <span>
            {name(one)}
            {one.issuedOn && `, ${formatDate(one.issuedOn)}`}
            {one.term && ` (${one.term})`}: {one.title}
          </span>
        </label>
      ))}
      <div className="row">
        <Button onClick={() => link.mutate()} disabled={link.isPending}>
          {t.form.same}
        </Button>
        {onOther && <Button onClick={onOther}>{t.form.another}</Button>}
      </div>
    </fieldset>
  )
}

interface WithdrawDialogProps {
  instrument: InstrumentView
  onClose: () => void
}

/** Out of the register: entered by mistake, or the same as another. */
export function WithdrawDialog({ instrument, onClose }: WithdrawDialogProps) {
  const t = useTexts(vi, en).page
  const [, go] = useLocation()
  const [reason, setReason] = useState('')
  const [into, setInto] = useState<string | null>(null)
  const options = useInstrumentOptions(instrument.id)
  const withdraw = useInstrumentChange(
    () =>
      request<typeof instrumentRoutes.withdraw>('post', '/api/instruments/{id}/withdraw', {
        params: { id: instrument.id },
        version: instrument.version,
        body: { reason, into },
      }),
    () => go(into ? `/instruments/${into}` : '/instruments'),
    t.withdrawn,
  )
  return (
    <FormDialog
      title={t.withdrawTitle}
      change={withdraw}
      ready={reason.trim() !== ''}
      onClose={onClose}
      danger
    >
      <p className="muted">{instrument.title}</p>
      <Combobox
        label={t.into}
        options={options}
        value={into}
        onChange={setInto}
        hint={t.intoHint}
      />
      <TextArea label={t.reason} value={reason} onChange={setReason} maxLength={1000} required />
    </FormDialog>
  )
}

/** The draft of a review: period, kind, and under whose name it stands. */
export function ReviewDialog({ instrument, onClose }: WithdrawDialogProps) {
  const t = useTexts(vi, en).page
  const year = new Date().getFullYear()
  const [kind, setKind] = useState<'interim' | 'final'>('interim')
  const [from, setFrom] = useState<string | null>(instrument.issuedOn ?? `${year}-01-01`)
  const [to, setTo] = useState<string | null>(`${year}-12-31`)
  const [body, setBody] = useState<string | null>(instrument.issuerId)
  const [wrong, setWrong] = useState(false)
  const ready = from !== null && to !== null && from <= to && body !== null && !wrong
  const query = new URLSearchParams({ kind, from: from ?? '', to: to ?? '', body: body ?? '' })
  return (
    <FormDialog
      title={t.reviewTitle}
      change={{
        mutate: () => {
          window.location.assign(`/api/instruments/${instrument.id}/review?${query}`)
          onClose()
        },
        error: null,
        isPending: false,
      }}
      ready={ready}
      onClose={onClose}
      submit={t.download}
    >
      <p>{t.reviewIntro}</p>
      <SelectField
        label={t.reviewKind}
        value={kind}
        onChange={setKind}
        options={(['interim', 'final'] as const).map((value) => ({
          value,
          label: t.reviewKinds[value],
        }))}
      />
      <div className="field-pair">
        <DateField label={t.from} value={from} onChange={setFrom} onInvalid={setWrong} />
        <DateField label={t.to} value={to} onChange={setTo} onInvalid={setWrong} />
      </div>
      <BodyField label={t.reviewBody} value={body} onChange={setBody} />
    </FormDialog>
  )
}
