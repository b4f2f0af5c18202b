// Screens of the meeting room: make a link, see whether it was opened, switch it off.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { TextField } from '../../web/ui/Field.tsx'
import { FormError } from '../../web/ui/States.tsx'
import type { wallRoutes } from '../wall/contract.ts'
import type { SittingView } from './contract.ts'
import { en, vi } from './texts.ts'
import { formatTime } from './time.ts'

export function WallLinks({ sitting, onDone }: { sitting: SittingView; onDone: () => void }) {
  const t = useTexts(vi, en)
  const [link, setLink] = useState<string | null>(null)
  const add = useMutation({
    mutationFn: () =>
      request<typeof wallRoutes.add>('post', '/api/conferences/{id}/walls', {
        params: { id: sitting.conference.id },
        body: {},
      }),
    // Behind the number sign it is sent to no server and stands in no log.
    onSuccess: ({ token }) => setLink(token && `${location.origin}/wall#${token}`),
    onSettled: onDone,
  })
  const end = useMutation({
    mutationFn: (id: string) =>
      request<typeof wallRoutes.end>('post', '/api/walls/{id}/end', { params: { id }, body: {} }),
    onSettled: onDone,
  })
  return (
    <details>
      <summary>{t.walls}</summary>
      <p className="muted">{t.wallsIntro}</p>
      <Button small onClick={() => add.mutate()} disabled={add.isPending}>
        {t.addWall}
      </Button>
      <FormError error={add.error ?? end.error} />
      {link && <TextField label={t.wallLink} value={link} onChange={() => {}} readOnly />}
      <ul className="plain-list">
        {sitting.walls.map((wall) => (
          <li key={wall.id}>
            {wall.openedAt ? t.wallOpen(formatTime(wall.openedAt)) : t.wallNotOpen}{' '}
            <Button small look="plain" onClick={() => end.mutate(wall.id)}>
              {t.endWall}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
