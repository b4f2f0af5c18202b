// Units, people and accounts as Excel files: out as they stand, in whole or not at all.
import { createRoute, z } from '@hono/zod-openapi'
import { answers, body, fileAnswer, idempotencyKey } from '../../http/parts.ts'

export const sheetNames = ['bodies', 'people', 'accounts', 'programme', 'inspections'] as const
export type SheetName = (typeof sheetNames)[number]

export const rowProblemCodes = [
  'noHeading',
  'required',
  'tooLong',
  'notADate',
  'notAYear',
  'unknownWord',
  'unknownBody',
  'ambiguousBody',
  'ambiguousPerson',
  'twice',
  'refused',
] as const

export const rowProblem = z
  .object({
    /** As the spreadsheet counts; 1 is the heading. */
    row: z.number(),
    /** The heading of the column; empty for the whole row. */
    column: z.string(),
    code: z.enum(rowProblemCodes),
    /** What stands there; for `refused` why, in words. */
    given: z.string(),
  })
  .openapi('RowProblem')

export type RowProblem = z.infer<typeof rowProblem>

export const transferred = z
  .object({
    /** Rows that are new. */
    added: z.number(),
    /** Rows that were there already. */
    already: z.number(),
    /** With one, nothing at all was taken in. */
    problems: z.array(rowProblem),
    /** False after a check, and with problems. */
    done: z.boolean(),
  })
  .openapi('Transferred')

export type Transferred = z.infer<typeof transferred>

const file = z.object({
  /** The .xlsx file in base64, at most 700 kB of bytes. */
  file: z.base64().max(950_000),
  /** Only look: every row is tried, then all is taken back. */
  check: z.boolean().default(false),
})

const out = (name: SheetName, what: string) =>
  createRoute({
    method: 'get',
    path: `/api/files/${name}` as const,
    summary: `${what} as an Excel file; also the form to fill in for bringing them in`,
    responses: fileAnswer,
  })

const into = (name: SheetName, what: string) =>
  createRoute({
    method: 'post',
    path: `/api/files/${name}` as const,
    summary: `Bring in ${what} from an Excel file: all rows, or none and what is wrong in which row`,
    request: { headers: idempotencyKey, body: body(file) },
    responses: answers(transferred, 'What came in, or what is wrong'),
  })

export const transferRoutes = {
  outBodies: out('bodies', 'Bodies'),
  outPeople: out('people', 'People with their posts'),
  outAccounts: out('accounts', 'Accounts with their rights'),
  outProgramme: out('programme', 'The work programme'),
  outInspections: out('inspections', 'The inspection and supervision programme'),
  intoBodies: into('bodies', 'bodies'),
  intoPeople: into('people', 'people with their posts'),
  intoAccounts: into('accounts', 'accounts with their rights'),
  intoProgramme: into('programme', 'lines of the work programme'),
  intoInspections: into('inspections', 'subjects of the inspection and supervision programme'),
}
