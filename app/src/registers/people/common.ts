// Passwords that many people choose: what an attacker tries first. The world's list comes with
// `@zxcvbn-ts/language-common` (49,233 of them, ranked, from leaks); the Vietnamese ones stand here,
// folded: no diacritics, no spaces, lower case.
import { dictionary } from '@zxcvbn-ts/language-common'

/**
 * Words that Vietnamese passwords are put together from: several of them in a row, with or without
 * figures and signs around them, are one guess ("UBNDtinhThaiNguyen@2026").
 */
const words = `
matkhau matkhaumoi matkhaucu khongbiet khongco khongnho quenroi doimatkhau macdinh
anhyeuem emyeuanh yeuem yeuanh yeunhau toiyeu toiyeuem iuem iuanh tinhyeu nhoem nhoanh
conyeu conyeume meyeucon bome bame giadinh giadinhtoi hanhphuc concung conyeucuame cuame cuaba
vietnam toiyeuvietnam vietnamvodich tuhao hochiminh bacho tiengviet vn vna
anhem banbe emgai anhtrai congai contrai vochong chongyeu voyeu
quantri quantrivien admin administrator root user guest test demo support system
giaoban giaobanso vanphong vanthu congvan congchuc canbo lanhdao giamdoc chanhvanphong chuyenvien
ubnd ubndtinh ubndxa ubndphuong uybannhandan hdnd hoidongnhandan tinhuy thanhuy dangbo dangvien
huyenuy xauy danguy bithu phobithu chutich phochutich mattran congan quandoi quansu
so sonoivu sotaichinh soyte sogiaoduc soxaydung socongthuong sotuphap sonongnghiep thanhtra
bancansu bantochuc bantuyengiao bandanvan uybankiemtra noichinh
tinh thanhpho huyen quan phuong xa thixa thitran dackhu
angiang bacninh camau caobang cantho danang daklak dienbien dongnai dongthap gialai hanoi hatinh
haiphong hue khanhhoa laichau langson laocai lamdong nghean ninhbinh phutho quangngai quangninh
quangtri sonla tayninh thainguyen thanhhoa thanhphohochiminh tphcm tphochiminh saigon tuyenquang
vinhlong hungyen
bacgiang backan baclieu bentre binhdinh binhduong binhphuoc binhthuan daknong hagiang haiduong
hanam haugiang hoabinh kiengiang kontum longan namdinh ninhthuan phuyen quangbinh quangnam soctrang
thaibinh thuathienhue tiengiang travinh vinhphuc yenbai bariavungtau vungtau dalat nhatrang
nguyen tran le pham hoang phan vu vo dang bui do ho ngo duong ly
xinchao chaomung chucmung nammoi chucmungnammoi tet trungthu tuyetvoi dongy
abc abcd qwe qwer qwert qwerty asd asdf asdfgh zxc zxcv zxcvbn aaa iloveyou love baby pass passwd
password welcome login letmein hello
`
  .toLowerCase()
  .split(/\s+/)
  .filter(Boolean)

const ownWords: ReadonlySet<string> = new Set(words)

const world: ReadonlySet<string> = new Set(dictionary['passwords-common'])

/** How many passwords of each list are refused, with everything that is made from the second. */
export const known = { world: world.size, words: ownWords.size }

/** True for a folded word that leaks hold often, or that is put together from Vietnamese words. */
export const isCommon = (folded: string): boolean => world.has(folded) || isMadeOf(folded, 4)

/** Whether the whole of it is at most `parts` of the words in a row. */
function isMadeOf(folded: string, parts: number): boolean {
  if (ownWords.has(folded)) return true
  if (parts < 2) return false
  for (let end = folded.length - 1; end > 0; end--) {
    if (ownWords.has(folded.slice(0, end)) && isMadeOf(folded.slice(end), parts - 1)) return true
  }
  return false
}
