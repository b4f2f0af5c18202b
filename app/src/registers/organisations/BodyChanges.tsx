// Changes of bodies as one reads them: what happened, when, by which text, who went into whom.
import { Link } from 'wouter'
import { formatDate, formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { BodyChange, NamedBody } from './contract.ts'
import { en, vi } from './texts.ts'

export function BodyChanges({ changes }: { changes: readonly BodyChange[] }) {
  const t = useTexts(vi, en)
  return (
    <ul className="plain-list body-changes">
      {changes.map((change) => (
        <li key={change.id}>
          <div>
            <strong>{formatDate(change.on)}</strong> · {t.changeKinds[change.kind]}
            {change.legalReference && <> · {change.legalReference}</>}{' '}
            {change.unverified && <Chip>{t.unverified}</Chip>}
          </div>
          {change.note && <div className="muted">{change.note}</div>}
          <ul className="body-lines">
            {change.lines.map((line) => (
              <li key={`${line.from.id} ${line.to.id}`}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Line({ line }: { line: BodyChange['lines'][number] }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  if (line.from.id === line.to.id) return <BodyLink body={line.from} />
  const share =
    line.weight === null
      ? t.shareUnknown
      : line.weight === 1
        ? t.bases.full
        : t.share(`${formatNumber(line.weight * 100, language, 1)} %`, t.bases[line.basis])
  return (
    <>
      <BodyLink body={line.from} /> → <BodyLink body={line.to} />{' '}
      <span className="muted">{share}</span>
    </>
  )
}

export const BodyLink = ({ body }: { body: NamedBody }) => (
  <Link href={`/bodies/${body.id}`}>{body.name}</Link>
)
