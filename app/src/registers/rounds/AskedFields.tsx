// Whom to ask: bodies, the members of a body, people, an account by its address, somebody by name.
import { useQuery } from '@tanstack/react-query'
import { request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox, type Option } from '../../web/ui/Combobox.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { BodyLine } from '../organisations/contract.ts'
import type { personRoutes } from '../persons/contract.ts'
import type { NewAddressee } from './contract.ts'
import { en, vi } from './texts.ts'

export interface AskedLine {
  key: string
  label: string
  given: NewAddressee
}

interface AskedFieldsProps {
  label: string
  bodies: readonly BodyLine[]
  asked: readonly AskedLine[]
  onChange: (asked: readonly AskedLine[]) => void
}

export function AskedFields({ label, bodies, asked, onChange }: AskedFieldsProps) {
  const t = useTexts(vi, en)
  const persons = useQuery({
    queryKey: ['persons', null],
    queryFn: ({ signal }) => request<typeof personRoutes.list>('get', '/api/persons', { signal }),
  })
  const lines: (AskedLine & { note: string })[] = [
    ...bodies.map(({ id, name }) => ({
      key: `body ${id}`,
      label: name,
      note: t.form.asBody,
      given: { organisationId: id },
    })),
    ...bodies.map(({ id, name }) => ({
      key: `members ${id}`,
      label: t.form.membersOf(name),
      note: t.form.asMembers,
      given: { membersOf: id },
    })),
    ...(persons.data?.persons ?? []).map(({ id, name }) => ({
      key: `person ${id}`,
      label: name,
      note: t.form.asPerson,
      given: { personId: id },
    })),
  ]
  const taken = new Set(asked.map((one) => one.key))
  const options: Option[] = lines
    .filter((one) => !taken.has(one.key))
    .map((one) => ({ value: one.key, label: one.label, note: one.note }))
  function add(line: AskedLine | undefined) {
    if (line && !taken.has(line.key)) onChange([...asked, line])
  }
  return (
    <>
      <Combobox
        label={label}
        hint={t.form.askedHint}
        options={options}
        value={null}
        onChange={(key) => add(lines.find((one) => one.key === key))}
        create={{
          label: t.form.asTyped,
          run: (typed) =>
            add({
              key: `typed ${typed}`,
              label: typed,
              given: typed.includes('@') ? { address: typed } : { name: typed },
            }),
        }}
      />
      {asked.length > 0 && (
        <ul className="row plain-list asked">
          {asked.map((one) => (
            <li key={one.key}>
              <Chip>{one.label}</Chip>
              <Button
                small
                look="plain"
                aria-label={t.form.remove(one.label)}
                onClick={() => onChange(asked.filter(({ key }) => key !== one.key))}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
