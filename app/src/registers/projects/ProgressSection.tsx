// How much of the work is done, against how much of the money.
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatDate, formatInstant } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { CheckField, DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { formatPlain, readTyped } from '../reporting/typed.ts'
import { useMoney } from './AmountField.tsx'
import type { ProjectView } from './contract.ts'
import { ReasonField } from './LandSection.tsx'
import { Versions } from './MoneySection.tsx'
import { type OneProject, useProjectChange } from './ProjectDialogs.tsx'
import { citedFrom, type FromSentence, notedFrom } from './said.ts'
import type { workRoutes } from './work-contract.ts'
import { en, vi } from './work-texts.ts'

export function ProgressSection({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en).progress
  const words = useTexts(vi, en)
  const money = useMoney()
  const [entering, setEntering] = useState(false)
  const { physical, spent, total } = project
  const { progress } = project.work
  const said = (percent: number | null) =>
    percent === null ? t.dropped : money.share(percent, 100)
  return (
    <section className="register-section" aria-labelledby="project-progress">
      <h2 id="project-progress">{t.title}</h2>
      {project.mayEnter && project.closedOn === null && (
        <p className="project-action">
          <Button small onClick={() => setEntering(true)}>
            {t.enter}
          </Button>
        </p>
      )}
      {physical ? (
        <p>{t.now(money.share(physical.percent, 100), formatDate(physical.on))}</p>
      ) : (
        <p className="muted">{t.none}</p>
      )}
      {spent !== null && total !== null && total > 0 && (
        <p>{t.financial(money.share(spent, total))}</p>
      )}
      {progress.length > 0 && (
        <Versions title={t.all(progress.reduce((n, one) => n + one.versions.length, 0))}>
          {progress.flatMap((day) =>
            day.versions.map((one, at) => (
              <li key={`${day.on} ${one.number}`} className={at > 0 ? 'muted' : ''}>
                {formatDate(day.on)}: {said(one.percent)}. {one.note} {one.reason}{' '}
                <span className="muted">({words.by(one.by, formatInstant(one.at))})</span>
              </li>
            )),
          )}
        </Versions>
      )}
      {entering && <ProgressDialog project={project} onClose={() => setEntering(false)} />}
    </section>
  )
}

/** With `said` what a sentence says is filled in; of which day, a person says. */
export function ProgressDialog({ project, said, onClose }: OneProject & { said?: FromSentence }) {
  const { language } = useLanguage()
  const words = useTexts(vi, en)
  const t = words.progress
  const [on, setOn] = useState<string | null>(said ? null : todayInVietnam())
  const [typed, setTyped] = useState(said?.value == null ? '' : formatPlain(said.value, language))
  const [note, setNote] = useState(notedFrom(said))
  const [drop, setDrop] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const read = readTyped(typed.replace(/%\s*$/, ''))
  const percent = read.is === 'number' && read.value >= 0 && read.value <= 100 ? read.value : null
  const newest = project.work.progress.find((one) => one.on === on)?.versions[0]
  const save = useProjectChange<unknown>(
    () =>
      request<typeof workRoutes.progress>('post', '/api/projects/{id}/progress', {
        params: { id: project.id },
        body: {
          ...{ on: on ?? '', percent: drop ? null : percent, note: note.trim() || null },
          reason: newest ? reason.trim() : null,
          seen: newest?.number ?? 0,
        },
      }),
    onClose,
  )
  const ready =
    on !== null && !wrong && (drop || percent !== null) && (!newest || reason.trim() !== '')
  return (
    <FormDialog title={t.title} change={save} ready={ready} onClose={onClose}>
      <p className="muted">{project.name}</p>
      {said && !said.sentence.open && <p>{citedFrom(said)}</p>}
      <DateField
        label={t.on}
        hint={newest ? t.again : said ? words.sentences.day : undefined}
        value={on}
        onChange={(day) => {
          setOn(day)
          setDrop(false)
        }}
        onInvalid={setWrong}
      />
      <TextField
        label={t.percent}
        value={drop ? '' : typed}
        onChange={setTyped}
        disabled={drop}
        inputMode="decimal"
        error={!drop && typed !== '' && percent === null ? t.percentWrong : undefined}
        autoFocus
      />
      <TextArea label={words.note} value={note} onChange={setNote} rows={2} maxLength={2000} />
      {newest && <CheckField label={t.drop} value={drop} onChange={setDrop} />}
      {newest && <ReasonField moved={false} value={reason} onChange={setReason} />}
    </FormDialog>
  )
}
