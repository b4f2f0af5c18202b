// One process per data folder. Whoever wants the folder first puts a claim of its own into `lock/` and
// then looks at all the others: of two that start together the later one always sees the former, so
// two can never both go on. A claim's name is used once and names its process, so taking a dead
// one away can never hit a living one, and a half-written claim does not exist.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from './problem.ts'

/** `<pid>-<start>-<random>`; the start is the kernel's, so that a reused pid is not taken for it. */
interface Claim {
  name: string
  pid: number
  started: string
}

/** A living claim as old as this (milliseconds) is held; a younger one may still be given up. */
const decided = 1000

/** Takes the folder's lock and returns what releases it. `StartProblem` while its holder lives. */
export function lockFolder(folder: string): () => void {
  const claims = join(folder, 'lock')
  mkdirSync(claims, { recursive: true, mode: 0o700 })
  let other = 0
  for (let attempt = 0; attempt < 20; attempt++) {
    const own = `${process.pid}-${startOf(process.pid) ?? 0}-${randomBytes(6).toString('hex')}`
    const file = join(claims, own)
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 })
    const others = living(claims).filter((claim) => claim.name !== own)
    const release = () => rmSync(file, { force: true })
    if (others.length === 0) return release
    release()
    other = others[0]?.pid ?? 0
    if (others.some((claim) => ageOf(join(claims, claim.name)) > decided)) break
    // Several started at once and all stepped back: each tries again after a time of its own.
    pause(20 + Math.random() * 150)
  }
  throw new StartProblem(
    `Thư mục dữ liệu ${folder} đang được tiến trình ${other} sử dụng. Dừng tiến trình đó, hoặc chọn thư mục khác bằng --data.`,
    `The data folder ${folder} is in use by process ${other}. Stop that process, or choose another folder with --data.`,
  )
}

/** The process that holds the folder, or null. */
export function holderOf(folder: string): number | null {
  try {
    return living(join(folder, 'lock'))[0]?.pid ?? null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The claims of living processes; those of dead ones are taken away. */
function living(claims: string): Claim[] {
  const found: Claim[] = []
  for (const name of readdirSync(claims)) {
    const [pid = '', started = ''] = name.split('-')
    const claim = { name, pid: Number(pid), started }
    if (!Number.isInteger(claim.pid) || claim.pid <= 0) continue
    if (isAlive(claim)) found.push(claim)
    else rmSync(join(claims, name), { force: true })
  }
  return found
}

function isAlive({ pid, started }: Claim): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = startOf(pid)
  return started === '0' || now === null || now === started
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    // Given up between the two looks.
    return 0
  }
}

/** Start time of a process by the kernel, or null where the system does not tell or it is gone. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A dead process that nobody has waited for yet keeps its number but does nothing any more.
    return fields[0] === 'Z' ? 'dead' : (fields[19] ?? null)
  } catch {
    return null
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
