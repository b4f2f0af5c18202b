// `giaoban read` without the other commands: a plain call is carried out at once, any other explained by
// the whole command line.
import { readCommand } from './read.ts'
import { plainCall } from './read-call.ts'
import { cliTexts } from './texts.ts'

/** Runs the call and sets the exit code, as the whole command line would. */
export async function readAlone(args: readonly string[]): Promise<void> {
  const call = plainCall(args, process.env)
  if (!call) {
    const { run } = await import('./main.ts')
    await run(['read', ...args])
    return
  }
  const t = cliTexts[call.language]
  try {
    process.exitCode = await readCommand(call.files, call.switches, t, call.language)
  } catch (error) {
    const { explain } = await import('./main.ts')
    process.exitCode = explain(error, t, call.language)
  }
}
