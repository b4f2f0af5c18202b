// A new item of the agenda, or the facts of one.
import { useState } from 'react'
import { type Level, levels } from '../../http/access.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { CheckField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { type AskedFor, askedFor } from '../conferences/plan.ts'
import type { PlanView } from '../conferences/plan-contract.ts'
import { en as planEn, vi as planVi } from '../conferences/plan-texts.ts'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type { agendaRoutes, SessionItemView } from './contract.ts'
import { en, vi } from './texts.ts'
import { useSending } from './useAgenda.tsx'

interface ItemDialogProps {
  plan: PlanView
  /** The items that are there: their groups are offered. */
  items: readonly SessionItemView[]
  /** The one to change; a new one where it is left out. */
  item?: SessionItemView
  onClose: () => void
}

export function ItemDialog({ plan, items, item, onClose }: ItemDialogProps) {
  const t = useTexts(vi, en)
  const words = useTexts(planVi, planEn)
  const bodies = bodyOptions(useBodies(null).data?.bodies ?? [])
  const [text, setText] = useState({
    title: item?.title ?? '',
    number: item?.number ?? '',
    group: item?.groupTitle ?? '',
    minutes: item?.minutes?.toString() ?? '',
  })
  const [asked, setAsked] = useState<AskedFor>(item?.asked ?? 'decide')
  const [submitterId, setSubmitter] = useState<string | null>(item?.submitter?.id ?? null)
  const [level, setLevel] = useState<Level | ''>(item?.level ?? '')
  const [personnel, setPersonnel] = useState(item?.personnel ?? false)
  const minutes = text.minutes.trim() === '' ? null : Number(text.minutes)
  const wrong = minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1000)
  const body = {
    title: text.title.trim(),
    number: text.number.trim() || null,
    groupTitle: text.group.trim() || null,
    minutes,
    submitterId,
    asked,
    ...(level ? { level } : {}),
    personnel,
  }
  const send = useSending({
    send: () =>
      item
        ? request<typeof agendaRoutes.change>('patch', '/api/session-items/{id}', {
            params: { id: item.id },
            version: item.version,
            body,
          })
        : request<typeof agendaRoutes.add>('post', '/api/conferences/{id}/items', {
            params: { id: plan.id },
            body,
          }),
    words: item ? t.saved : t.added,
    onDone: onClose,
  })
  const field = (name: keyof typeof text) => ({
    label: t.form[name],
    value: text[name],
    onChange: (value: string) => setText({ ...text, [name]: value }),
  })
  const groups = [...new Set(items.flatMap(({ groupTitle }) => groupTitle ?? []))]
  const choices = levels.filter((one) => !(personnel && one === 'public'))
  return (
    <FormDialog
      title={item ? t.editTitle : t.addTitle}
      change={send}
      ready={body.title !== '' && !wrong}
      onClose={onClose}
    >
      <TextArea {...field('title')} rows={2} maxLength={500} required autoFocus />
      <SelectField
        label={t.form.asked}
        value={asked}
        onChange={setAsked}
        options={askedFor.map((value) => ({ value, label: t.asked[value] }))}
      />
      <Combobox
        label={t.form.submitter}
        options={bodies}
        value={submitterId}
        onChange={setSubmitter}
      />
      <div className="field-pair">
        <TextField
          {...field('minutes')}
          inputMode="numeric"
          maxLength={4}
          error={wrong ? t.form.minutesWrong : null}
        />
        <TextField {...field('number')} hint={t.form.numberHint} maxLength={20} />
      </div>
      <TextField {...field('group')} maxLength={300} list="agenda-groups" />
      <datalist id="agenda-groups">
        {groups.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <SelectField
        label={t.form.level}
        hint={level && words.levelHints[level]}
        value={level}
        onChange={setLevel}
        options={[
          ...(item ? [] : [{ value: '' as const, label: t.form.asConference }]),
          ...choices.map((value) => ({ value, label: words.levels[value] })),
        ]}
      />
      <CheckField label={t.form.personnel} value={personnel} onChange={setPersonnel} />
    </FormDialog>
  )
}
