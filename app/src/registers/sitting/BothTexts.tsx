// Two clerks wrote one decision: both texts side by side, and what to do with them.
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import { en as conferenceEn, vi as conferenceVi } from '../conferences/texts.ts'
import type { DecisionGiven, ItemDecisionView } from './contract.ts'
import { en, vi } from './texts.ts'
import { formatTime } from './time.ts'

interface BothTextsProps {
  theirs: ItemDecisionView
  mine: DecisionGiven
  onTheirs: () => void
  onMine: () => void
  onBoth: () => void
}

export function BothTexts({ theirs, mine, onTheirs, onMine, onBoth }: BothTextsProps) {
  const t = useTexts(vi, en)
  return (
    <div className="stack" role="alert">
      <Notice tone="warn">
        <strong>{t.both}.</strong> {t.bothIntro}
      </Notice>
      <div className="sitting-both">
        <section>
          <h3>{t.theirs(theirs.writtenBy, formatTime(theirs.writtenAt))}</h3>
          <Given given={theirs} />
          <Button small onClick={onTheirs}>
            {t.takeTheirs}
          </Button>
        </section>
        <section>
          <h3>{t.mine}</h3>
          <Given given={mine} />
          <Button small look="primary" onClick={onMine}>
            {t.keepMine}
          </Button>{' '}
          <Button small onClick={onBoth}>
            {t.joinBoth}
          </Button>
        </section>
      </div>
    </div>
  )
}

/** One of the two as a whole: they may differ in the outcome or the tasks alone. */
function Given({ given }: { given: DecisionGiven }) {
  const t = useTexts(vi, en)
  const words = useTexts(conferenceVi, conferenceEn)
  const { outcome, conditions, body, noTask, tasks } = given
  return (
    <>
      <p>
        <Chip>{outcome ? words.outcome[outcome] : t.noOutcome}</Chip>
        {conditions && ` ${t.conditions}: ${conditions}`}
      </p>
      <pre className="sitting-quote">{body}</pre>
      {noTask && <p>{t.noTask}</p>}
      {tasks.length > 0 && (
        <ul>
          {tasks.map(({ id, action }) => (
            <li key={id}>{action}</li>
          ))}
        </ul>
      )}
    </>
  )
}
