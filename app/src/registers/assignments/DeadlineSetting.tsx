// How the province counts deadlines, with its own days off: set all at once by its office, read by everybody.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { useOvertaking } from '../../web/ui/useOvertaking.tsx'
import { en, vi } from './deadline-texts.ts'
import type { eventRoutes } from './event-contract.ts'

type Given = Answer<typeof eventRoutes.setting>

/** A day as it is being typed. */
interface TypedDay {
  key: number
  day: string | null
  kind: 'off' | 'working'
  name: string
}

export function DeadlineSetting() {
  const { setting: t } = useTexts(vi, en)
  const { data, error, refetch } = useQuery({
    queryKey: ['assignment-setting'],
    queryFn: ({ signal }) =>
      request<typeof eventRoutes.setting>('get', '/api/assignment-setting', { signal }),
  })
  return (
    <section className="register-section" aria-labelledby="deadline-setting">
      <h2 id="deadline-setting">{t.title}</h2>
      <p className="muted count-rule">{t.intro}</p>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <SettingForm key={data.version} given={data} />
      ) : (
        <Loading />
      )}
    </section>
  )
}

/** The bounds of each number, as the server has them. */
const bounds = {
  soonDays: [0, 60],
  staleMonths: [1, 24],
  escalateDays: [1, 365],
  escalateFurtherDays: [1, 365],
} as const

type NumberName = keyof typeof bounds

const numbers = Object.keys(bounds) as NumberName[]

const whole = (text: string, [from, to]: readonly [number, number]): number | null => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : -1
  return value >= from && value <= to ? value : null
}

/** `7, 3, 1` as numbers; null for anything else. */
function daysIn(text: string): number[] | null {
  const parts = text.split(/[,;\s]+/).filter(Boolean)
  const days = parts.map((part) => whole(part, [0, 60]))
  return days.length > 10 || days.includes(null) ? null : (days as number[])
}

