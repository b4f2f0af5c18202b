// Two clerks wrote one decision: both texts side by side, and what to do with them.
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/States.tsx'
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
          <pre className="sitting-quote">{theirs.body}</pre>
          <Button small onClick={onTheirs}>
            {t.takeTheirs}
          </Button>
        </section>
        <section>
          <h3>{t.mine}</h3>
          <pre className="sitting-quote">{mine.body}</pre>
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
