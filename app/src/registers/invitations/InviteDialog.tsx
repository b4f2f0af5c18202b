// Whom to invite and as what; changing as what somebody is invited.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { CheckField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import type { agendaRoutes } from '../agenda/contract.ts'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type { personRoutes } from '../persons/contract.ts'
import type { InvitationView, invitationRoutes } from './contract.ts'
import type { Capacity } from './invitation.ts'
import { en, vi } from './texts.ts'

const capacities = ['chair', 'member', 'invited', 'forItems'] as const
const kinds = ['person', 'body', 'account', 'outsider'] as const
type Kind = (typeof kinds)[number]

interface InviteDialogProps {
  conferenceId: string
  onClose: () => void
}

export function InviteDialog({ conferenceId, onClose }: InviteDialogProps) {
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const [kind, setKind] = useState<Kind>('person')
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [title, setTitle] = useState('')
  const [as, setAs] = useState<As>({ capacity: 'invited', votes: false, itemIds: [] })
  const who = () => {
    if (kind === 'person') return { personId: chosen }
    if (kind === 'body') return { organisationId: chosen }
    return kind === 'account' ? { address: typed.trim() } : { name: typed.trim() }
  }
  const add = useMutation({
    mutationFn: () =>
      request<typeof invitationRoutes.add>('post', '/api/conferences/{id}/invitations', {
        params: { id: conferenceId },
        body: { ...who(), ...(title.trim() ? { title: title.trim() } : {}), ...sentAs(as) },
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['conferences', conferenceId] }),
  })
  const listed = kind === 'person' || kind === 'body'
  const ready = (listed ? chosen !== null : typed.trim() !== '') && isReady(as)
  return (
    <FormDialog
      title={t.inviteTitle}
      change={add}
      ready={ready}
      onClose={onClose}
      submit={t.invite}
    >
      <SelectField
        label={t.who}
        value={kind}
        options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(value) => {
          setKind(value)
          setChosen(null)
          setTyped('')
        }}
      />
      {kind === 'person' && <PersonField value={chosen} onChange={setChosen} />}
      {kind === 'body' && <BodyField value={chosen} onChange={setChosen} />}
      {!listed && (
        <TextField
          label={kind === 'account' ? t.address : t.name}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
      )}
      {kind !== 'body' && (
        <TextField
          label={t.jobTitle}
          value={title}
          onChange={setTitle}
          {...(kind === 'person' ? { hint: t.jobTitleHint } : {})}
        />
      )}
      <AsFields conferenceId={conferenceId} value={as} onChange={setAs} />
    </FormDialog>
  )
}

interface ChoiceProps {
  value: string | null
  onChange: (value: string | null) => void
}

function PersonField(props: ChoiceProps) {
  const t = useTexts(vi, en)
  const on = todayInVietnam()
  const { data } = useQuery({
    queryKey: ['persons', on],
    queryFn: ({ signal }) =>
      request<typeof personRoutes.list>('get', '/api/persons', { query: { on }, signal }),
  })
  const options = (data?.persons ?? []).map((person) => ({
    value: person.id,
    label: person.name,
    ...(person.posts[0] ? { note: person.posts[0].title } : {}),
  }))
  return <Combobox label={t.person} options={options} {...props} />
}

function BodyField(props: ChoiceProps) {
  const t = useTexts(vi, en)
  const { data } = useBodies(null)
  return <Combobox label={t.body} options={bodyOptions(data?.bodies ?? [])} {...props} />
}

export function EditDialog(props: { invitation: InvitationView; onClose: () => void }) {
  const { invitation, onClose } = props
  const t = useTexts(vi, en)
  const client = useQueryClient()
  const [title, setTitle] = useState(invitation.title ?? '')
  const [as, setAs] = useState<As>(invitation)
  const save = useMutation({
    mutationFn: () =>
      request<typeof invitationRoutes.change>('patch', '/api/invitations/{id}', {
        params: { id: invitation.id },
        body: { title: title.trim() || null, ...sentAs(as) },
        version: invitation.version,
      }),
    onSuccess: onClose,
    onSettled: () =>
      client.invalidateQueries({ queryKey: ['conferences', invitation.conferenceId] }),
  })
  return (
    <FormDialog
      title={t.editOf(invitation.name)}
      change={save}
      ready={isReady(as)}
      onClose={onClose}
    >
      <TextField label={t.jobTitle} value={title} onChange={setTitle} />
      <AsFields conferenceId={invitation.conferenceId} value={as} onChange={setAs} />
    </FormDialog>
  )
}

/** As what somebody is invited. */
interface As {
  capacity: Capacity
  votes: boolean
  itemIds: readonly string[]
}

const isReady = ({ capacity, itemIds }: As): boolean =>
  capacity !== 'forItems' || itemIds.length > 0

const sentAs = ({ capacity, votes, itemIds }: As) => ({
  capacity,
  votes,
  ...(capacity === 'forItems' ? { itemIds } : {}),
})

interface AsFieldsProps {
  conferenceId: string
  value: As
  onChange: (value: As) => void
}

function AsFields({ conferenceId, value, onChange }: AsFieldsProps) {
  const t = useTexts(vi, en)
  return (
    <>
      <SelectField
        label={t.as}
        value={value.capacity}
        options={capacities.map((one) => ({ value: one, label: t.capacity[one] }))}
        onChange={(capacity) =>
          onChange({ ...value, capacity, votes: capacity === 'chair' || capacity === 'member' })
        }
      />
      <CheckField
        label={t.votes}
        value={value.votes}
        onChange={(votes) => onChange({ ...value, votes })}
      />
      {value.capacity === 'forItems' && (
        <ItemFields
          conferenceId={conferenceId}
          chosen={value.itemIds}
          onChange={(itemIds) => onChange({ ...value, itemIds })}
        />
      )}
    </>
  )
}

interface ItemFieldsProps {
  conferenceId: string
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

function ItemFields({ conferenceId, chosen, onChange }: ItemFieldsProps) {
  const t = useTexts(vi, en)
  const { data } = useQuery({
    queryKey: ['conferences', conferenceId, 'items'],
    queryFn: ({ signal }) =>
      request<typeof agendaRoutes.list>('get', '/api/conferences/{id}/items', {
        params: { id: conferenceId },
        signal,
      }),
  })
  return (
    <fieldset className="item-choices">
      <legend>{t.items}</legend>
      {data?.items.length === 0 && <p className="muted">{t.noItems}</p>}
      {data?.items.map((item) => (
        <CheckField
          key={item.id}
          label={[item.number, item.title].filter(Boolean).join('. ')}
          value={chosen.includes(item.id)}
          onChange={(on) =>
            onChange(on ? [...chosen, item.id] : chosen.filter((one) => one !== item.id))
          }
        />
      ))}
    </fieldset>
  )
}
