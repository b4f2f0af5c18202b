// The command line: which commands there are, their switches and examples. Each one's work is elsewhere,
// and loaded only when it is asked for: `giaoban read` waits for no database library.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Command, CommanderError } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import { root } from '../config.ts'
import { StartProblem } from '../database/problem.ts'
import { Problem } from '../problem.ts'
import type { Connected, Place } from './connect.ts'
import { examplesOf, helpFor, rootHelp } from './help.ts'
import { languageOf } from './language.ts'
import { print, say } from './output.ts'
import { CommandProblem } from './problem.ts'
import { type ReadSwitches, readSwitches } from './read-call.ts'
import { reasonOf } from './reason.ts'
import { recordTexts } from './record-texts.ts'
import { type CliTexts, cliTexts, type Language } from './texts.ts'

const { version } = packageFile

// Loaded by the command that needs them: the help and a mistyped word answer at once.
const people = () => import('./people.ts')
const safety = () => import('./safety.ts')

/** Runs one call and sets the exit code: 0 done, 1 could not, 2 wrong arguments. */
export async function run(args: readonly string[]): Promise<void> {
  const language = languageOf(args, process.env)
  const t = cliTexts[language ?? 'vi']
  if (language === null) {
    say(t.badLanguage(args[args.indexOf('--lang') + 1] ?? ''))
    process.exitCode = 2
    return
  }
  const program = programFor(t, language)
  try {
    if (args.length === 0) await print(program.helpInformation())
    else await program.parseAsync(args as string[], { from: 'user' })
  } catch (error) {
    process.exitCode = explain(error, t, language)
  }
}

/** Says what went wrong; returns the exit code. */
export function explain(error: unknown, t: CliTexts, language: Language): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    // A command that needs another behind it has shown its help.
    if (error.code === 'commander.help') return 2
    say(wrongCall(error, t))
    return 2
  }
  if (error instanceof CommandProblem) {
    say(error.message)
    return error.exitCode
  }
  if (error instanceof StartProblem) say(language === 'vi' ? error.vietnamese : error.english)
  else if (error instanceof Problem) say(reasonOf(error, language))
  else {
    say(t.unexpected((error as Error).message))
    if (process.env.GIAOBAN_DEBUG) say((error as Error).stack ?? '')
  }
  return 1
}

/** The library's message in our words: it quotes what it stumbled on, and what it might have been. */
function wrongCall(error: CommanderError, t: CliTexts): string {
  const [what = ''] = /(?<=')[^']+(?=')/.exec(error.message) ?? []
  const perhaps = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1]
  return [
    t.wrongCall[error.code]?.(what) ?? error.message,
    ...(perhaps ? [t.perhaps(perhaps)] : []),
    t.seeHelp('giaoban'),
  ].join(' ')
}

