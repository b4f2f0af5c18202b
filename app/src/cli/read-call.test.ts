import { expect, test } from 'vitest'
import { plainCall } from './read-call.ts'

test.each([
  [['a.txt'], { files: ['a.txt'], switches: {}, language: 'vi' }],
  [
    ['a.txt', '--kinds=period', '--with-text', 'b.docx', '--lang', 'en'],
    {
      files: ['a.txt', 'b.docx'],
      switches: { kinds: 'period', withText: true },
      language: 'en',
    },
  ],
  [
    ['--input', 'jsonl', '-', '--threads', '2'],
    { files: ['-'], switches: { input: 'jsonl', threads: '2' }, language: 'vi' },
  ],
])('understands %j', (args, call) => {
  expect(plainCall(args, {})).toEqual(call)
})

test.each([
  [[]],
  [['--help']],
  [['a.txt', '--nothing']],
  [['a.txt', '--date']],
  [['a.txt', '--trace=yes']],
  [['a.txt', '--lang', 'fr']],
])('leaves %j to the whole command line', (args) => {
  expect(plainCall(args, {})).toBeNull()
})
