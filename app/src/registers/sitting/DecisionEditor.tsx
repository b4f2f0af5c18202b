// The decision of one item, typed while people talk: outcome, text, its tasks, whether it is saved.
import { useRef, useState } from 'react'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { CheckField, Field, SelectField, TextField, usePasteCut } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { outcomes } from '../conferences/plan.ts'
import { en as conferenceEn, vi as conferenceVi } from '../conferences/texts.ts'
import { BothTexts } from './BothTexts.tsx'
import type { DecisionGiven, SittingItem, TaskView } from './contract.ts'
import { newId } from './newId.ts'
import { TaskList } from './TaskList.tsx'
import {
  type FormerTask,
  formerTask,
  keptTask,
  movedFormer,
  movedTasks,
  openProposals,
} from './tasks.ts'
import { en, vi } from './texts.ts'
import { formatTime } from './time.ts'
import { type SaveState, useDecision } from './useDecision.tsx'
import { useReading } from './useReading.tsx'

/** Longest text of a decision, in UTF-16 code units, as the server takes it. */
const longest = 50_000

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
  const paste = usePasteCut(longest)
  const area = useRef<HTMLTextAreaElement>(null)
  const change = (more: Partial<DecisionGiven>) => write({ ...given, ...more })
  // A task that is confirmed anew stays the one it was: the register knows it by its id.
  const [dropped, setDropped] = useState<readonly FormerTask[]>([])
  const drop = (gone: readonly FormerTask[]) =>
    setDropped((former) => [
      ...former.filter((one) => gone.every(({ id }) => id !== one.id)),
      ...gone,
    ])
  const confirm = (task: TaskView, more: Partial<DecisionGiven> = {}) =>
    change({ tasks: [...given.tasks, keptTask(task, given, dropped)], ...more })
  const type = (body: string) => {
    const tasks = movedTasks(given.tasks, given.body, body)
    const gone = given.tasks.filter(({ id }) => !tasks.some((one) => one.id === id))
    setDropped((former) => movedFormer(former, given.body, body))
    const moved = gone.map((task) => formerTask(task, given.body))
    drop(movedFormer(moved, given.body, body))
    change({ body, tasks })
  }
  const mark = () => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = area.current ?? {}
    const action = given.body.slice(start, end).trim()
    if (!action) return
    const at = given.body.indexOf(action, start)
    confirm(selectedTask(at, action))
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
      <Field label={t.decisionBody} hint={t.bodyHint} error={paste.cut}>
        {(ids) => (
          <textarea
            className="input sitting-text"
            rows={8}
            maxLength={longest}
            data-decision-body
            {...ids}
            ref={area}
            value={given.body}
            onPaste={paste.onPaste}
            onChange={(event) => {
              paste.typed()
              type(event.target.value.normalize('NFC'))
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
        onConfirm={(task) => confirm(task, { noTask: false })}
        onDrop={(id) => {
          const gone = given.tasks.filter((task) => task.id === id)
          drop(gone.map((task) => formerTask(task, given.body)))
          change({ tasks: given.tasks.filter((task) => task.id !== id) })
        }}
      />
    </section>
  )
}

const selectedTask = (start: number, action: string): TaskView => ({
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
