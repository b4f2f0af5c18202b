// Libraries of Node as `giaoban read` starts with them. To import them by name would first load whatever
// they could offer (streams, promises, differences of texts), which takes as long as reading a report.
export const fs = process.getBuiltinModule('node:fs')
export const path = process.getBuiltinModule('node:path')
export const util = process.getBuiltinModule('node:util')
export const events = process.getBuiltinModule('node:events')
