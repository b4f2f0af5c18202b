// A PostgreSQL that outlived the server that started it: found by its pid file and stopped in order.
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartProblem } from './problem.ts'

/** Stops the postmaster of this data folder, if one lives. Call it only with the folder's lock held. */
export async function stopLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  for (let attempt = 0; attempt < 300; attempt++) {
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
    if (!Number.isInteger(pid) || pid <= 0) return
    if (!isPostmasterOf(pid, data)) {
      rmSync(file, { force: true })
      return
    }
    // Fast shutdown first; a postmaster that does not answer within 15 seconds is told to quit at once.
    if (attempt === 0) signal(pid, 'SIGINT')
    if (attempt === 150) signal(pid, 'SIGQUIT')
    await wait(100)
  }
  throw new StartProblem(
    `Một tiến trình PostgreSQL cũ vẫn giữ ${data}. Dừng tiến trình đó rồi chạy lại.`,
    `An old PostgreSQL process still holds ${data}. Stop it and start again.`,
  )
}

/** True where the process lives and is a PostgreSQL working in that folder; a reused pid is neither. */
function isPostmasterOf(pid: number, data: string): boolean {
  if (!signal(pid, 0)) return false
  try {
    const program = readlinkSync(`/proc/${pid}/exe`)
    const place = readlinkSync(`/proc/${pid}/cwd`)
    return /\/postgres( \(deleted\))?$/.test(program) && place === realpathSync(data)
  } catch (error) {
    // Gone between the two looks; or a system without /proc, where being alive has to do.
    return !existsSync('/proc/self') || (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
