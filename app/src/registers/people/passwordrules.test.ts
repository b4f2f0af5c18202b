// Which passwords are refused, and why; and that ordinary good ones are not.
import { expect, test } from 'vitest'
import { known } from './common.ts'
import { passwordFault } from './passwordrules.ts'
import { newPassword } from './passwords.ts'

const owner = ['Trần Văn Phòng', 'phong.tran@sonha.gov.vn', 'Tỉnh Sơn Hà']

test.each([
  ['short', 'ngắn thôi'],
  ['short', '🙂🙂🙂🙂🙂🙂🙂🙂🙂'],
  ['simple', 'aaaaaaaaaaaa'],
  ['simple', 'abababababab'],
  ['simple', '0912345678'],
  ['simple', '20021984200'],
  ['simple', '1234567890'],
  ['simple', 'qwertyuiop123'],
  ['simple', '1qaz2wsx3edc'],
  ['simple', 'zyxwvutsrqpo'],
  ['common', 'password123'],
  ['common', 'P@ssw0rd12345'],
  ['common', 'Matkhau123456'],
  ['common', 'mật khẩu 2026'],
  ['common', 'Mật khẩu mới!!'],
  ['common', 'anhyeuem123456'],
  ['common', 'emyeuanh@@@2000'],
  ['common', 'Admin@123456'],
  ['common', 'Abc@123456789'],
  ['common', 'QuanTri@2026'],
  ['common', 'UBNDtinhThaiNguyen@2026'],
  ['common', 'Văn phòng UBND 2026'],
  ['common', 'Hanoi.Vietnam.1954'],
  ['common', 'iloveyouiloveyou'],
  ['common', 'TinhUyThanhHoa01'],
  ['personal', 'TranVanPhong1980'],
  ['personal', 'phongtran@2026'],
  ['personal', 'phong.tran@sonha.gov.vn'],
  ['personal', 'Sơn Hà 2026 !!!'],
] as const)('%s: %s', (fault, password) => {
  expect(passwordFault(password, owner)).toBe(fault)
})

test.each([
  'mưa rơi trên mái tôn cũ',
  'con mèo của bà thích cá rô',
  'mật khẩu dùng để thử',
  'Hà Nội mùa này vắng những cơn mưa',
  'correct horse battery staple',
  'x7Kq-92mP-fTzw',
  '8341907725519046',
  'vịt bay qua sân đình',
])('good: %s', (password) => {
  expect(passwordFault(password, owner)).toBeNull()
})

test('what the product makes itself passes its own rule', () => {
  for (let time = 0; time < 200; time++) expect(passwordFault(newPassword(), owner)).toBeNull()
})

test('the lists hold enough', () => {
  expect(known.world).toBeGreaterThan(40_000)
  expect(known.words).toBeGreaterThan(200)
})
