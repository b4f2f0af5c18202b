// Which tasks, indicators and shortcomings belong to an instrument.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Combobox, type Option } from '../../web/ui/Combobox.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useIndicatorOptions } from '../indicators/useIndicatorOptions.tsx'
import type { shortcomingRoutes } from '../shortcomings/contract.ts'
import type { InstrumentView, instrumentRoutes } from './contract.ts'
import { Chosen } from './DutyDialogs.tsx'
import { en, vi } from './texts.ts'
import { useInstrumentChange, useTaskSearch } from './useInstruments.tsx'

export function LinksDialog({
  instrument,
  onClose,
}: {
  instrument: InstrumentView
  onClose: () => void
}) {
  const t = useTexts(vi, en).page
  const linked = instrument.tasks.filter(({ by }) => by === 'linked').map(({ task }) => task)
  const [assignmentIds, setTasks] = useState<readonly string[]>(linked.map(({ id }) => id))
  const [indicatorIds, setIndicators] = useState<readonly string[]>(
    instrument.indicators.map(({ indicator }) => indicator.id),
  )
  const [shortcomingIds, setFlaws] = useState<readonly string[]>(
    instrument.shortcomings.map(({ id }) => id),
  )
  const tasks = useTaskSearch(linked.map(({ id, action }) => ({ value: id, label: action })))
  const save = useInstrumentChange(
    () =>
      request<typeof instrumentRoutes.links>('put', '/api/instruments/{id}/links', {
        params: { id: instrument.id },
        version: instrument.version,
        body: { assignmentIds, indicatorIds, shortcomingIds },
      }),
    onClose,
  )
  return (
    <FormDialog title={t.links} change={save} ready onClose={onClose}>
      <Chosen ids={assignmentIds} options={tasks.all} onChange={setTasks} />
      <Combobox
        label={t.addTask}
        options={tasks.options.filter(({ value }) => !assignmentIds.includes(value))}
        onTyped={tasks.onTyped}
        value={null}
        onChange={(id) => {
          if (!id) return
          tasks.keep(id)
          setTasks([...assignmentIds, id])
        }}
      />
      <Choice
        label={t.addIndicator}
        options={useIndicatorOptions()}
        ids={indicatorIds}
        onChange={setIndicators}
      />
      <Choice
        label={t.addShortcoming}
        options={useShortcomingOptions()}
        ids={shortcomingIds}
        onChange={setFlaws}
      />
    </FormDialog>
  )
}

interface ChoiceProps {
  label: string
  options: readonly Option[]
  ids: readonly string[]
  onChange: (ids: readonly string[]) => void
}

function Choice({ label, options, ids, onChange }: ChoiceProps) {
  return (
    <>
      <Chosen ids={ids} options={options} onChange={onChange} />
      <Combobox
        label={label}
        options={options.filter(({ value }) => !ids.includes(value))}
        value={null}
        onChange={(id) => id && onChange([...ids, id])}
      />
    </>
  )
}

function useShortcomingOptions(): Option[] {
  const { data } = useQuery({
    queryKey: ['shortcomings'],
    queryFn: ({ signal }) =>
      request<typeof shortcomingRoutes.list>('get', '/api/shortcomings', { signal }),
  })
  return (data?.topics.flatMap(({ entries }) => entries) ?? []).map((one) => ({
    value: one.id,
    label: one.source.quote,
    note: one.source.documentTitle,
  }))
}
