// Decisions about findings: confirm makes the register entry and both records in one transaction,
// undo takes the entry back and leaves both.
import type {
  AgendaItem,
  Assignment,
  Citation,
  Decision,
  Meeting,
  Opinion,
  PeriodRef,
  Quantity,
  Shortcoming,
  Span,
  Statement,
} from '@giaoban/reader'
import type { PeriodJson, Row, Tx } from '../database/tables.ts'
import { type Actor, accountOf, authorise } from '../http/access.ts'
import { isoDate } from '../http/parts.ts'
import { Problem } from '../problem.ts'
import { writeRecord } from '../record/record.ts'
import { enterAssignment, withdrawAssignment } from '../registers/assignments/store.ts'
import {
  enterAgendaItem,
  enterDecision,
  enterOpinion,
  withdrawProceeding,
} from '../registers/conferences/proceedings.ts'
import { enterConference, withdrawConference } from '../registers/conferences/store.ts'
import type { FoundAt } from '../registers/documents/source.ts'
import { enterObservation, withdrawObservation } from '../registers/indicators/store.ts'
import { enterCitation, withdrawCitation } from '../registers/instruments/store.ts'
import { enterShortcoming, withdrawShortcoming } from '../registers/shortcomings/store.ts'
import type { Edits, FindingView } from './contract.ts'
import { findByReaderKey, lockFinding, shown } from './store.ts'

/** Confirms one finding. `alreadyDecided` where somebody did before. */
export async function confirmFinding(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  edits: Edits | undefined,
): Promise<FindingView> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const row = await lockFinding(tx, actor, id, version)
  if (row.state !== 'proposed') throw new Problem('alreadyDecided')
  const merged: Edits = { ...(row.edited as Edits | null), ...edits }
  checkDates(merged)
  const entry = await enter(tx, actor, row, merged)
  const edited = Object.keys(merged).length > 0 ? merged : null
  return decide(tx, actor, row, {
    state: 'confirmed',
    edited: edited && JSON.stringify(edited),
    entry_kind: entry?.kind ?? null,
    entry_id: entry?.id ?? null,
    reason: null,
  })
}

/** Rejects one finding. */
export async function rejectFinding(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  reason: string | undefined,
): Promise<FindingView> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const row = await lockFinding(tx, actor, id, version)
  if (row.state !== 'proposed') throw new Problem('alreadyDecided')
  return decide(tx, actor, row, { state: 'rejected', reason: reason ?? null })
}

/** Takes a decision back: the entry is withdrawn, the finding proposed again with its edits kept. */
export async function undoDecision(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<FindingView> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const row = await lockFinding(tx, actor, id, version)
  if (row.state === 'proposed') throw new Problem('notDecided')
  if (row.entry_kind !== null && row.entry_id !== null) {
    await withdraw(tx, actor, row.entry_kind, row.entry_id, row.finding_id)
  }
  return decide(tx, actor, row, {
    state: 'proposed',
    entry_kind: null,
    entry_id: null,
    reason: null,
  })
}

