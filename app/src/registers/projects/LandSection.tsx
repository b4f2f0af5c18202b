// The land that a project needs, by section: hectares, households, what stands in the way.
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
import { Versions } from './MoneySection.tsx'
import { type OneProject, useProjectChange } from './ProjectDialogs.tsx'
import type { ProjectSectionView, workRoutes } from './work-contract.ts'
import { en, vi } from './work-texts.ts'

export function LandSection({ project }: { project: ProjectView }) {
  const t = useTexts(vi, en)
  const { number } = useMoney()
  const [adding, setAdding] = useState(false)
  const [of, open] = useState<{ act: 'enter' | 'change'; section: ProjectSectionView } | null>(null)
  const may = project.mayEnter && project.closedOn === null
  const { sections } = project.work
  if (sections.length === 0 && !may) return null
  return (
    <section className="register-section" aria-labelledby="project-land">
      <h2 id="project-land">{t.land.title}</h2>
      {may && (
        <p className="project-action">
          <Button small onClick={() => setAdding(true)}>
            {t.land.add}
          </Button>
        </p>
      )}
      {sections.length === 0 ? (
        <p className="muted">{t.land.none}</p>
      ) : (
        <div className="table-frame">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t.land.section}</th>
                <th scope="col">{t.due}</th>
                <th scope="col">{t.land.area}</th>
                <th scope="col">{t.land.households}</th>
                <th scope="col">{t.land.obstacle}</th>
              </tr>
            </thead>
            <tbody>
              {sections.map((section) => {
                const { standing, versions } = section
                return (
                  <tr key={section.id}>
                    <th scope="row">
                      {section.name}
                      {may && (
                        <span className="source-note row on-screen">
                          <Button
                            small
                            look="plain"
                            aria-label={t.of(t.land.enter, section.name)}
                            onClick={() => open({ act: 'enter', section })}
                          >
                            {t.land.enter}
                          </Button>
                          <Button
                            small
                            look="plain"
                            aria-label={t.of(t.change, section.name)}
                            onClick={() => open({ act: 'change', section })}
                          >
                            {t.change}
                          </Button>
                        </span>
                      )}
                    </th>
                    <td data-label={t.due}>
                      {formatDate(section.dueOn) || '–'}
                      {section.firstDueOn && (
                        <span className="source-note muted">
                          {t.moved(formatDate(section.firstDueOn))}
                        </span>
                      )}
                    </td>
                    <td data-label={t.land.area}>
                      {standing ? (
                        <>
                          {t.land.ofHa(number(standing.handedHa), number(standing.needHa))}
                          <span className="source-note muted">
                            {t.land.until(formatDate(standing.on))}
                          </span>
                        </>
                      ) : (
                        <span className="muted">{t.land.untold}</span>
                      )}
                    </td>
                    <td data-label={t.land.households}>
                      {standing
                        ? t.land.ofHouseholds(standing.paid, standing.moved, standing.households)
                        : '–'}
                    </td>
                    <td data-label={t.land.obstacle}>
                      {standing?.obstacle ?? '–'}
                      {versions.length > 1 && (
                        <Versions title={t.land.versions(versions.length)}>
                          {versions.map((one) => (
                            <li key={one.number}>
                              {t.land.until(formatDate(one.on))}:{' '}
                              {t.land.ofHa(number(one.handedHa), number(one.needHa))}.{' '}
                              {t.land.ofHouseholds(one.paid, one.moved, one.households)}.{' '}
                              {one.obstacle} {one.reason}{' '}
                              <span className="muted">({t.by(one.by, formatInstant(one.at))})</span>
                            </li>
                          ))}
                        </Versions>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {adding && <SectionDialog project={project} onClose={() => setAdding(false)} />}
      {of?.act === 'change' && (
        <SectionDialog project={project} of={of.section} onClose={() => open(null)} />
      )}
      {of?.act === 'enter' && (
        <ClearanceDialog project={project} of={of.section} onClose={() => open(null)} />
      )}
    </section>
  )
}

function SectionDialog({ project, of, onClose }: OneProject & { of?: ProjectSectionView }) {
  const t = useTexts(vi, en)
  const [name, setName] = useState(of?.name ?? '')
  const [dueOn, setDue] = useState(of?.dueOn ?? null)
  const [withdrawn, setBack] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const moved = of !== undefined && of.dueOn !== null && of.dueOn !== dueOn
  const asked = moved || withdrawn
  const facts = { name: name.trim(), dueOn }
  const save = useProjectChange<unknown>(
    () =>
      of
        ? request<typeof workRoutes.changeSection>('patch', '/api/project-sections/{id}', {
            params: { id: of.id },
            version: of.version,
            body: {
              ...facts,
              ...(withdrawn ? { withdrawn } : {}),
              reason: asked ? reason.trim() : null,
            },
          })
        : request<typeof workRoutes.addSection>('post', '/api/projects/{id}/sections', {
            params: { id: project.id },
            body: facts,
          }),
    onClose,
  )
  return (
    <FormDialog
      title={of ? t.land.changeTitle : t.land.addTitle}
      change={save}
      ready={facts.name !== '' && !wrong && (!asked || reason.trim() !== '')}
      onClose={onClose}
    >
      <TextField
        label={t.land.section}
        value={name}
        onChange={setName}
        maxLength={300}
        required
        autoFocus
      />
      <DateField label={t.land.dueOn} value={dueOn} onChange={setDue} onInvalid={setWrong} />
      {of && <CheckField label={t.takeBack} value={withdrawn} onChange={setBack} />}
      {asked && <ReasonField moved={moved} value={reason} onChange={setReason} />}
    </FormDialog>
  )
}

interface ReasonFieldProps {
  moved: boolean
  value: string
  onChange: (value: string) => void
}

export function ReasonField({ moved, value, onChange }: ReasonFieldProps) {
  const t = useTexts(vi, en)
  return (
    <TextArea
      label={moved ? t.reasonMoved : t.reason}
      value={value}
      onChange={onChange}
      rows={2}
      maxLength={1000}
      required
    />
  )
}

const fields = ['needHa', 'handedHa', 'all', 'paid', 'moved'] as const

function ClearanceDialog({ of, onClose }: OneProject & { of: ProjectSectionView }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { standing } = of
  const former = standing && { ...standing, all: standing.households }
  const [on, setOn] = useState<string | null>(todayInVietnam())
  const [typed, setTyped] = useState(() =>
    fields.map((one) => (former ? formatPlain(former[one], language) : '')),
  )
  const [obstacle, setObstacle] = useState(standing?.obstacle ?? '')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const numbers = typed.map((text) => {
    const read = readTyped(text)
    return read.is === 'number' && read.value >= 0 ? read.value : null
  })
  const [needHa, handedHa, households, paid, moved] = numbers
  const again = standing !== null && on !== null && on <= standing.on
  const whole = [households, paid, moved].every((one) => Number.isInteger(one))
  const save = useProjectChange<unknown>(
    () =>
      request<typeof workRoutes.clear>('post', '/api/project-sections/{id}/clearances', {
        params: { id: of.id },
        body: {
          on: on ?? '',
          ...{ needHa: needHa ?? 0, handedHa: handedHa ?? 0, households: households ?? 0 },
          ...{ paid: paid ?? 0, moved: moved ?? 0, obstacle: obstacle.trim() || null },
          reason: again ? reason.trim() : null,
          seen: Math.max(0, ...of.versions.map(({ number }) => number)),
        },
      }),
    onClose,
  )
  const ready =
    on !== null && !wrong && !numbers.includes(null) && whole && (!again || reason.trim() !== '')
  return (
    <FormDialog title={t.land.enterTitle} change={save} ready={ready} onClose={onClose}>
      <p className="muted">{of.name}</p>
      <DateField
        label={t.land.on}
        hint={again ? t.land.again : undefined}
        value={on}
        onChange={setOn}
        onInvalid={setWrong}
        autoFocus
      />
      <div className="field-pair">
        {fields.map((one, at) => (
          <TextField
            key={one}
            label={t.land[one]}
            value={typed[at] ?? ''}
            inputMode="decimal"
            error={typed[at] !== '' && numbers[at] === null ? t.land.numberWrong : undefined}
            onChange={(text) => setTyped(typed.with(at, text))}
          />
        ))}
      </div>
      <TextArea
        label={t.land.obstacle}
        value={obstacle}
        onChange={setObstacle}
        rows={2}
        maxLength={2000}
      />
      {again && <ReasonField moved={false} value={reason} onChange={setReason} />}
    </FormDialog>
  )
}
