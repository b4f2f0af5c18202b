// `giaoban read` without the other commands: a plain call is carried out at once, any other explained by
// the whole command line.
import { readCommand } from './read.ts'
import { plainCall } from './read-call.ts'
import { cliTexts } from './texts.ts'

const args = process.argv.slice(2)
const call = plainCall(args, process.env)
if (call) {
  const t = cliTexts[call.language]
  try {
    process.exitCode = await readCommand(call.files, call.switches, t, call.language)
  } catch (error) {
    const { explain } = await import('./main.ts')
    process.exitCode = explain(error, t, call.language)
  }
} else {
  const { run } = await import('./main.ts')
  await run(['read', ...args])
}
