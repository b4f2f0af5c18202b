// The database for a command: the running server's where it runs, else started for the moment.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openEverything, type Running } from '../boot.ts'
import { type Config, readConfig } from '../config.ts'
import { openBeside } from '../database/connect-as.ts'
import { holderOf } from '../database/lock.ts'
import { StartProblem } from '../database/problem.ts'
import { CommandProblem } from './problem.ts'
import type { CliTexts } from './texts.ts'

/** Switches that every command on the database takes. */
export interface Place {
  data?: string
  sample?: boolean
}

/** Where data and database are, by the switches and the environment of the server. */
export function configOf(place: Place): Config {
  const args = [
    ...(place.data ? ['--data', resolve(place.data)] : []),
    ...(place.sample ? ['--sample'] : []),
  ]
  return readConfig(args, process.env)
}

export interface Connected extends Running {
  config: Config
  /** Process id of the server that holds the data folder, or null. */
  server: number | null
}

/**
 * Opens the database; `close()` leaves everything as it was found. Without `create` a folder that holds
 * no data is a `CommandProblem`: a mistyped name must not become a new, empty system.
 */
export async function connect(
  place: Place,
  { create, t }: { create: boolean; t: CliTexts },
): Promise<Connected> {
  const config = configOf(place)
  const made = existsSync(join(config.dataFolder, 'postgres', 'PG_VERSION'))
  if (!config.databaseUrl && !made && !create) {
    throw new CommandProblem(t.noData(config.dataFolder))
  }
  const server = config.databaseUrl ? null : holderOf(config.dataFolder)
  if (server === null) return { ...(await openEverything(config)), config, server }
  return { ...openBeside(runningConnection(config.dataFolder), { size: 4 }), config, server }
}

/** The embedded PostgreSQL of a running server, as its own files describe it. */
function runningConnection(folder: string) {
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  const passwordFile = join(folder, 'keys', 'database-password')
  if (!existsSync(pidFile) || !existsSync(passwordFile)) {
    throw new StartProblem(
      `Máy chủ trên ${folder} đang khởi động hoặc đang dừng. Thử lại sau ít giây.`,
      `The server on ${folder} is starting or stopping. Try again in some seconds.`,
    )
  }
  const [, , , port, socket, address] = readFileSync(pidFile, 'utf8').split('\n')
  return {
    host: socket?.trim() || address?.trim() || '127.0.0.1',
    port: Number(port),
    user: 'giaoban',
    password: readFileSync(passwordFile, 'utf8').trim(),
    database: 'giaoban',
  }
}
