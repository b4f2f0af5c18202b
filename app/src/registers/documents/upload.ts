// The form that a file comes in, wherever one is brought in: one file, the person's declaration that it
// holds no state secrets, and what goes with it.
import { Problem } from '../../problem.ts'
import { declaration } from './contract.ts'

const limitMegabytes = 20

export interface UploadedFile {
  bytes: Uint8Array
  fileName: string
  /** A field of the form without spaces around it; undefined where it is left out or empty. */
  field: (name: string) => string | undefined
}

/** `fileMissing`, `invalidInput` for more than one file, `declarationMissing`, `fileTooLarge`. */
export async function uploadedFile(read: () => Promise<FormData>): Promise<UploadedFile> {
  const form = await formOf(read)
  const files = form.getAll('file')
  const file = files[0]
  if (!(file instanceof File)) throw new Problem('fileMissing')
  if (files.length > 1) throw new Problem('invalidInput', { where: 'file' })
  if (form.get('declaration') !== declaration) throw new Problem('declarationMissing')
  if (file.size > limitMegabytes * 1024 * 1024) {
    throw new Problem('fileTooLarge', { limitMegabytes })
  }
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    fileName: file.name,
    field: (name) => textOf(form.get(name)),
  }
}

/** The form of an upload; `fileMissing` where the body is none, or is cut off. */
async function formOf(read: () => Promise<FormData>): Promise<FormData> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof TypeError) throw new Problem('fileMissing')
    throw error
  }
}

function textOf(value: FormDataEntryValue | null): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
