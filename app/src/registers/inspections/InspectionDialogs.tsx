// A subject of the programme: planned, carried out, dropped; what was found, and the task that follows it up.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { changed } from '../../web/changed.ts'
import { useTexts } from '../../web/language.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { CheckField, DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import { BodyField } from '../assignments/BodyField.tsx'
import { Chosen } from '../instruments/DutyDialogs.tsx'
import { instrumentLevels } from '../instruments/kinds.ts'
import { useDocumentOptions, useTaskSearch } from '../instruments/useInstruments.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type {
  InspectionFindingView,
  InspectionLine,
  InspectionView,
  inspectionRoutes,
} from './contract.ts'
import { type InspectionForm, inspectionForms } from './inspection.ts'
import { en, vi } from './texts.ts'

const useInspectionChange = <T,>(send: () => Promise<T>, words: string, onDone: () => void) =>
  useSaved({ send, words, onDone, keys: ['inspections', 'assignments'] })

interface PlanDialogProps {
  /** The year that a new subject begins with. */
  year: number
  inspection?: InspectionLine
  onClose: () => void
}

export function PlanDialog({ year, inspection, onClose }: PlanDialogProps) {
  const t = useTexts(vi, en)
  const [body, setBody] = useState<string | null>(inspection?.organisation.id ?? null)
  const [typed, setYear] = useState(String(inspection?.year ?? year))
  const [quarter, setQuarter] = useState(inspection?.quarter?.toString() ?? '')
  const [form, setForm] = useState<InspectionForm>(inspection?.form ?? 'inspection')
  const [subjectIds, setSubjects] = useState<readonly string[]>(
    inspection?.subjects.map(({ id }) => id) ?? [],
  )
  const [content, setContent] = useState(inspection?.content ?? '')
  const [inspectingId, setInspecting] = useState<string | null>(inspection?.inspecting.id ?? null)
  const [level, setLevel] = useState(inspection?.level ?? 'office')
  const [note, setNote] = useState(inspection?.note ?? '')
  const isYear = /^(19|20|21)\d\d$/.test(typed)
  const facts = {
    ...{ form, subjectIds, inspectingId, level },
    year: Number(typed),
    quarter: quarter ? Number(quarter) : null,
    content: content.trim(),
    note: note.trim() || null,
  }
  const save = useInspectionChange<unknown>(
    () =>
      inspection
        ? request<typeof inspectionRoutes.change>('patch', '/api/inspections/{id}', {
            params: { id: inspection.id },
            version: inspection.version,
            body: facts,
          })
        : request<typeof inspectionRoutes.add>('post', '/api/inspections', {
            body: { organisationId: body, ...facts },
          }),
    t.saved,
    onClose,
  )
  return (
    <FormDialog
      title={inspection ? t.editTitle : t.addTitle}
      change={save}
      ready={body !== null && subjectIds.length > 0 && facts.content !== '' && isYear}
      onClose={onClose}
    >
      <TextArea
        label={t.content}
        value={content}
        onChange={setContent}
        rows={2}
        maxLength={1000}
        required
        autoFocus
      />
      <SubjectsField ids={subjectIds} named={inspection?.subjects ?? []} onChange={setSubjects} />
      {!inspection && <BodyField label={t.body} value={body} onChange={setBody} />}
      <BodyField label={t.inspecting} value={inspectingId} onChange={setInspecting} />
      <div className="field-pair">
        <TextField
          label={t.year}
          value={typed}
          onChange={setYear}
          inputMode="numeric"
          maxLength={4}
        />
        <SelectField
          label={t.quarter}
          value={quarter}
          onChange={setQuarter}
          options={[
            { value: '', label: t.wholeYear },
            ...[1, 2, 3, 4].map((n) => ({ value: String(n), label: t.quarterOf(n) })),
          ]}
        />
        <SelectField
          label={t.form}
          value={form}
          onChange={setForm}
          options={inspectionForms.map((value) => ({ value, label: t.forms[value] }))}
        />
      </div>
      <SelectField
        label={t.level}
        hint={t.levelHint}
        value={level}
        onChange={setLevel}
        options={instrumentLevels.map((value) => ({ value, label: t.levels[value] }))}
      />
      <TextArea label={t.note} value={note} onChange={setNote} rows={2} maxLength={1000} />
    </FormDialog>
  )
}

interface SubjectsFieldProps {
  ids: readonly string[]
  /** Those that were named before: one of them may be over by now. */
  named: InspectionLine['subjects']
  onChange: (ids: readonly string[]) => void
}

