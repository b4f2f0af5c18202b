// Merge, split, take over: which bodies, from which day, with what shares.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { parseNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { CheckField, DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { BodyDialogProps } from './BodyDialogs.tsx'
import type { BodyLine, organisationRoutes, Reorganisation } from './contract.ts'
import { bases, defaultLines } from './organisation.ts'
import { en, vi } from './texts.ts'
import { bodyOptions, useBodies } from './useBodies.tsx'

type Kind = Reorganisation['kind']
type Below = Reorganisation['below']
type Basis = (typeof bases)[number]

/** A body chosen, or the name of a new one. */
type Picked = { body: BodyLine } | { name: string }

const nameOf = (one: Picked): string => ('body' in one ? one.body.name : one.name)

const kindChoices: Kind[] = ['merge', 'takeOver', 'split']
const belowChoices: Below[] = ['refuse', 'move', 'end']

export function ReorganiseDialog({ page, onClose }: BodyDialogProps) {
  const t = useTexts(vi, en).reorganise
  const words = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const { language } = useLanguage()
  const client = useQueryClient()
  const toast = useToast()
  const { data } = useBodies(null)
  const [kind, setKind] = useState<Kind>('merge')
  const [on, setOn] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const [others, setOthers] = useState<Picked[]>([])
  const [successors, setSuccessors] = useState<Picked[]>([])
  const [shares, setShares] = useState<Record<string, string>>({})
  const [basis, setBasis] = useState<Basis>('given')
  const [ends, setEnds] = useState(true)
  const [below, setBelow] = useState<Below>(page.below.length > 0 ? 'move' : 'refuse')
  const [legal, setLegal] = useState('')
  const [tried, setTried] = useState(false)

  const merged = kind === 'merge' ? others : []
  const several = successors.length > 1
  const parsed = successors.map((one) => parseNumber(shares[nameOf(one)] ?? '', language))
  const complete =
    on !== null &&
    !wrong &&
    successors.length > 0 &&
    (kind !== 'merge' || (merged.length > 0 && successors.length === 1)) &&
    (kind !== 'split' || several || !ends) &&
    !parsed.includes(undefined)

  const save = useMutation({
    mutationFn: () =>
      request<typeof organisationRoutes.reorganise>('post', '/api/organisations/changes', {
        body: content(),
      }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['bodies'] })
      toast.show({ text: t.done, tone: 'good' })
      onClose()
    },
  })

  function content(): Reorganisation {
    const going = [page.body, ...merged.flatMap((one) => ('body' in one ? [one.body] : []))]
    return {
      kind,
      on: on ?? '',
      predecessors: going.map(({ id, version }) => ({ id, version, ends })),
      successors: successors.map((one) =>
        'body' in one
          ? { id: one.body.id, version: one.body.version }
          : { body: { kind: newKind(), name: one.name, parents: placesOfNew() } },
      ),
      lines: defaultLines(going.length, successors.length).map((line) => {
        const percent = several ? parsed[line.to] : 100
        return percent == null ? line : { ...line, basis, weight: percent / 100 }
      }),
      below,
      legalReference: legal.trim() || null,
    }
  }

  const newKind = () => (page.body.kind === 'province' ? 'other' : page.body.kind)
  /** A new body stands where the former one stands. */
  const placesOfNew = () => page.body.parents

  const choices = (data?.bodies ?? []).filter((one) => one.id !== page.body.id)
  const pick = (id: string | null): Picked[] => {
    const body = choices.find((one) => one.id === id)
    return body ? [{ body }] : []
  }
  const free = choices.filter(
    (one) => ![...others, ...successors].some((had) => 'body' in had && had.body.id === one.id),
  )
  return (
    <Dialog title={t.title(page.body.name)} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (complete) save.mutate()
        }}
      >
        <SelectField
          label={t.kind}
          value={kind}
          onChange={setKind}
          options={kindChoices.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <DateField label={t.on} value={on} onChange={setOn} onInvalid={setWrong} />
        {kind === 'merge' && (
          <>
            <Combobox
              key={`others ${others.length}`}
              label={t.others}
              options={bodyOptions(free)}
              value={null}
              onChange={(id) => setOthers([...others, ...pick(id)])}
            />
            <PickedList picked={others} onChange={setOthers} />
          </>
        )}
        <Combobox
          key={`successors ${successors.length}`}
          label={t.successors}
          hint={t.successorsHint}
          options={bodyOptions(free)}
          value={null}
          onChange={(id) => setSuccessors([...successors, ...pick(id)])}
          create={{
            label: t.create,
            run: (name) => setSuccessors([...successors, { name }]),
          }}
        />
        <PickedList picked={successors} onChange={setSuccessors} />
        {several &&
          successors.map((one) => (
            <TextField
              key={nameOf(one)}
              label={t.share(nameOf(one))}
              hint={t.shareHint}
              inputMode="decimal"
              value={shares[nameOf(one)] ?? ''}
              onChange={(value) => setShares({ ...shares, [nameOf(one)]: value })}
            />
          ))}
        {several && (
          <SelectField
            label={t.basis}
            value={basis}
            onChange={setBasis}
            options={bases.map((value) => ({ value, label: words.bases[value] }))}
          />
        )}
        <CheckField label={t.ends} value={ends} onChange={setEnds} />
        {ends && (
          <SelectField
            label={t.below}
            value={below}
            onChange={setBelow}
            options={belowChoices
              .filter((value) => value !== 'move' || !several)
              .map((value) => ({ value, label: t.belowChoices[value] }))}
          />
        )}
        <TextField label={words.form.legal} value={legal} onChange={setLegal} maxLength={300} />
        {tried && !complete && <Notice tone="warn">{t.incomplete}</Notice>}
        <FormError error={save.error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="primary" type="submit" disabled={save.isPending}>
            {t.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface PickedListProps {
  picked: Picked[]
  onChange: (picked: Picked[]) => void
}

function PickedList({ picked, onChange }: PickedListProps) {
  const t = useTexts(vi, en).reorganise
  if (picked.length === 0) return null
  return (
    <ul className="picked">
      {picked.map((one) => (
        <li key={nameOf(one)} className="chip">
          {nameOf(one)} {!('body' in one) && <span className="muted">({t.fresh})</span>}
          <Button
            small
            look="plain"
            aria-label={t.remove(nameOf(one))}
            onClick={() => onChange(picked.filter((other) => other !== one))}
          >
            ✕
          </Button>
        </li>
      ))}
    </ul>
  )
}
