// A member's own positions, item by item: three big buttons, and what they think where they do not just agree.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { TextArea } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { Stand } from './invitation.ts'
import type { positionRoutes } from './position-contract.ts'
import { en, vi } from './texts.ts'

const stands = ['noObjection', 'haveOpinion', 'object'] as const

interface Item {
  id: string
  number: string | null
  title: string
  position: { stand: Stand; body: string | null; version: number } | null
}

interface OwnPositionsProps {
  conferenceId: string
  invitationId: string
  /** Whether positions are still taken. */
  open: boolean
  items: readonly Item[]
}

export function OwnPositions({ items, ...rest }: OwnPositionsProps) {
  return (
    <ol className="own-positions">
      {items.map((item) => (
        <li key={item.id}>
          <ItemPosition item={item} {...rest} />
        </li>
      ))}
    </ol>
  )
}

function ItemPosition(props: Omit<OwnPositionsProps, 'items'> & { item: Item }) {
  const { item, conferenceId, invitationId, open } = props
  const t = useTexts(vi, en).position
  const client = useQueryClient()
  const toast = useToast()
  const [writing, setWriting] = useState<Stand | null>(null)
  const [text, setText] = useState(item.position?.body ?? '')
  const give = useMutation({
    mutationFn: (given: { stand: Stand; body?: string }) =>
      request<typeof positionRoutes.give>('put', '/api/session-items/{id}/position', {
        params: { id: item.id },
        body: { ...given, invitationId },
        version: item.position?.version ?? 0,
      }),
    onSuccess: () => {
      toast.show({ text: t.saved })
      setWriting(null)
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['conferences', conferenceId] })
      await client.invalidateQueries({ queryKey: ['my-conferences'] })
    },
  })
  const agree = () => give.mutate({ stand: 'noObjection' }, { onError: toast.showError })
  return (
    <>
      <p className="own-item">{[item.number, item.title].filter(Boolean).join('. ')}</p>
      <fieldset className="roll-buttons" aria-label={t.yours(item.title)}>
        {stands.map((stand) => (
          <button
            key={stand}
            type="button"
            className={`button big ${stand}`}
            aria-pressed={item.position?.stand === stand}
            disabled={!open || give.isPending}
            onClick={() => (stand === 'noObjection' ? agree() : setWriting(stand))}
          >
            {t.stands[stand]}
          </button>
        ))}
      </fieldset>
      {item.position?.body && <p className="own-opinion">{item.position.body}</p>}
      {writing && (
        <FormDialog
          title={t.yours(item.title)}
          change={{ ...give, mutate: () => give.mutate({ stand: writing, body: text.trim() }) }}
          ready={text.trim() !== ''}
          onClose={() => setWriting(null)}
          submit={t.save}
        >
          <p>
            <strong>{t.stands[writing]}</strong>
          </p>
          <TextArea label={t.text} value={text} onChange={setText} rows={6} autoFocus />
        </FormDialog>
      )}
    </>
  )
}
