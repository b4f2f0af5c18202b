// Help that is read, not searched: the commands in groups, each with an example.
import type { Command } from 'commander'
import { padded, wrapped } from './output.ts'
import type { CliTexts } from './texts.ts'

const examples = new WeakMap<Command, string[]>()

/** Remembers a command's examples; the first stands on the page of all commands. */
export function examplesOf(command: Command, given: string[]): Command {
  examples.set(command, given)
  return command
}

const column = 30

const rows = (pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .map(([name, about]) => {
      const lines = wrapped(about, 100 - column)
      const [first = '', ...others] = lines
      const head =
        name.length + 4 > column
          ? [`  ${name}`, `${' '.repeat(column)}${first}`]
          : [`  ${padded(name, column - 2)}${first}`]
      return [...head, ...others.map((line) => ' '.repeat(column) + line)].join('\n')
    })
    .join('\n')

const nameOf = (command: Command): string => {
  const inner = command.commands.map((one) => one.name()).filter((one) => one !== 'help')
  const args = command.registeredArguments.map((one) =>
    one.required ? `<${one.name()}${one.variadic ? '…' : ''}>` : `[${one.name()}]`,
  )
  return [command.name(), inner.join('|'), ...args].filter(Boolean).join(' ')
}

/** The page of all commands. */
export function rootHelp(program: Command, version: string, t: CliTexts): string {
  const groups = Map.groupBy(
    program.commands.filter((one) => one.name() !== 'help'),
    (one) => one.helpGroup(),
  )
  const parts = [...groups].map(([title, commands]) => {
    const lines = commands.map((one) => {
      const about = [nameOf(one), one.description()] as const
      const [example] = examples.get(one) ?? []
      return `${rows([about])}${example ? `\n${' '.repeat(column)}$ ${example}` : ''}`
    })
    return `${title}\n${lines.join('\n')}`
  })
  return [
    `Giao Ban ${version}: ${t.tagline}`,
    '',
    t.usage,
    '',
    parts.join('\n\n'),
    '',
    rows([
      ['--lang <vi|en>', t.option.lang],
      ['-V, --version', t.option.version],
    ]),
    '',
    t.moreHelp,
    t.otherLanguage,
    '',
  ].join('\n')
}

/** One command: usage, what it is for, switches, examples. */
export function helpFor(command: Command, t: CliTexts): string {
  const path = [command.name()]
  for (let up = command.parent; up; up = up.parent) path.unshift(up.name())
  const inner = command.commands.filter((one) => one.name() !== 'help')
  const options = command.options.map((one) => [one.flags, one.description] as const)
  const shown = examples.get(command) ?? (command.parent && examples.get(command.parent)) ?? []
  return [
    `${path.slice(0, -1).join(' ')} ${nameOf(command)}`.trim(),
    '',
    command.description(),
    ...(inner.length > 0
      ? ['', rows(inner.map((one) => [nameOf(one), one.description()] as const))]
      : []),
    ...(options.length > 0 ? ['', t.options, rows(options)] : []),
    ...(shown.length > 0 ? ['', t.examples, ...shown.map((one) => `  $ ${one}`)] : []),
    '',
  ].join('\n')
}