function SettingForm({ given }: { given: Given }) {
  const { setting: t } = useTexts(vi, en)
  const { can } = useSession()
  const toast = useToast()
  const client = useQueryClient()
  const [basis, setBasis] = useState(given.setting.basis)
  const [roll, setRoll] = useState(given.setting.roll)
  const [typed, setTyped] = useState<Record<NumberName, string>>(() => ({
    soonDays: String(given.setting.soonDays),
    staleMonths: String(given.setting.staleMonths),
    escalateDays: String(given.setting.escalateDays),
    escalateFurtherDays: String(given.setting.escalateFurtherDays),
  }))
  const [remind, setRemind] = useState(given.setting.remindDays.join(', '))
  const [days, setDays] = useState<TypedDay[]>(() =>
    given.days.map((one, key) => ({ ...one, key })),
  )
  const [invalid, setInvalid] = useState(false)
  const remindDays = daysIn(remind)
  const values = {
    soonDays: whole(typed.soonDays, bounds.soonDays),
    staleMonths: whole(typed.staleMonths, bounds.staleMonths),
    escalateDays: whole(typed.escalateDays, bounds.escalateDays),
    escalateFurtherDays: whole(typed.escalateFurtherDays, bounds.escalateFurtherDays),
  }
  const early = (values.escalateFurtherDays ?? 365) < (values.escalateDays ?? 1)
  const errorOf = (name: NumberName) =>
    values[name] === null
      ? t.numberWrong(bounds[name][0], bounds[name][1])
      : name === 'escalateFurtherDays' && early
        ? t.escalateOrder
        : null
  const twice = new Set(days.map(({ day }) => day)).size < days.length
  const missing = days.some(({ day, name }) => day === null || name.trim() === '')
  const ready =
    remindDays !== null &&
    !Object.values(values).includes(null) &&
    !early &&
    !twice &&
    !missing &&
    !invalid
  const save = useMutation({
    mutationFn: () =>
      request<typeof eventRoutes.set>('put', '/api/assignment-setting', {
        version: given.version,
        body: {
          setting: { basis, roll, remindDays, ...values },
          days: days.map(({ day, kind, name }) => ({ day, kind, name })),
        },
      }),
    async onSuccess(answer) {
      toast.show({ text: t.saved, tone: 'good' })
      client.setQueryData(['assignment-setting'], answer)
      await client.invalidateQueries({ queryKey: ['assignments'] })
    },
  })
  const put = (key: number, change: Partial<TypedDay>) =>
    setDays((former) => former.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const add = (day: Omit<TypedDay, 'key'>) =>
    setDays((former) => [
      ...former,
      { ...day, key: Math.max(-1, ...former.map(({ key }) => key)) + 1 },
    ])
  const unverified = given.unverified.filter(({ day }) => !days.some((one) => one.day === day))
  const { told, word, overtaken, choose } = useOvertaking(save.error, t.save)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready) return
        choose()
        save.mutate()
      }}
    >
      {!can.manageTasks && <Notice>{t.readOnly}</Notice>}
      <fieldset disabled={!can.manageTasks} className="stack deadline-setting">
        <SelectField
          label={t.basis}
          value={basis}
          onChange={setBasis}
          options={(['original', 'current'] as const).map((value) => ({
            value,
            label: t.basisOf[value],
          }))}
        />
        <SelectField
          label={t.roll}
          value={roll}
          onChange={setRoll}
          options={(['nextWorkingDay', 'asWritten'] as const).map((value) => ({
            value,
            label: t.rollOf[value],
          }))}
        />
        <div className="field-pair">
          {numbers.map((name) => (
            <TextField
              key={name}
              label={t[name]}
              value={typed[name]}
              inputMode="numeric"
              onChange={(value) => setTyped((former) => ({ ...former, [name]: value }))}
              error={errorOf(name)}
            />
          ))}
        </div>
        <TextField
          label={t.remindDays}
          hint={t.remindHint}
          value={remind}
          onChange={setRemind}
          error={remindDays === null ? t.remindWrong : null}
        />
        <h3>{t.days}</h3>
        <p className="muted">{t.daysIntro}</p>
        {days.map((one) => (
          <div key={one.key} className="row deadline-day">
            <DateField
              label={t.day}
              value={one.day}
              onChange={(day) => put(one.key, { day })}
              onInvalid={setInvalid}
            />
            <SelectField
              label={t.kind}
              value={one.kind}
              onChange={(kind) => put(one.key, { kind })}
              options={(['off', 'working'] as const).map((value) => ({
                value,
                label: t.kindOf[value],
              }))}
            />
            <TextField
              label={t.dayName}
              value={one.name}
              maxLength={200}
              onChange={(name) => put(one.key, { name })}
            />
            <Button
              aria-label={t.removeDay(formatDate(one.day))}
              onClick={() => {
                setDays((former) => former.filter(({ key }) => key !== one.key))
                setInvalid(false)
              }}
            >
              {t.remove}
            </Button>
          </div>
        ))}
        {twice && <Notice tone="bad">{t.twice}</Notice>}
        {can.manageTasks && (
          <div className="row">
            <Button onClick={() => add({ day: null, kind: 'off', name: '' })}>{t.addDay}</Button>
          </div>
        )}
        {unverified.length > 0 && (
          <Notice>
            <p>{t.unverified}</p>
            <ul className="plain-list">
              {unverified.map((one) => (
                <li key={one.day} className="row">
                  {formatDate(one.day)} · <span lang="vi">{one.name}</span>
                  {can.manageTasks && (
                    <Button
                      small
                      aria-label={t.addUnverified(formatDate(one.day))}
                      onClick={() => add(one)}
                    >
                      {t.addAsOff}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </fieldset>
      <details>
        <summary>{t.shipped(given.shipped.length)}</summary>
        <ul className="plain-list shipped-days">
          {given.shipped.map((one) => (
            <li key={one.day}>
              {formatDate(one.day)} · <span lang="vi">{one.name}</span>
            </li>
          ))}
        </ul>
      </details>
      {told}
      {can.manageTasks && (
        <div className="row">
          <Button
            type="submit"
            look={overtaken ? 'danger' : 'primary'}
            disabled={!ready || save.isPending}
          >
            {word}
          </Button>
          {missing && <span className="muted">{t.dayMissing}</span>}
        </div>
      )}
    </form>
  )
}
