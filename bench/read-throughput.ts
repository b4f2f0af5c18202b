// `giaoban read` over many documents: node bench/read-throughput.ts [documents]. A stream of JSON lines on
// standard input, with one thread and with all; documents a second, and the most memory the process held
// while the first and the last tenth went through: flat means that it does not grow with the documents.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { argv, execPath, stdout, version } from 'node:process'
import { numbers, parts } from './corpus.ts'

const documents = Number(argv[2] ?? 100_000)
const program = join(import.meta.dirname, '..', 'app', 'bin', 'giaoban.mjs')

/** Short documents of the mixed corpus, a line each, over and over. */
const lines = parts(numbers(7), [])
  .flatMap(({ texts }) => texts)
  .map((text, index) => `${JSON.stringify({ name: `d${index}`, text: text.slice(0, 1500) })}\n`)
const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0) / lines.length

/** Resident memory of a process in MB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    // Ended in between, or no Linux.
    return 0
  }
}

async function run(threads: number): Promise<void> {
  const child = spawn(
    execPath,
    [program, 'read', '--input', 'jsonl', '-', '--threads', String(threads)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const began = performance.now()
  let out = 0
  let early = 0
  let late = 0
  child.stdout.on('data', (part: Buffer) => {
    for (let at = part.indexOf(0x0a); at >= 0; at = part.indexOf(0x0a, at + 1)) out++
    const memory = memoryOf(child.pid ?? 0)
    if (out < documents / 10) early = Math.max(early, memory)
    else if (out > documents * 0.9) late = Math.max(late, memory)
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  for (let at = 0; at < documents; at++)
    if (!child.stdin.write(lines[at % lines.length] ?? ''))
      await new Promise((resolve) => child.stdin.once('drain', resolve))
  child.stdin.end()
  await ended
  const seconds = (performance.now() - began) / 1000
  stdout.write(
    `${threads} ${threads === 1 ? 'thread' : 'threads'}: ${out} documents in ${seconds.toFixed(1)} s, ${Math.round(out / seconds)} a second; memory at most ${Math.round(early)} MB in the first tenth, ${Math.round(late)} MB in the last\n`,
  )
}

stdout.write(
  `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${version.slice(1)}\n`,
)
stdout.write(`${documents} documents of ${Math.round(bytes)} bytes on average\n`)
await run(1)
await run(availableParallelism())