/** The commands as they are offered; exported for the page that is made from them. */
export function programFor(t: CliTexts, language: Language): Command {
  const program = new Command('giaoban')
    .helpOption('-h, --help', t.option.help)
    .version(version, '-V, --version', t.option.version)
    .option('--lang <vi|en>', t.option.lang)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ formatHelp: (command) => helpFor(command, t) })
  program.configureHelp({
    formatHelp: (command) =>
      command === program ? rootHelp(program, version, t) : helpFor(command, t),
  })
  program.helpCommand(false)
  program
    .command('help [command...]')
    .description(t.option.help)
    .exitOverride()
    .action(async (names: string[]) => {
      await print(commandNamed(program, names).helpInformation())
    })

  const add = (name: string, group: keyof CliTexts['groups'], about: string, examples: string[]) =>
    examplesOf(
      program
        .command(name)
        .configureOutput({ outputError: () => undefined })
        .description(about)
        .helpGroup(t.groups[group])
        .exitOverride(),
      examples,
    )
  const onDatabase = (command: Command): Command =>
    command.option('--data <folder>', t.option.data).option('--sample', t.option.sample)
  const withDatabase = async (
    place: Place,
    work: (connected: Connected) => Promise<unknown>,
    create = false,
  ): Promise<void> => {
    const { connect } = await import('./connect.ts')
    const connected = await connect(place, { create, t })
    try {
      const code = await work(connected)
      process.exitCode = typeof code === 'number' ? code : 0
    } finally {
      await connected.close()
    }
  }

  const read = add('read', 'reading', t.commands.read, [
    'giaoban read bao-cao.docx --format table',
    'giaoban read bao-cao/ > findings.jsonl',
    'giaoban read *.docx --kinds assignment,shortcoming > findings.jsonl',
    `echo '{"name":"a","text":"Thu ngân sách đạt 9.500 tỷ đồng."}' | giaoban read --input jsonl -`,
  ])
    .argument('<file...>')
    .action(async (files: string[], switches: ReadSwitches) => {
      const { readCommand } = await import('./read.ts')
      process.exitCode = await readCommand(files, switches, t, language)
    })
  for (const [flags, said] of readSwitches) read.option(flags, t.option[said])

  onDatabase(
    add('import', 'reading', t.commands.import, [
      'giaoban import bao-cao/*.docx --province son-ha --as vanphong@sonha --declare-no-secrets',
    ]),
  )
    .argument('<file...>')
    .option('--province <slug>', t.option.province)
    .option('--as <address>', t.option.as)
    .option('--date <date>', t.option.date)
    .option('--declare-no-secrets', t.option.declareNoSecrets)
    .action((files: string[], given) =>
      withDatabase(given, async ({ database }) =>
        (await people()).importCommand(database, files, given, t, language),
      ),
    )

  onDatabase(
    add('figures', 'reading', t.commands.figures, [
      'giaoban figures so-lieu.csv --province son-ha --as vanphong@sonha',
    ]),
  )
    .argument('<file>')
    .option('--province <slug>', t.option.province)
    .option('--as <address>', t.option.as)
    .option('--sure', t.option.sure)
    .action((file: string, given) =>
      withDatabase(given, async ({ database }) => {
        // What very many rows leave behind is cleared early, where V8 would let it pile up.
        setFlagsFromString('--semi-space-growth-factor=1')
        const { figuresCommand } = await import('./figures.ts')
        return figuresCommand(database, file, given, t, language)
      }),
    )

  const lexicon = add('lexicon', 'reading', t.commands.lexicon, [
    'giaoban lexicon check tu-rieng.tsv',
  ])
  lexicon
    .command('check')
    .description(t.commands.lexiconCheck)
    .exitOverride()
    .argument('<file...>')
    .action(async (files: string[]) => {
      const { lexiconCheckCommand } = await import('./lexicon.ts')
      process.exitCode = await lexiconCheckCommand(files, language)
    })

  onDatabase(
    add('evaluate', 'reading', t.commands.evaluate, [
      'giaoban evaluate',
      'giaoban evaluate --export bo-danh-gia.jsonl',
      'giaoban evaluate bo-danh-gia.jsonl --against lan-truoc.json --save lan-nay.json',
    ]),
  )
    .argument('[set]')
    .option('--province <slug>', t.option.province)
    .option('--export <file>', t.option.exportSet)
    .option('--save <file>', t.option.save)
    .option('--against <file>', t.option.against)
    .option('--json', t.option.json)
    .action(async (set: string | undefined, given) => {
      const evaluate = await import('./evaluate.ts')
      if (set === undefined)
        return withDatabase(given, ({ database }) =>
          given.export === undefined
            ? evaluate.evaluateDatabase(database, given, t, language)
            : evaluate.exportCommand(database, given, t, language),
        )
      if (given.export !== undefined) throw evaluate.setOrDatabase(language)
      process.exitCode = await evaluate.evaluateFile(set, given, language)
    })

  onDatabase(
    add('start', 'running', t.commands.start, ['giaoban start', 'giaoban start --port 9000']),
  )
    .allowUnknownOption()
    .helpOption(false)
    .action((_given, command: Command) => startServer(command))

  onDatabase(
    add('status', 'running', t.commands.status, ['giaoban status', 'giaoban status --json']),
  )
    .option('--json', t.option.json)
    .action((given) =>
      withDatabase(given, async (connected) => {
        const { statusCommand } = await import('./status.ts')
        return statusCommand(connected, version, given.json === true, t)
      }),
    )

  const province = add('province', 'people', t.commands.province, [
    'giaoban province add "Tỉnh Lạng Sơn" --account quantri@langson --name "Nguyễn Thu Hà"',
    'giaoban province list',
  ])
  onDatabase(province.command('add').description(t.commands.provinceAdd).exitOverride())
    .argument('<name>')
    .requiredOption('--account <address>', t.option.account)
    .option('--name <name>', t.option.name)
    .action((name: string, given) =>
      withDatabase(
        given,
        async ({ database }) => (await people()).addProvinceCommand(database, name, given, t),
        true,
      ),
    )
  onDatabase(province.command('list').description(t.commands.provinceList).exitOverride()).action(
    (given) =>
      withDatabase(given, async ({ database }) =>
        (await people()).listProvincesCommand(database, t),
      ),
  )

  const account = add('account', 'people', t.commands.account, [
    'giaoban account add vanphong@sonha --name "Nguyễn Minh Tuấn" --role office',
    'giaoban account reset quantri@sonha',
    'giaoban account list --province son-ha',
  ])
  onDatabase(account.command('add').description(t.commands.accountAdd).exitOverride())
    .argument('<address>')
    .requiredOption('--name <name>', t.option.name)
    .requiredOption('--role <role>', t.option.role)
    .option('--province <slug>', t.option.province)
    .action((address: string, given) =>
      withDatabase(given, async ({ database }) =>
        (await people()).addAccountCommand(database, address, given, t),
      ),
    )
  onDatabase(account.command('list').description(t.commands.accountList).exitOverride())
    .option('--province <slug>', t.option.province)
    .action((given) =>
      withDatabase(given, async ({ database }) =>
        (await people()).listAccountsCommand(database, given, t),
      ),
    )
  onDatabase(account.command('reset').description(t.commands.accountReset).exitOverride())
    .argument('<address>')
    .option('--province <slug>', t.option.province)
    .action((address: string, given) =>
      withDatabase(given, async ({ database }) =>
        (await people()).resetCommand(database, address, given, t),
      ),
    )

  const record = add('record', 'safety', t.commands.record, [
    'giaoban record head',
    'giaoban record export nhat-ky.jsonl',
    'giaoban record heads > dau-nhat-ky.jsonl',
    'giaoban record key',
  ])
  const onRecord = (name: 'head' | 'heads' | 'export' | 'key', file = false) => {
    const command = onDatabase(
      record.command(name).description(recordTexts[language].commands[name]).exitOverride(),
    ).option('--province <slug>', t.option.province)
    const call = async (to: string | undefined, given: Place & { province?: string }) =>
      withDatabase(given, async (connected) => {
        const { recordCommands } = await import('./record.ts')
        await recordCommands[name](connected, { ...given, file: to }, t, language)
      })
    if (file) command.argument('[file]').action(call)
    else command.action((given) => call(undefined, given))
  }
  onRecord('head')
  onRecord('heads')
  onRecord('export', true)
  onRecord('key')

  const person = add('person', 'people', t.commands.person, [
    'giaoban person export vanphong@sonha --out du-lieu.json',
  ])
  onDatabase(person.command('export').description(t.commands.personExport).exitOverride())
    .argument('<address>')
    .option('--out <file>', t.option.out)
    .option('--province <slug>', t.option.province)
    .action((who: string, given) =>
      withDatabase(given, async ({ database }) => {
        const { personExportCommand } = await import('./person.ts')
        return personExportCommand(database, who, given, t)
      }),
    )

  onDatabase(
    add('backup', 'safety', t.commands.backup, ['giaoban backup /media/usb/giaoban.backup']),
  )
    .argument('<file>')
    .action((file: string, given) =>
      withDatabase(given, async (connected) =>
        (await safety()).backupCommand(connected, file, version, t),
      ),
    )

  onDatabase(
    add('restore', 'safety', t.commands.restore, [
      'giaoban restore giaoban.backup',
      'giaoban restore cu.backup --replace --destructions moi.backup',
    ]),
  )
    .argument('<file>')
    .option('--replace', t.option.replace)
    .option('--destructions <file>', t.option.destructions)
    .action((file: string, given) =>
      withDatabase(
        given,
        async (connected) => (await safety()).restoreCommand(connected, file, given, version, t),
        true,
      ),
    )

  onDatabase(
    add('quarantine', 'safety', t.commands.quarantine, [
      'giaoban quarantine 01920000-0000-7000-8000-000000000000 --as quantri@sonha --reason "Nghi lộ bí mật nhà nước"',
      'giaoban quarantine 01920000-0000-7000-8000-000000000000 --as quantri@sonha --destroy --reason "Đã xác minh"',
    ]),
  )
    .argument('<id>')
    .option('--as <address>', t.option.asHandler)
    .option('--reason <text>', t.option.reason)
    .option('--release', t.option.release)
    .option('--destroy', t.option.destroy)
    .option('--show', t.option.showIncident)
    .option('--json', t.option.json)
    .option('--province <slug>', t.option.province)
    .action((id: string, given) =>
      withDatabase(given, async ({ database }) => {
        const { quarantineCommand } = await import('./quarantine.ts')
        return quarantineCommand(database, id, given, t)
      }),
    )

  onDatabase(
    add('destructions', 'safety', t.commands.destructions, ['giaoban destructions > da-huy.jsonl']),
  ).action((given) =>
    withDatabase(given, async ({ database }) => (await safety()).destructionsCommand(database)),
  )
  return program
}

/** The command that the words after `help` name; fails as an unknown command does. */
function commandNamed(program: Command, names: readonly string[]): Command {
  return names.reduce((from, name) => {
    const found = from.commands.find((one) => one.name() === name)
    if (found) return found
    throw new CommanderError(2, 'commander.unknownCommand', `error: unknown command '${name}'`)
  }, program)
}

/** Hands on to the start file, with every switch as it was given. */
function startServer(command: Command): Promise<void> {
  const given = process.argv.slice(process.argv.indexOf(command.name()) + 1)
  const child = spawn(process.execPath, [join(root, 'start.mjs'), ...given], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      process.exitCode = code ?? 1
      resolve()
    })
  })
}

if (process.argv[1] === import.meta.filename) await run(process.argv.slice(2))
