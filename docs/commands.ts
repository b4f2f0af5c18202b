// Writes docs/commands.md from the command line's own definitions: `node docs/commands.ts`.
// A test (app/test/commands.test.ts) holds the page against them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import type { Command } from 'commander'
import { programFor } from '../app/src/cli/main.ts'
import { cliTexts } from '../app/src/cli/texts.ts'

export const commandsPath = join(import.meta.dirname, 'commands.md')

/** The page: the help of every command, English and Vietnamese. */
export function commandsText(): string {
  const parts = (['en', 'vi'] as const).map((language) => {
    const program = programFor(cliTexts[language], language)
    const helps = leaves(program).map(
      (command) => `\`\`\`\n${command.helpInformation().trim()}\n\`\`\``,
    )
    const title = language === 'en' ? '## In English' : '## Tiếng Việt'
    return `${title}\n\n${helps.join('\n\n')}`
  })
  return `# The command line

Made by \`node docs/commands.ts\` from the definitions of the commands; the same stands behind \`giaoban help COMMAND\`. Messages are in Vietnamese unless \`--lang en\`, \`GIAOBAN_LANG\` or the locale says English. Exit code 0: done; 1: something could not be done, and standard error says what; 2: the call itself was wrong.

\`giaoban read\` gives what \`docs/reader.md\` describes, one JSON object for one file and JSON Lines for several or for a folder. As one stage of a pipeline it takes \`{"name","text","date"}\` a line: \`cat documents.jsonl | giaoban read --input jsonl - > findings.jsonl\`, also cut into parts by GNU parallel or Spark's \`pipe()\`: nothing is kept between lines.

${parts.join('\n\n')}
`
}

/** Commands that do something, those of a group each by itself; the help command is left out. */
function leaves(program: Command): Command[] {
  return program.commands
    .filter((command) => command.name() !== 'help')
    .flatMap((command) => (command.commands.length > 0 ? [...command.commands] : [command]))
}

if (argv[1] === import.meta.filename) writeFileSync(commandsPath, commandsText())
