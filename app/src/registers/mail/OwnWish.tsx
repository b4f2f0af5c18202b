// Which mails one wants, on "my account".
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { MailWishView, mailRoutes } from './contract.ts'
import { en, vi } from './texts.ts'
import './mail.css'

const key = ['mail-wish']
const wishes = ['atOnce', 'digest', 'none'] as const

export function OwnWish() {
  const t = useTexts(vi, en).wish
  const client = useQueryClient()
  const toast = useToast()
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      request<typeof mailRoutes.wish>('get', '/api/session/mail-wish', { signal }),
  })
  const choose = useMutation({
    mutationFn: (wish: MailWishView['wish']) =>
      request<typeof mailRoutes.setWish>('put', '/api/session/mail-wish', { body: { wish } }),
    onSuccess: (set) => {
      client.setQueryData(key, set)
      toast.show({ text: t.saved })
    },
    onError: toast.showError,
  })
  if (!data) return null
  return (
    <section className="panel padded stack" aria-labelledby="own-mails">
      <h2 id="own-mails">{t.title}</h2>
      {!data.on && <Notice tone="warn">{t.off}</Notice>}
      <fieldset className="mail-wishes">
        <legend>{t.intro}</legend>
        {wishes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="mail-wish"
              checked={data.wish === one}
              disabled={choose.isPending}
              onChange={() => choose.mutate(one)}
            />{' '}
            {t.wishes[one]}
          </label>
        ))}
      </fieldset>
      <p className="muted">{data.address === null ? t.noAddress : t.to(data.address)}</p>
    </section>
  )
}
