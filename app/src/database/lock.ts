// One process per data folder. The lock names its holder; a dead holder's lock is taken over.
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from './problem.ts'

interface Holder {
  pid: number
  /** When the process started, in the kernel's ticks: a reused pid has another. */
  started: string | null
}

/** Takes the folder's lock and returns what releases it. `StartProblem` while its holder lives. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'giaoban.lock')
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readHolder(file)
    if (holder && isAlive(holder)) {
      throw new StartProblem(
        `Thư mục dữ liệu ${folder} đang được tiến trình ${holder.pid} sử dụng. Dừng tiến trình đó, hoặc chọn thư mục khác bằng --data.`,
        `The data folder ${folder} is in use by process ${holder.pid}. Stop that process, or choose another folder with --data.`,
      )
    }
    // Renaming is atomic: of two that find the same dead lock, one moves it away.
    const aside = `${file}.${process.pid}`
    try {
      renameSync(file, aside)
      rmSync(aside, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new StartProblem(
    `Không khóa được thư mục dữ liệu ${folder}. Thử lại sau ít giây.`,
    `The data folder ${folder} could not be locked. Try again in some seconds.`,
  )
}

/** The process that holds the folder, or null. */
export function holderOf(folder: string): number | null {
  const holder = readHolder(join(folder, 'giaoban.lock'))
  return holder && isAlive(holder) ? holder.pid : null
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return Number.isInteger(pid) ? { pid, started } : null
  } catch {
    // Half-written by a process that died, or gone meanwhile: nobody holds it.
    return null
  }
}

function isAlive({ pid, started }: Holder): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = startOf(pid)
  return started === null || now === null || now === started
}

/** Start time of a process by the kernel, or null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    // No /proc here, or the process is gone: liveness alone has to do.
    return null
  }
}
