// What is answered to a request for more time: granted, refused, or taken back by who asked.
import { type ReactNode, useState } from 'react'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DateField, TextArea } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import type { AssignmentDetail, assignmentRoutes } from './contract.ts'
import type { ExtensionDecided, ExtensionView } from './step-contract.ts'
import { en, vi } from './texts.ts'
import { useStep } from './useStep.tsx'

export function ExtensionActions(props: { task: AssignmentDetail; extension: ExtensionView }) {
  const t = useTexts(vi, en)
  const { task, extension } = props
  const [open, setOpen] = useState<'grant' | 'refuse' | 'takeBack' | null>(null)
  const acts = [
    ...(task.can.confirm && !task.doneOn && !task.revokedOn ? (['grant', 'refuse'] as const) : []),
    ...(task.can.report ? (['takeBack'] as const) : []),
  ]
  return (
    <div className="row task-actions">
      {acts.map((act) => (
        <Button key={act} small onClick={() => setOpen(act)}>
          {t.act[act]}
        </Button>
      ))}
      {open && (
        <DecideDialog task={task} extension={extension} act={open} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

interface DecideProps {
  task: AssignmentDetail
  onClose: () => void
  extension: ExtensionView
  act: 'grant' | 'refuse' | 'takeBack'
}

function DecideDialog({ task, extension, act, onClose }: DecideProps) {
  const t = useTexts(vi, en)
  const [until, setUntil] = useState<string | null>(extension.until)
  const [invalid, setInvalid] = useState(false)
  const [answer, setAnswer] = useState('')
  const outcome: ExtensionDecided['outcome'] = (
    { grant: 'granted', refuse: 'refused', takeBack: 'takenBack' } as const
  )[act]
  const change = useStep(
    task,
    () =>
      request<typeof assignmentRoutes.decide>('post', '/api/extensions/{id}/decide', {
        params: { id: extension.id },
        version: extension.version,
        body: {
          outcome,
          ...(outcome === 'granted' && until ? { until } : {}),
          ...(answer.trim() ? { answer } : {}),
        },
      }),
    onClose,
  )
  const ready =
    outcome === 'takenBack' ||
    (outcome === 'refused'
      ? answer.trim() !== ''
      : !invalid && until !== null && until > (task.deadline ?? extension.former))
  let field: ReactNode = null
  if (outcome === 'granted') {
    field = (
      <DateField
        label={t.form.grantUntil}
        value={until}
        onChange={setUntil}
        onInvalid={setInvalid}
      />
    )
  }
  return (
    <FormDialog
      title={t.act[act]}
      change={change}
      ready={ready}
      onClose={onClose}
      submit={t.act[act]}
    >
      <p>{t.extensionAsks(formatDate(extension.former), formatDate(extension.until))}</p>
      <p>{extension.reason}</p>
      {task.deadline !== null && task.deadline !== extension.former && (
        <p>{t.deadlineNow(formatDate(task.deadline))}</p>
      )}
      {field}
      {outcome !== 'takenBack' && (
        <TextArea label={t.form.answer} value={answer} onChange={setAnswer} maxLength={5000} />
      )}
    </FormDialog>
  )
}