/** One body or several, each found by typing. */
function SubjectsField({ ids, named, onChange }: SubjectsFieldProps) {
  const t = useTexts(vi, en)
  const standing = bodyOptions(useBodies(null).data?.bodies ?? [])
  const known = [...standing, ...named.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <>
      <Chosen ids={ids} options={known} onChange={onChange} />
      <Combobox
        label={ids.length === 0 ? t.subject : t.subjectMore}
        options={standing.filter(({ value }) => !ids.includes(value))}
        value={null}
        onChange={(id) => id && onChange([...ids, id])}
      />
    </>
  )
}

interface OneProps {
  inspection: InspectionLine
  onClose: () => void
}

/** When the body is told, from when to when, who leads the team, the document of the conclusion. */
export function CarryOutDialog({ inspection, onClose }: OneProps) {
  const t = useTexts(vi, en)
  const [toldOn, setTold] = useState(inspection.toldOn)
  const [startedOn, setStarted] = useState(inspection.startedOn)
  const [endedOn, setEnded] = useState(inspection.endedOn)
  const [teamLead, setLead] = useState(inspection.teamLead ?? '')
  const [conclusionId, setConclusion] = useState<string | null>(inspection.conclusion?.id ?? null)
  const [wrong, setWrong] = useState(false)
  const documents = useDocumentOptions()
  const save = useInspectionChange(
    () =>
      request<typeof inspectionRoutes.change>('patch', '/api/inspections/{id}', {
        params: { id: inspection.id },
        version: inspection.version,
        body: {
          ...{ toldOn, startedOn, endedOn, teamLead: teamLead.trim() || null },
          // A conclusion that is only hidden from whoever writes is not taken away.
          ...changed({ conclusionId: inspection.conclusion?.id ?? null }, { conclusionId }),
        },
      }),
    t.saved,
    onClose,
  )
  return (
    <FormDialog title={t.carryTitle} change={save} ready={!wrong} onClose={onClose}>
      <p className="muted">{inspection.content}</p>
      <DateField
        label={t.toldOn}
        hint={t.toldHint}
        value={toldOn}
        onChange={setTold}
        onInvalid={setWrong}
        autoFocus
      />
      <div className="field-pair">
        <DateField
          label={t.startedOn}
          value={startedOn}
          onChange={setStarted}
          onInvalid={setWrong}
        />
        <DateField label={t.endedOn} value={endedOn} onChange={setEnded} onInvalid={setWrong} />
      </div>
      <TextField label={t.teamLead} value={teamLead} onChange={setLead} maxLength={200} />
      <Combobox
        label={t.conclusion}
        options={documents}
        value={conclusionId}
        onChange={setConclusion}
      />
    </FormDialog>
  )
}

export function DropDialog({ inspection, onClose }: OneProps) {
  const t = useTexts(vi, en)
  const [reason, setReason] = useState('')
  const drop = useInspectionChange(
    () =>
      request<typeof inspectionRoutes.drop>('post', '/api/inspections/{id}/drop', {
        params: { id: inspection.id },
        version: inspection.version,
        body: { reason },
      }),
    t.dropped,
    onClose,
  )
  return (
    <FormDialog
      title={t.dropTitle}
      change={drop}
      ready={reason.trim() !== ''}
      onClose={onClose}
      danger
      submit={t.drop}
    >
      <p className="muted">{inspection.content}</p>
      <TextArea
        label={t.dropReason}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        required
      />
    </FormDialog>
  )
}

interface FindingProps {
  inspection: InspectionView
  finding?: InspectionFindingView
  onClose: () => void
}

