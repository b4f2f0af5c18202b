// What documents say of the project: the sentence, the way to it, and what of it a person may enter.
import { useState } from 'react'
import { Link } from 'wouter'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { sourceAddress } from '../../web/ui/SourceLink.tsx'
import type { ProjectView } from './contract.ts'
import { MonthDialog } from './MoneyDialogs.tsx'
import { ObstacleDialog } from './ObstacleDialogs.tsx'
import { ProgressDialog } from './ProgressSection.tsx'
import type { FromSentence } from './said.ts'
import type { Offered } from './sentences.ts'
import { en, vi } from './work-texts.ts'

export function SentenceSection({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en).sentences
  const [entering, enter] = useState<(FromSentence & Pick<Offered, 'offer'>) | null>(null)
  const may = project.mayEnter && project.closedOn === null
  const shut = () => enter(null)
  if (project.sentences.length === 0) return null
  return (
    <section className="register-section" aria-labelledby="project-sentences">
      <h2 id="project-sentences">{t.title}</h2>
      <p className="muted">{t.intro}</p>
      <ul className="plain-list">
        {project.sentences.map((sentence) => (
          <li key={`${sentence.document.id} ${sentence.start}`}>
            “{sentence.quote}”{' '}
            <Link
              href={sourceAddress({ ...sentence, documentId: sentence.document.id })}
              className="source-link"
            >
              {sentence.document.title}
            </Link>
            {sentence.date && <span className="muted"> {formatDate(sentence.date)}</span>}
            {may &&
              sentence.offers
                .filter(({ offer }) => project.kind === 'investment' || offer === 'obstacle')
                .map(({ offer, value }) => (
                  <Button
                    key={offer}
                    small
                    aria-label={`${t.offers[offer]}: ${sentence.quote}`}
                    onClick={() => enter({ sentence, offer, value })}
                  >
                    {t.offers[offer]}
                  </Button>
                ))}
          </li>
        ))}
      </ul>
      {entering?.offer === 'progress' && (
        <ProgressDialog project={project} said={entering} onClose={shut} />
      )}
      {entering?.offer === 'disbursed' && (
        <MonthDialog project={project} kind="disbursed" said={entering} onClose={shut} />
      )}
      {entering?.offer === 'obstacle' && (
        <ObstacleDialog project={project} said={entering} onClose={shut} />
      )}
    </section>
  )
}
