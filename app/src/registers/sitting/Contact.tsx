// Whether this page hears of changes, and when the server was last heard.
import { useTexts } from '../../web/language.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { en, vi } from './texts.ts'
import { type Contact, contactTime } from './useLive.tsx'

export function ContactLine({ contact, waiting = 0 }: { contact: Contact; waiting?: number }) {
  const t = useTexts(vi, en)
  const when = contactTime(contact, t.neverHeard)
  return (
    <p className="sitting-contact" aria-live="polite">
      {contact.state === 'live' ? (
        <Status tone="good">{t.connected}</Status>
      ) : (
        <Status tone={contact.state === 'lost' ? 'bad' : 'warn'}>
          {contact.state === 'lost' ? t.lost(when) : t.polling(when)}
        </Status>
      )}{' '}
      {waiting > 0 && <Status tone="warn">{t.waiting(waiting)}</Status>}
    </p>
  )
}
