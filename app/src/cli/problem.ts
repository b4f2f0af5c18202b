// What ends a command: wrong words in the call (exit 2) or something that could not be done (exit 1).
import type { CliTexts } from './texts.ts'

/** Shown as it stands, in the chosen language; `exitCode` 2 for a wrong call. */
export class CommandProblem extends Error {
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.name = 'CommandProblem'
    this.exitCode = exitCode
  }
}

/** Why a file could not be written; null where it is not the file system that says so. */
export function writeTrouble(error: unknown, t: CliTexts): string | null {
  const { code, syscall } = error as NodeJS.ErrnoException
  const known: Record<string, string> = {
    ENOENT: t.folderMissing,
    ENOTDIR: t.folderMissing,
    EACCES: t.noWritePermission,
    EPERM: t.noWritePermission,
    EROFS: t.noWritePermission,
    ENOSPC: t.diskFull,
    EISDIR: t.isFolderItself,
  }
  if (!code || !syscall) return null
  return known[code] ?? (error as Error).message
}

/** What to throw after a file was not written: why in words, or the error where it is no such. */
export function writeProblem(error: unknown, path: string, t: CliTexts): unknown {
  const why = writeTrouble(error, t)
  return why === null ? error : new CommandProblem(t.cannotWrite(path, why))
}

/** Why a file could not be opened, in people's words where the system's code has one. */
export function fileTrouble(error: unknown, t: CliTexts): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return t.noFile
    case 'EACCES':
      return t.noPermission
    case 'EISDIR':
      return t.isFolder
    default:
      return (error as Error).message
  }
}