async function decide(
  tx: Tx,
  actor: Actor,
  before: Row<'finding'>,
  change: {
    state: 'proposed' | 'confirmed' | 'rejected'
    edited?: string | null
    entry_kind?: string | null
    entry_id?: string | null
    reason: string | null
  },
): Promise<FindingView> {
  const decided = change.state !== 'proposed'
  const after = await tx
    .updateTable('finding')
    .set({
      ...change,
      decided_by: decided ? accountOf(actor) : null,
      decided_at: decided ? new Date().toISOString() : null,
      version: before.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('finding_id', '=', before.finding_id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const action = { confirmed: 'confirm', rejected: 'reject', proposed: 'undo' }[change.state]
  await writeRecord(tx, actor, {
    action: `finding.${action}`,
    subjectKind: 'finding',
    subjectId: before.finding_id,
    before: { state: before.state, edited: before.edited },
    after: { state: after.state, edited: after.edited, entryId: after.entry_id },
    reason: change.reason ?? undefined,
  })
  const [view] = await shown(tx, actor.provinceId, [after])
  if (!view) throw new Problem('notFound')
  return view
}

const words = (span: Span | null | undefined): string | null => span?.quote ?? null

const period = (ref: PeriodRef | null | undefined): PeriodJson | null =>
  ref ? { label: ref.label, from: ref.from, to: ref.to } : null

/** The given edit where there is one (null is one), else what was read. */
const chosen = <T>(edit: T | undefined, read: T): T => (edit === undefined ? read : edit)

/** Makes the register entry of a finding; null for kinds that are only context. */
async function enter(
  tx: Tx,
  actor: Actor,
  row: Row<'finding'>,
  edits: Edits,
): Promise<{ kind: string; id: string } | null> {
  const at: FoundAt = {
    documentId: row.document_id,
    textVersion: row.text_version,
    start: row.start_at,
    end: row.end_at,
    quote: row.quote,
    findingId: row.finding_id,
  }
  const payload: unknown = row.payload
  switch (row.kind) {
    case 'statement': {
      const id = await enterFigure(tx, actor, row, at, edits)
      return { kind: 'observation', id }
    }
    case 'shortcoming': {
      const found = payload as Partial<Shortcoming>
      const id = await enterShortcoming(tx, actor, at, {
        topic: edits.topic ?? found.topic ?? 'other',
        subject: edits.subject ?? words(found.subject) ?? row.quote,
        predicate: words(found.predicate) ?? '',
        scope: words(found.scope),
        since: words(found.since),
      })
      return { kind: 'shortcoming', id }
    }
    case 'assignment': {
      const found = payload as Partial<Assignment>
      const leadText = chosen(edits.leadText, found.lead?.text ?? null) || null
      const deadline = chosen(edits.deadlineIso, found.deadline?.iso ?? null) || null
      const id = await enterAssignment(tx, actor, at, {
        action: edits.action ?? words(found.action) ?? row.quote,
        leadText,
        cooperating: (found.cooperating ?? []).map((one) => one.text),
        deadline,
        deadlineText: words(found.deadline?.span),
        deadlineFuzzy: found.deadline?.fuzzy ?? false,
        deliverable: words(found.deliverable),
        specific: found.specific ?? (leadText !== null || deadline !== null),
        by: words(found.by),
      })
      return { kind: 'assignment', id }
    }
    case 'meeting': {
      const found = payload as Partial<Meeting>
      const id = await enterConference(tx, actor, at, {
        title: edits.title ?? null,
        body: chosen(edits.body, words(found.body)),
        type: found.type ?? 'other',
        number: found.number ?? null,
        term: found.term ?? null,
        heldOn: chosen(edits.heldOn, found.date?.iso ?? null) || null,
        heldText: found.date ? await textAt(tx, row, found.date.start, found.date.end) : null,
        place: chosen(edits.meetingPlace, words(found.place)),
        chair: (found.chair ?? []).map((one) => ({
          name: one.name.quote,
          titles: one.titles.map((title) => title.quote),
        })),
        concludedBy: words(found.concludedBy),
        itemCount: found.itemCount ?? null,
        reviews: period(found.reviews),
        plans: period(found.plans),
      })
      return { kind: 'conference', id }
    }
    case 'agendaItem': {
      const found = payload as Partial<AgendaItem>
      const id = await enterAgendaItem(tx, actor, at, {
        title: edits.title ?? words(found.title) ?? row.quote,
        submitter: words(found.route?.submitter),
        body: words(found.route?.body),
        nextBody: words(found.route?.next),
        count: chosen(edits.count, found.count ?? null),
      })
      return { kind: 'agendaItem', id }
    }
    case 'opinion': {
      const found = payload as Partial<Opinion>
      const id = await enterOpinion(tx, actor, at, {
        count: chosen(edits.count, found.count ?? null),
        about: words(found.about),
      })
      return { kind: 'opinion', id }
    }
    case 'decision': {
      const found = payload as Partial<Decision>
      const items: string[] = []
      for (const item of found.items ?? []) {
        if (typeof item !== 'string') items.push(item.quote)
        else items.push((await findByReaderKey(tx, row, item))?.quote ?? '')
      }
      const id = await enterDecision(tx, actor, at, {
        outcome: edits.outcome ?? found.outcome ?? 'other',
        items: items.filter(Boolean),
        by: chosen(edits.decidedBy, words(found.by)),
      })
      return { kind: 'decision', id }
    }
    case 'citation': {
      const found = payload as Partial<Citation>
      const id = await enterCitation(tx, actor, at, {
        type: found.type ?? '',
        number: found.number ?? null,
        symbol: chosen(edits.symbol, found.symbol ?? null),
        issuer: chosen(edits.issuer, found.issuer ?? null),
        issuedOn: found.date ?? null,
        about: words(found.about),
      })
      return { kind: 'citation', id }
    }
    default:
      return null
  }
}

/** A statement with its quantity, which is a finding of its own. */
async function enterFigure(
  tx: Tx,
  actor: Actor,
  row: Row<'finding'>,
  at: FoundAt,
  edits: Edits,
): Promise<string> {
  const found = row.payload as Partial<Statement> & { quantityValue?: Quantity | null }
  const stated = found.quantity ? await findByReaderKey(tx, row, found.quantity) : null
  const quantity = (stated?.payload ?? found.quantityValue ?? null) as Quantity | null
  const own = period(found.period)
  const edited =
    edits.periodFrom !== undefined ||
    edits.periodTo !== undefined ||
    edits.periodLabel !== undefined
  return enterObservation(tx, actor, at, {
    indicatorCode: edits.newIndicator
      ? null
      : (edits.indicatorCode ?? found.indicator?.code ?? null),
    indicatorName: edits.newIndicator?.name ?? words(found.indicator) ?? '',
    period: edited
      ? {
          label: chosen(edits.periodLabel, own?.label ?? null) ?? '',
          from: chosen(edits.periodFrom, own?.from ?? null) || null,
          to: chosen(edits.periodTo, own?.to ?? null) || null,
        }
      : own,
    value: chosen(edits.value, quantity?.value ?? null),
    valueMax: edits.value === undefined ? (quantity?.max ?? null) : null,
    of: quantity?.of ?? null,
    unit: edits.newIndicator?.unit || chosen(edits.unit, quantity?.unit ?? null),
    unitText: quantity?.unitText ?? null,
    quantityText: quantity ? [quantity.boundText, quantity.quote].filter(Boolean).join(' ') : null,
    bound: quantity?.bound ?? null,
    modality: edits.modality ?? found.modality ?? 'actual',
    place: chosen(edits.place, words(found.place)),
    comparisons: (found.comparisons ?? []).map((one) => ({
      quote: one.quote,
      direction: one.direction,
      amount: one.amount,
      unit: one.unit,
      versus: one.versus,
      base: one.base && { label: one.base.label, from: one.base.from, to: one.base.to },
    })),
  })
}

async function textAt(tx: Tx, row: Row<'finding'>, start: number, end: number): Promise<string> {
  const found = await tx
    .selectFrom('document_text')
    .select('text')
    .where('province_id', '=', row.province_id)
    .where('document_id', '=', row.document_id)
    .where('text_version', '=', row.text_version)
    .executeTakeFirstOrThrow()
  return found.text.slice(start, end)
}

async function withdraw(
  tx: Tx,
  actor: Actor,
  kind: string,
  id: string,
  findingId: string,
): Promise<void> {
  switch (kind) {
    case 'observation':
      return withdrawObservation(tx, actor, id)
    case 'shortcoming':
      return withdrawShortcoming(tx, actor, id)
    case 'assignment':
      return withdrawAssignment(tx, actor, id)
    case 'conference':
      return withdrawConference(tx, actor, id, findingId)
    case 'agendaItem':
    case 'opinion':
    case 'decision':
      return withdrawProceeding(tx, actor, kind, id)
    case 'citation':
      return withdrawCitation(tx, actor, id)
  }
}

function checkDates(edits: Edits): void {
  for (const name of ['deadlineIso', 'heldOn', 'periodFrom', 'periodTo'] as const) {
    const value = edits[name]
    if (value && !isoDate.safeParse(value).success) {
      throw new Problem('invalidInput', { where: name })
    }
  }
}
