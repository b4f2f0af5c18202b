// The decision of one item, typed while people talk: outcome, text, its tasks, whether it is saved.
import { useRef } from 'react'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { CheckField, Field, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { outcomes } from '../conferences/plan.ts'
import { en as conferenceEn, vi as conferenceVi } from '../conferences/texts.ts'
import { BothTexts } from './BothTexts.tsx'
import type { DecisionGiven, SittingItem } from './contract.ts'
import { newId } from './newId.ts'
import { TaskList } from './TaskList.tsx'
import { movedTasks, openProposals } from './tasks.ts'
import { en, vi } from './texts.ts'
import { formatTime } from './time.ts'
import { type SaveState, useDecision } from './useDecision.tsx'
import { useReading } from './useReading.tsx'

interface DecisionEditorProps {
  item: SittingItem
  locked: boolean
}

/** Give it the item's id as `key`: another item is another text. */
export function DecisionEditor({ item, locked }: DecisionEditorProps) {
  const t = useTexts(vi, en)
  const words = useTexts(conferenceVi, conferenceEn)
  const { given, state, write, takeTheirs, keepMine } = useDecision(item.id, item.decision)
  const { proposed, bodies, away } = useReading(given.body)
  const area = useRef<HTMLTextAreaElement>(null)
  const change = (more: Partial<DecisionGiven>) => write({ ...given, ...more })
  const mark = () => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = area.current ?? {}
    const action = given.body.slice(start, end).trim()
    if (!action) return
    const at = given.body.indexOf(action, start)
    change({ tasks: [...given.tasks, selectedTask(at, action)] })
  }
  if (locked) return <Notice>{t.locked}</Notice>
  return (
    <section className="stack" aria-label={t.decision}>
      <div className="row">
        <SelectField
          label={t.outcome}
          value={given.outcome ?? ''}
          options={[
            { value: '', label: t.noOutcome },
            ...outcomes.map((value) => ({ value, label: words.outcome[value] })),
          ]}
          onChange={(value) =>
            change({ outcome: value === '' ? null : (value as DecisionGiven['outcome']) })
          }
        />
        <TextField
          label={t.conditions}
          value={given.conditions ?? ''}
          maxLength={5000}
          onChange={(text) => change({ conditions: text || null })}
        />
      </div>
      <Field label={t.decisionBody} hint={t.bodyHint}>
        {(ids) => (
          <textarea
            className="input sitting-text"
            rows={8}
            maxLength={50_000}
            data-decision-body
            {...ids}
            ref={area}
            value={given.body}
            onChange={(event) => {
              const body = event.target.value.normalize('NFC')
              change({ body, tasks: movedTasks(given.tasks, given.body, body) })
            }}
          />
        )}
      </Field>
      <p aria-live="polite">
        <SaveLine state={state} />
      </p>
      {state.is === 'refused' && <FormError error={state.error} />}
      {state.is === 'conflict' && (
        <BothTexts
          theirs={state.theirs}
          mine={given}
          onTheirs={takeTheirs}
          onMine={() => keepMine(given)}
          onBoth={() =>
            keepMine({
              ...given,
              body: `${given.body}\n\n${state.theirs.body}`.normalize('NFC'),
            })
          }
        />
      )}
      <div className="row">
        <span data-no-task>
          <CheckField
            label={t.noTask}
            value={given.noTask}
            onChange={(noTask) => change({ noTask })}
          />
        </span>
        <Button small data-mark-task onClick={mark}>
          {t.markTask}
        </Button>
      </div>
      {away && <Notice tone="warn">{t.readerAway}</Notice>}
      <TaskList
        proposed={openProposals(proposed, given.tasks)}
        confirmed={given.tasks}
        bodies={bodies}
        onConfirm={(task) => change({ tasks: [...given.tasks, task], noTask: false })}
        onDrop={(id) => change({ tasks: given.tasks.filter((task) => task.id !== id) })}
      />
    </section>
  )
}

const selectedTask = (start: number, action: string) => ({
  id: newId(),
  start,
  end: start + action.length,
  action,
  leadId: null,
  leadText: null,
  cooperating: [],
  deadline: null,
  deadlineText: null,
  deadlineFuzzy: false,
  deliverable: null,
})

function SaveLine({ state }: { state: SaveState }) {
  const t = useTexts(vi, en)
  switch (state.is) {
    case 'nothing':
      return <Status tone="none">{t.nothingWritten}</Status>
    case 'saved':
      return <Status tone="good">{t.saved(formatTime(state.at))}</Status>
    case 'saving':
      return <Status tone="neutral">{t.saving}</Status>
    case 'held':
      return <Status tone="bad">{t.heldHere}</Status>
    default:
      return <Status tone="warn">{t.unsaved}</Status>
  }
}
