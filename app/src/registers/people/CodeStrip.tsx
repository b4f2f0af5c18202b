// A strip of paper with the one-time code of one account: cut off and handed over.
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import type { IssuedCode } from './contract.ts'
import './codes.css'
import { en, vi } from './signtexts.ts'

export function CodeStrip({ issued }: { issued: IssuedCode }) {
  const t = useTexts(vi, en).codes
  const { session } = useSession()
  const facts = [
    [t.name, issued.name],
    [t.address, issued.address],
    [t.page, window.location.origin],
    [t.expires, formatInstant(issued.expiresAt)],
  ]
  return (
    <article className="code-strip" aria-label={`${t.strip}: ${issued.name}`}>
      <p className="code-strip-head">
        {t.strip} · {session.province?.name}
      </p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t.code}</dt>
          <dd>
            <code>{issued.code}</code>
          </dd>
        </div>
      </dl>
      <p className="muted">{t.how}</p>
    </article>
  )
}
