// What is tried first at somebody's account: no secret at all, what a careless comparison takes for one,
// names of the owner and of the house, and what people choose most.

/** Not even a text: JSON of every other kind, and objects that a query language would understand. */
const noTexts: readonly unknown[] = [
  ...[undefined, null, true, false, 0, 1, -1, 1e308, [], {}, [''], [null], ['password'], [[]]],
  ...[{ $ne: null }, { $gt: '' }, { length: 10 }, { password: '' }, { toString: 'x' }],
]

/** Texts that stand for nothing, and the names that languages give to nothing. */
const empty: readonly string[] = [
  ...['', ' ', '\t', '\n', '\u0000', '\u00a0', '\u200b', '\ufeff', '\u202e', '-', '----', '.'],
  ...['null', 'undefined', 'nil', 'None', 'false', 'true', '0', '1', '!', '*', '%', '_'],
  ...['[object Object]', '__proto__', 'constructor'],
]

/** What breaks out of a query, or is a hash itself. */
const sly: readonly string[] = [
  ...["' or 1=1 --", "' or ''='", '" or ""="', "'; drop table account; --", '%00'],
  '$argon2id$v=19$m=19456,t=2,p=1$',
  '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA',
  'd41d8cd98f00b204e9800998ecf8427e',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
]

/** The first of what people choose, and what an administrator hands out. */
const common: readonly string[] = [
  ...['x', 'password', 'Password1', 'P@ssw0rd', 'passw0rd', 'admin', 'Admin@123', 'root', 'test'],
  ...['123456', '12345678', '123456789', '1234567890', '111111', '000000', '123123', '654321'],
  ...['qwerty', 'qwerty123', '1q2w3e4r', 'abc123', 'Abc@123456', 'iloveyou', 'changeme'],
  ...['matkhau', 'mật khẩu', 'Matkhau@123', 'matkhaumoi', 'anhyeuem', 'vietnam', 'giaoban'],
  ...['giaoban@2026', 'quantri', 'vanphong', 'aaaa-aaaa-aaaa-aaaa'],
]

/** A hundred of them for an address, no two alike. */
export function trivialSecrets(address: string): unknown[] {
  const [name = '', house = ''] = address.split('@')
  const own = [
    ...[address, address.toUpperCase(), name, house, `${name}123`, `${name}@123`],
    ...[`${name}@2026`, `${house}2026`, `${house}@123`, [...name].reverse().join('')],
  ]
  return [...noTexts, ...empty, ...sly, ...common, ...own]
}
