// From a configuration to an open, migrated database: shared by the server and the command line.
import { accessSync, constants, mkdirSync } from 'node:fs'
import type { Config } from './config.ts'
import { startEmbedded } from './database/embedded.ts'
import { lockFolder } from './database/lock.ts'
import { ChangedMigration, migrate } from './database/migrate.ts'
import { type Database, openDatabase } from './database/open.ts'
import { StartProblem } from './database/problem.ts'

export interface Running {
  database: Database
  /** Closes the pool, stops the embedded PostgreSQL, releases the folder. */
  close(): Promise<void>
}

/** Makes the data folder, takes its lock, starts PostgreSQL where it is ours, brings it up to date. */
export async function openEverything(
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  onError: (error: Error) => void = () => undefined,
): Promise<Running> {
  if (config.databaseUrl) {
    const database = openDatabase(config.databaseUrl, { onError })
    await bringUpToDate(database)
    return { database, close: () => database.close() }
  }
  makeFolder(config.dataFolder)
  const release = lockFolder(config.dataFolder)
  try {
    const embedded = await startEmbedded(config.dataFolder)
    const database = openDatabase(embedded.connection, { onError })
    try {
      await bringUpToDate(database)
    } catch (error) {
      await database.close()
      await embedded.stop()
      throw error
    }
    return {
      database,
      async close() {
        await database.close()
        await embedded.stop()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = (error as Error).message
    throw new StartProblem(
      `Không ghi được vào thư mục dữ liệu ${folder} (${why}). Cấp quyền ghi hoặc chọn thư mục khác bằng --data.`,
      `The data folder ${folder} cannot be written (${why}). Give write permission, or choose another with --data.`,
      error,
    )
  }
}

async function bringUpToDate(database: Database): Promise<void> {
  try {
    await migrate(database.pool)
  } catch (error) {
    if (error instanceof ChangedMigration) {
      throw new StartProblem(
        `Cơ sở dữ liệu được tạo bởi một bản khác của Giao Ban (${error.message}). Chạy đúng bản đã tạo, hoặc khôi phục từ bản sao lưu.`,
        `The database was made by another edition of Giao Ban (${error.message}). Run that edition, or restore a backup.`,
        error,
      )
    }
    const why = (error as Error).message
    throw new StartProblem(
      `Không mở được cơ sở dữ liệu: ${why}. Chưa có gì bị thay đổi.`,
      `The database could not be opened: ${why}. Nothing was changed.`,
      error,
    )
  }
}