export function FindingDialog({ inspection, finding, onClose }: FindingProps) {
  const t = useTexts(vi, en)
  const [body, setBody] = useState(finding?.body ?? '')
  const [documentId, setDocument] = useState<string | null>(
    finding ? (finding.document?.id ?? null) : (inspection.conclusion?.id ?? null),
  )
  const [quote, setQuote] = useState(finding?.document?.quote ?? '')
  const [aboutId, setAbout] = useState(finding?.about?.id ?? '')
  const { subjects } = inspection
  const [withdrawn, setWithdrawn] = useState(false)
  const documents = useDocumentOptions()
  const place = { documentId, quote: documentId ? quote.trim() : '' }
  const former = {
    documentId: finding?.document?.id ?? null,
    quote: finding?.document?.quote ?? '',
  }
  // The sentence hangs on its document: both are sent, or neither.
  const moved = !finding || Object.keys(changed(former, place)).length > 0
  const said = {
    body: body.trim(),
    ...(subjects.length > 1 ? { aboutId: aboutId || null } : {}),
    ...(moved ? { documentId, ...(place.quote ? { quote: place.quote } : {}) } : {}),
  }
  const save = useInspectionChange<unknown>(
    () =>
      finding
        ? request<typeof inspectionRoutes.changeFinding>('patch', '/api/inspection-findings/{id}', {
            params: { id: finding.id },
            version: finding.version,
            body: withdrawn ? { withdrawn: true } : said,
          })
        : request<typeof inspectionRoutes.find>('post', '/api/inspections/{id}/findings', {
            params: { id: inspection.id },
            body: said,
          }),
    t.saved,
    onClose,
  )
  return (
    <FormDialog
      title={t.findingTitle}
      change={save}
      ready={said.body !== ''}
      onClose={onClose}
      {...(withdrawn ? { danger: true } : {})}
    >
      <TextArea
        label={t.findingBody}
        value={body}
        onChange={setBody}
        maxLength={2000}
        required
        autoFocus
      />
      {subjects.length > 1 && (
        <SelectField
          label={t.about}
          hint={inspection.level === 'office' ? t.aboutHint : t.aboutHintAll}
          value={aboutId}
          onChange={setAbout}
          options={[
            { value: '', label: t.aboutAll },
            ...subjects.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Combobox label={t.document} options={documents} value={documentId} onChange={setDocument} />
      {documentId && (
        <TextArea
          label={t.quote}
          hint={t.quoteHint}
          value={quote}
          onChange={setQuote}
          rows={2}
          maxLength={2000}
        />
      )}
      {finding && <CheckField label={t.takeBack} value={withdrawn} onChange={setWithdrawn} />}
    </FormDialog>
  )
}

interface FollowProps {
  inspection: InspectionView
  finding: InspectionFindingView
  onClose: () => void
}

/** A new task, from the sentence of the finding's document. */
export function AssignDialog({ inspection, finding, onClose }: FollowProps) {
  const t = useTexts(vi, en)
  const [action, setAction] = useState(finding.body)
  const about =
    finding.about?.id ?? (inspection.subjects.length === 1 ? inspection.subjects[0]?.id : null)
  const subject = inspection.subjects.find(({ id }) => id === about)
  const [leadText, setLead] = useState((subject?.now ?? subject)?.name ?? '')
  const [deadline, setDeadline] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const save = useInspectionChange(
    () =>
      request<typeof inspectionRoutes.assign>('post', '/api/inspection-findings/{id}/assignment', {
        params: { id: finding.id },
        body: { action: action.trim(), leadText: leadText.trim() || null, deadline },
      }),
    t.assigned,
    onClose,
  )
  return (
    <FormDialog
      title={t.assignTitle}
      change={save}
      ready={action.trim() !== '' && !wrong}
      onClose={onClose}
    >
      <p>{t.assignIntro}</p>
      <TextArea
        label={t.action}
        value={action}
        onChange={setAction}
        maxLength={1000}
        required
        autoFocus
      />
      <TextField label={t.lead} value={leadText} onChange={setLead} maxLength={300} />
      <DateField label={t.deadline} value={deadline} onChange={setDeadline} onInvalid={setWrong} />
    </FormDialog>
  )
}

/** A task that stands in the register already. */
export function LinkTaskDialog({ finding, onClose }: FollowProps) {
  const t = useTexts(vi, en)
  const [assignmentId, setTask] = useState<string | null>(finding.task?.id ?? null)
  const { task } = finding
  const tasks = useTaskSearch(task ? [{ value: task.id, label: task.action }] : [])
  const save = useInspectionChange(
    () =>
      request<typeof inspectionRoutes.changeFinding>('patch', '/api/inspection-findings/{id}', {
        params: { id: finding.id },
        version: finding.version,
        body: changed({ assignmentId: finding.task?.id ?? null }, { assignmentId }),
      }),
    t.saved,
    onClose,
  )
  return (
    <FormDialog title={t.linkTitle} change={save} ready onClose={onClose}>
      <p className="muted">{finding.body}</p>
      <Combobox
        label={t.task}
        options={tasks.options}
        onTyped={tasks.onTyped}
        value={assignmentId}
        onChange={(id) => {
          tasks.keep(id)
          setTask(id)
        }}
      />
    </FormDialog>
  )
}
