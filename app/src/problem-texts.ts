// What people read when something is refused: what is wrong and what to do. One entry a code.
import { writtenDate } from './calendar.ts'
import type { ProblemCode } from './problem.ts'

type Words = { title: string; detail: (details: Record<string, unknown>) => string }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Instruments by number and title, as the register that asks about them tells of them. */
const instruments = (value: unknown): string =>
  (Array.isArray(value) ? (value as { symbol?: unknown; title?: unknown }[]) : [])
    .map(({ symbol, title }) => [text(symbol), `“${text(title)}”`].filter(Boolean).join(' '))
    .join('; ')

/** What the fields that a refusal can name are called on the screens; one that has no name here is told as it is. */
const fieldsVi: Record<string, string> = {
  address: 'địa chỉ đăng nhập',
  addressees: 'những người, cơ quan được hỏi',
  body: 'nội dung',
  date: 'ngày',
  dueAt: 'hạn',
  endsAt: 'giờ kết thúc',
  file: 'tệp',
  issuedOn: 'ngày ban hành',
  itemId: 'nội dung chương trình',
  itemIds: 'các nội dung chương trình',
  number: 'số',
  password: 'mật khẩu',
  period: 'kỳ',
  predecessors: 'các cơ quan trước đó',
  quorum: 'điều kiện họp',
  startsAt: 'giờ bắt đầu',
  substitute: 'người dự thay',
  successors: 'các cơ quan tiếp nhận',
  termId: 'khóa, nhiệm kỳ',
  text: 'văn bản',
  title: 'tên',
}

const fieldsEn: Record<string, string> = {
  address: 'the sign-in address',
  addressees: 'whom to ask',
  body: 'the text',
  date: 'the date',
  dueAt: 'the deadline',
  endsAt: 'the end',
  file: 'the file',
  issuedOn: 'the date of issue',
  itemId: 'the item',
  itemIds: 'the items',
  number: 'the number',
  password: 'the password',
  period: 'the period',
  predecessors: 'the bodies before',
  quorum: 'the quorum',
  startsAt: 'the beginning',
  substitute: 'who comes instead',
  successors: 'the bodies after',
  termId: 'the term',
  text: 'the text',
  title: 'the title',
}

const stageVi: Record<string, string> = {
  estimate: 'ước tính',
  preliminary: 'sơ bộ',
  official: 'chính thức',
}

const weakVi: Record<string, (least: number) => string> = {
  short: (least) => `Dùng ít nhất ${least} ký tự; một câu dễ nhớ là tốt nhất.`,
  simple: () =>
    'Chỉ lặp lại vài ký tự, chỉ có chữ số, hoặc đi theo hàng phím. Dùng một câu dễ nhớ.',
  common: () =>
    'Mật khẩu này hoặc phần chính của nó nằm trong danh sách nhiều người dùng, bị thử đầu tiên. Dùng một câu dễ nhớ.',
  personal: () =>
    'Gần như chỉ gồm tên, địa chỉ hoặc tên tỉnh của chính mình. Dùng một câu dễ nhớ khác.',
}

const weakEn: Record<string, (least: number) => string> = {
  short: (least) => `Use at least ${least} characters; a sentence you remember is best.`,
  simple: () =>
    'It only repeats a few characters, is digits alone, or follows the keyboard. Use a sentence you remember.',
  common: () =>
    'It, or the main part of it, is on the list of what many people use and attackers try first. Use a sentence you remember.',
  personal: () =>
    'It is little more than your own name, address or province. Use another sentence you remember.',
}

/** Where a mark of secrecy was seen (`registers/documents/secrecy.ts`). */
const secrecyPlaces: Record<'vi' | 'en', Record<string, string>> = {
  vi: {
    text: 'nội dung',
    margin: 'đầu trang, chân trang hoặc hình mờ',
    title: 'tiêu đề',
    fileName: 'tên tệp',
    bytes: 'một tệp y hệt đang được cách ly',
  },
  en: {
    text: 'its text',
    margin: 'a header, a footer or a watermark',
    title: 'its title',
    fileName: 'the name of the file',
    bytes: 'the same file, which is in quarantine',
  },
}

const vi: Record<ProblemCode, Words> = {
  invalidInput: {
    title: 'Dữ liệu gửi lên chưa hợp lệ',
    detail: (d) =>
      `Kiểm tra lại ${fieldsVi[text(d.where)] ?? (text(d.where) || 'các ô đã nhập')} rồi gửi lại.`,
  },
  csrf: {
    title: 'Phiên làm việc đã thay đổi',
    detail: () => 'Tải lại trang rồi làm lại thao tác; những gì đã lưu vẫn còn.',
  },
  idempotencyKeyMissing: {
    title: 'Thiếu Idempotency-Key',
    detail: () => 'Gửi kèm đầu mục Idempotency-Key với một giá trị mới cho mỗi thao tác.',
  },
  idempotencyKeyReused: {
    title: 'Idempotency-Key đã dùng cho thao tác khác',
    detail: () => 'Dùng một giá trị mới cho mỗi thao tác.',
  },
  signInNeeded: { title: 'Cần đăng nhập', detail: () => 'Đăng nhập rồi làm lại thao tác.' },
  signInFailed: {
    title: 'Không đăng nhập được',
    detail: () => 'Địa chỉ, mật khẩu hoặc mã không đúng. Kiểm tra bộ gõ và phím Caps Lock.',
  },
  passwordWrong: {
    title: 'Mật khẩu hiện tại không đúng',
    detail: () => 'Nhập lại mật khẩu đang dùng; mật khẩu chưa đổi.',
  },
  passwordWeak: {
    title: 'Mật khẩu mới chưa dùng được',
    detail: (d) => weakVi[text(d.reason)]?.(Number(d.least)) ?? '',
  },
  codeOver: {
    title: 'Mã dùng một lần đã hết hạn hoặc đã dùng',
    detail: () => 'Xin quản trị viên của tỉnh cấp mã mới.',
  },
  ssoOff: {
    title: 'Chưa dùng đăng nhập một lần',
    detail: () => 'Đăng nhập bằng mật khẩu, hoặc hỏi quản trị viên.',
  },
  ssoAway: {
    title: 'Hệ thống đăng nhập một lần không trả lời',
    detail: () => 'Thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu nếu có.',
  },
  ssoFailed: {
    title: 'Đăng nhập một lần không thành',
    detail: () => 'Bắt đầu lại từ trang đăng nhập, trên cùng trình duyệt này.',
  },
  ssoUnknown: {
    title: 'Chưa có tài khoản nào gắn với người này',
    detail: () => 'Nhờ quản trị viên của tỉnh gắn định danh đăng nhập một lần vào tài khoản.',
  },
  factorWrong: {
    title: 'Mã xác thực không đúng',
    detail: () =>
      'Nhập mã 6 số đang hiện trong ứng dụng (mỗi mã dùng một lần), hoặc một mã dự phòng chưa dùng. Kiểm tra giờ của điện thoại.',
  },
  factorUnreadable: {
    title: 'Không đọc được khóa xác thực hai bước',
    detail: () =>
      'Máy chủ này không có khóa đã dùng khi thiết lập (thư mục keys). Báo quản trị viên: khôi phục khóa, hoặc đặt lại xác thực hai bước.',
  },
  nothingPending: {
    title: 'Chưa bắt đầu đăng nhập, hoặc đã quá lâu',
    detail: () => 'Tải lại trang rồi đăng nhập từ đầu.',
  },
  notForOneself: {
    title: 'Không làm được với tài khoản của chính mình',
    detail: () => 'Đổi mật khẩu ở "Tài khoản của tôi", hoặc nhờ quản trị viên khác.',
  },
  reasonMissing: {
    title: 'Cần ghi lý do',
    detail: () => 'Tài khoản này đang có mật khẩu; ghi lý do cấp mã mới để lưu vào nhật ký.',
  },
  provinceAmbiguous: {
    title: 'Chọn tỉnh, thành phố',
    detail: () => 'Địa chỉ này có tài khoản ở nhiều nơi; hãy chọn nơi cần đăng nhập.',
  },
  tooManyAttempts: {
    title: 'Đăng nhập sai quá nhiều lần',
    detail: (d) => `Thử lại sau ${Number(d.seconds) || 60} giây.`,
  },
  forbidden: {
    title: 'Tài khoản không có quyền này',
    detail: () => 'Liên hệ quản trị viên của tỉnh nếu công việc cần quyền này.',
  },
  notFound: {
    title: 'Không tìm thấy',
    detail: () => 'Mục này không có hoặc đã được gỡ. Quay lại danh sách để chọn lại.',
  },
  versionMissing: {
    title: 'Thiếu phiên bản đang sửa',
    detail: () => 'Gửi kèm If-Match với phiên bản đang xem để không ghi đè lên người khác.',
  },
  versionOld: {
    title: 'Người khác vừa sửa mục này',
    detail: () => 'Nội dung mới nhất được gửi kèm; so sánh rồi sửa lại. Chưa có gì bị ghi đè.',
  },
  setUpDone: {
    title: 'Hệ thống đã được thiết lập',
    detail: () => 'Đăng nhập bằng tài khoản đã có; thêm tỉnh bằng lệnh giaoban province add.',
  },
  setUpToken: {
    title: 'Mã thiết lập không đúng',
    detail: () => 'Dùng đúng đường dẫn in trong cửa sổ lệnh nơi máy chủ chạy.',
  },
  nameTaken: {
    title: 'Tên đã có người dùng',
    detail: (d) => `${text(d.name) || 'Tên này'} đã có; chọn tên khác.`,
  },
  lastAdministrator: {
    title: 'Phải còn ít nhất một quản trị viên',
    detail: () => 'Thêm một quản trị viên khác trước khi đổi quyền hoặc khóa tài khoản này.',
  },
  personnelNotPublic: {
    title: 'Không công khai được',
    detail: () => 'Nội dung công tác cán bộ không bao giờ công khai. Chọn mức lưu hành hẹp hơn.',
  },
  bodyNotThere: {
    title: 'Cơ quan không có vào ngày này',
    detail: () => 'Chọn ngày trong thời gian cơ quan hoạt động, hoặc chọn cơ quan khác.',
  },
  bodyChangedLater: {
    title: 'Đã ghi một thay đổi vào ngày này hoặc muộn hơn',
    detail: () => 'Chọn ngày sau thay đổi cuối cùng; những gì đã ghi không bị viết lại.',
  },
  provinceNameAhead: {
    title: 'Tên mới của tỉnh chưa đến ngày dùng',
    detail: () =>
      'Tên tỉnh hiện ở mọi màn hình ngay khi ghi. Ghi vào ngày tên có hiệu lực, hoặc sau đó.',
  },
  bodyHasParts: {
    title: 'Còn đơn vị trực thuộc',
    detail: (d) =>
      `Còn ${Number(d.count) || 'vài'} đơn vị trực thuộc sau ngày này. Chuyển chúng đi, hoặc cho chấm dứt cùng.`,
  },
  bodyBelowItself: {
    title: 'Không đặt được dưới chính nó',
    detail: () => 'Cơ quan cấp trên được chọn lại thuộc cơ quan này. Chọn nơi khác.',
  },
  termOverlaps: {
    title: 'Trùng thời gian với nhiệm kỳ khác',
    detail: (d) =>
      `Nhiệm kỳ ${text(d.label)} cùng loại đã có những ngày này. Sửa ngày cho nối tiếp nhau.`,
  },
  assignmentStage: {
    title: 'Nhiệm vụ không ở bước này',
    detail: () =>
      'Tải lại trang để thấy nhiệm vụ đang ở bước nào: đã báo cáo, tạm dừng, thu hồi hay đã xác nhận.',
  },
  deadlinePassed: {
    title: 'Đã quá hạn, không xin gia hạn được nữa',
    detail: () =>
      'Xin gia hạn phải gửi trước khi hết hạn. Hãy báo cáo kết quả; cơ quan giao sẽ xem xét.',
  },
  notForDoer: {
    title: 'Người thực hiện không tự xác nhận',
    detail: () =>
      'Việc xác nhận, chấp nhận, gia hạn hoặc miễn là của người khác, không thuộc cơ quan thực hiện và không phải người đã báo cáo.',
  },
  conferenceStage: {
    title: 'Hội nghị chưa khai mạc, đã kết thúc hoặc đã hủy',
    detail: () => 'Tải lại trang để thấy hội nghị đang ở bước nào.',
  },
  conferenceNotReady: {
    title: 'Chưa kết thúc được hội nghị',
    detail: () =>
      'Còn nội dung chưa có kết luận, hoặc kết luận chưa có nhiệm vụ mà cũng chưa ghi là không phát sinh nhiệm vụ.',
  },
  votesTooMany: {
    title: 'Số phiếu nhiều hơn số người biểu quyết',
    detail: (d) => `Tổng số phiếu không được quá ${text(d.base)}.`,
  },
  linkOver: {
    title: 'Đường dẫn đã dùng hoặc hết hạn',
    detail: () =>
      'Đường dẫn của màn hình chỉ mở được một lần. Xin thư ký hội nghị tạo đường dẫn mới.',
  },
  itemOff: {
    title: 'Nội dung không còn trong chương trình',
    detail: () => 'Nội dung đã hoãn hoặc đã rút. Đưa trở lại chương trình trước khi sửa.',
  },
  itemMovedOn: {
    title: 'Không đưa trở lại được',
    detail: () =>
      'Nội dung đang ở trong chương trình, hoặc đã chuyển sang hội nghị khác. Hoãn nó ở hội nghị kia để chuyển về.',
  },
  matterPlaced: {
    title: 'Nội dung này đã có trong chương trình',
    detail: () => 'Chọn hội nghị khác, hoặc sửa nội dung đang có ở đó.',
  },
  reviewStays: {
    title: 'Phần này không chuyển sang hội nghị khác được',
    detail: () =>
      'Mỗi hội nghị có phần việc thực hiện kết luận trước của riêng mình. Rút phần này, hoặc hoãn mà không chọn hội nghị.',
  },
  taskTwice: {
    title: 'Nhiệm vụ này đã có ở nội dung khác',
    detail: ({ task }) =>
      `“${String(task)}” mang mã của một nhiệm vụ đã có. Bỏ nhiệm vụ này khỏi kết luận rồi đánh dấu lại.`,
  },
  taskHeld: {
    title: 'Sổ theo dõi đang giữ nhiệm vụ này',
    detail: ({ task }) =>
      `“${String(task)}” đã xác nhận hoàn thành, đã thu hồi hoặc đang xin gia hạn. Giữ nguyên nhiệm vụ và thời hạn trong kết luận, hoặc xử lý ở sổ theo dõi trước, rồi kết thúc lại.`,
  },
  substituteElsewhere: {
    title: 'Người này không làm việc tại cơ quan được mời',
    detail: () =>
      'Chọn tài khoản của người cùng cơ quan, hoặc chỉ ghi họ tên. Văn phòng của hội nghị ghi được người khác.',
  },
  matterNotGiven: {
    title: 'Nội dung này chưa được chuyển đến cơ quan của hội nghị',
    detail: () =>
      'Đề nghị cơ quan trình đưa vào chương trình, hoặc văn phòng đang giữ nội dung chuyển tiếp hay ghi cơ quan này vào lộ trình.',
  },
  agendaNotReady: {
    title: 'Chương trình chưa duyệt được',
    detail: ({ titles }) =>
      Array.isArray(titles) && titles.length > 0
        ? `Chưa qua kiểm tra: ${titles.join('; ')}. Kiểm tra từng nội dung; nội dung không đạt thì hoãn hoặc rút.`
        : 'Chương trình chưa có nội dung nào.',
  },
  agendaSame: {
    title: 'Không có gì khác bản đã duyệt',
    detail: () => 'Bản đã duyệt gần nhất vẫn đúng; không cần duyệt bản mới.',
  },
  entrySettled: {
    title: 'Dòng này của chương trình công tác không sửa được nữa',
    detail: ({ name }) =>
      `${text(name)}: đã vào chương trình một hội nghị, đã xong, đã bỏ hoặc đã chuyển kỳ. Tải lại để xem hiện trạng.`,
  },
  roundClosed: {
    title: 'Đợt lấy ý kiến đã kết thúc',
    detail: () => 'Không nhận thêm hoặc sửa ý kiến nữa. Có thể mở một đợt lấy ý kiến mới.',
  },
  instrumentExists: {
    title: 'Văn bản này đã có trong sổ',
    detail: ({ candidates }) =>
      `Trùng với ${instruments(candidates)}. Mở văn bản đó, hoặc sửa lại số, ngày, nhiệm kỳ vừa nhập.`,
  },
  instrumentMaybe: {
    title: 'Có thể văn bản này đã có trong sổ',
    detail: ({ candidates }) =>
      `Giống số với ${instruments(candidates)}. Chọn văn bản đó, hoặc xác nhận đây là văn bản khác.`,
  },
  instrumentPutAway: {
    title: 'Văn bản có số này đang được cách ly',
    detail: () =>
      'Chưa nhập lại được. Hỏi quản trị viên đang xử lý việc cách ly; khi xử lý xong thì nhập hoặc dùng lại văn bản đó.',
  },
  symbolUnread: {
    title: 'Không đọc được số, ký hiệu',
    detail: ({ given }) =>
      `“${text(given)}” chưa đủ số và ký hiệu. Ghi như 01-NQ/TU hoặc 15/2022/NQ-HĐND.`,
  },
  inspectionDays: {
    title: 'Ngày kết thúc trước ngày bắt đầu',
    detail: () => 'Ghi ngày bắt đầu, rồi ngày kết thúc cùng ngày hoặc sau đó.',
  },
  inspectionOver: {
    title: 'Cuộc kiểm tra, giám sát này không sửa được nữa',
    detail: () => 'Cuộc này đã kết thúc hoặc đã bỏ khỏi chương trình. Tải lại để xem hiện trạng.',
  },
  quoteNotThere: {
    title: 'Văn bản không có câu này',
    detail: () => 'Chép đúng câu trong văn bản, hoặc bỏ trống phần câu văn.',
  },
  inspectionUntold: {
    title: 'Đối tượng chưa được thông báo về cuộc kiểm tra, giám sát này',
    detail: () =>
      'Giao việc lúc này sẽ báo cho đối tượng trước khi có thông báo. Ghi ngày thông báo (hôm nay hoặc đã qua) ở “Ghi việc tiến hành”, rồi giao.',
  },
  inspectionNotOver: {
    title: 'Cuộc kiểm tra, giám sát này chưa kết thúc',
    detail: () =>
      'Kết quả chỉ được giao thành nhiệm vụ khi đã kết thúc. Ghi ngày kết thúc ở “Ghi việc tiến hành”, rồi giao. Hoặc gắn một nhiệm vụ đã có trong sổ.',
  },
  findingUnsourced: {
    title: 'Kết quả này chưa có câu văn làm căn cứ',
    detail: () =>
      'Sửa kết quả: chọn văn bản kết luận và chép câu văn trong đó, rồi giao nhiệm vụ. Hoặc gắn một nhiệm vụ đã có trong sổ.',
  },
  answerFrozen: {
    title: 'Đã hết hạn sửa ý kiến',
    detail: () =>
      'Ý kiến gửi đúng hạn được giữ nguyên sau thời hạn. Hãy liên hệ văn phòng nếu có thay đổi.',
  },
  opinionReasonMissing: {
    title: 'Cần ghi nội dung giải trình',
    detail: () => 'Tiếp thu một phần hoặc không tiếp thu thì phải nêu lý do.',
  },
  conferenceOver: {
    title: 'Hội nghị đã kết thúc hoặc đã hủy',
    detail: () =>
      'Chương trình và thông tin của hội nghị không sửa được nữa. Nếu cần sửa, người có quyền mở lại hội nghị và nêu lý do.',
  },
  paperSame: {
    title: 'Tệp này đã có trong hồ sơ',
    detail: (d) => `Tệp giống hệt đã là lần ${text(d.number)} của tài liệu ${text(d.title)}.`,
  },
  paperLevel: {
    title: 'Không đổi được ở đây',
    detail: () =>
      'Ai đọc tài liệu của hồ sơ do việc phát hành tài liệu quyết định: mở hội nghị, mục Hồ sơ.',
  },
  noPapers: {
    title: 'Hồ sơ chưa có tài liệu',
    detail: () => 'Tải lên ít nhất một tài liệu trước.',
  },
  itemNotOn: {
    title: 'Nội dung không còn trong chương trình',
    detail: () =>
      'Nội dung đã hoãn hoặc đã rút. Khi nội dung trở lại chương trình thì làm tiếp được.',
  },
  alreadySubmitted: {
    title: 'Hồ sơ đã trình rồi',
    detail: () => 'Hồ sơ đang chờ tiếp nhận hoặc đã được tiếp nhận; chỉ trình lại khi bị trả lại.',
  },
  conferenceBegun: {
    title: 'Hội nghị đã khai mạc',
    detail: () => 'Ý kiến trước hội nghị chỉ nhận đến lúc khai mạc. Hãy phát biểu tại hội nghị.',
  },
  conferenceNotRunning: {
    title: 'Hội nghị chưa khai mạc',
    detail: () => 'Khai mạc hội nghị trước rồi làm lại.',
  },
  conferenceUntimed: {
    title: 'Chưa có giờ họp',
    detail: () => 'Nhập ngày giờ bắt đầu của hội nghị trước rồi làm lại.',
  },
  alreadyInvited: {
    title: 'Đã có trong danh sách mời',
    detail: (d) => `${text(d.name)} đã được mời dự hội nghị này. Sửa giấy mời đang có.`,
  },
  itemContested: {
    title: 'Nội dung này phải bàn riêng',
    detail: (d) =>
      `“${text(d.title)}” đã có kết luận, hoặc chưa phải mọi thành viên đều cho biết không có ý kiến khác. Chưa nội dung nào được thông qua.`,
  },
  conferenceNotClosed: {
    title: 'Hội nghị chưa kết thúc',
    detail: () =>
      'Chỉ ban hành văn bản khi mọi nội dung đã có kết luận và hội nghị đã kết thúc. Kết thúc hội nghị rồi làm lại.',
  },
  noticeIssued: {
    title: 'Văn bản đã ban hành',
    detail: () =>
      'Văn bản đã có số không sửa được nữa. Nếu có sai sót, soạn văn bản đính chính từ văn bản này.',
  },
  noticeNotIssued: {
    title: 'Văn bản chưa ban hành',
    detail: () => 'Ban hành, cho số và ngày trước, rồi đính kèm bản đã ký.',
  },
  signedNotPdf: {
    title: 'Tệp không phải PDF',
    detail: (d) =>
      `Bản đã ký là tệp PDF quét hoặc ký số; nội dung của ${text(d.fileName)} không phải PDF. Quét hoặc xuất bản đã ký ra PDF rồi chọn lại.`,
  },
  alreadySigned: {
    title: 'Đã có bản đã ký',
    detail: () =>
      'Bản đã ký là văn bản chính thức, không thay được. Nếu có sai sót, soạn văn bản đính chính.',
  },
  termMissing: {
    title: 'Chưa rõ nhiệm kỳ',
    detail: () =>
      'Số văn bản của Đảng chạy theo nhiệm kỳ của cấp ủy. Thêm nhiệm kỳ có ngày này cho cấp ủy ở mục Người và chức vụ rồi làm lại.',
  },
  numberTaken: {
    title: 'Số này đã dùng',
    detail: (d) =>
      `Số ${Number(d.number)} đã có trong cùng sổ. Nhập số khác, hoặc để trống để lấy số kế tiếp.`,
  },
  numberGap: {
    title: 'Số này bỏ cách các số trước',
    detail: (d) =>
      `Cấp số ${Number(d.number)} thì các số từ ${Number(d.from)} đến ${Number(d.to)} chưa có văn bản nào ở đây. Nếu các số đó đã cấp ở nơi khác, đánh dấu xác nhận rồi ban hành lại.`,
  },
  symbolNew: {
    title: 'Ký hiệu này chưa dùng bao giờ',
    detail: (d) =>
      `Cơ quan này chưa có văn bản mang ký hiệu ${text(d.symbol)}; ban hành sẽ mở sổ số mới từ 01.${d.known ? ` Ký hiệu đã dùng: ${text(d.known)}.` : ''} Sửa ký hiệu, hoặc đánh dấu xác nhận rồi ban hành lại.`,
  },
  dateOutOfOrder: {
    title: 'Ngày không theo thứ tự của số',
    detail: (d) =>
      `Văn bản số ${Number(d.number)} cùng sổ đề ngày ${writtenDate(text(d.on))}. Sửa ngày, hoặc đánh dấu xác nhận rồi ban hành lại.`,
  },
  dateBeforeConference: {
    title: 'Ngày ban hành trước hội nghị',
    detail: (d) =>
      `Hội nghị kết thúc ngày ${writtenDate(text(d.day))}; văn bản của hội nghị không thể đề ngày sớm hơn. Chọn từ ngày đó trở đi.`,
  },
  noticeOutdated: {
    title: 'Dự thảo không còn đúng với kết luận',
    detail: () =>
      'Kết luận, nội dung hoặc nhiệm vụ trong hồ sơ đã khác so với lúc soạn dự thảo. Bấm “Soạn lại từ hồ sơ” rồi ban hành; chỗ đã sửa tay thì tải .docx về trước để đối chiếu.',
  },
  numberRepeats: {
    title: 'Số, ký hiệu và cơ quan này đã có trong năm',
    detail: (d) =>
      `Một văn bản khác trong năm đã mang số ${Number(d.number)}, ký hiệu ${text(d.symbol)} của cơ quan này. Nếu đúng là vậy, đánh dấu xác nhận rồi ban hành lại.`,
  },
  notDelegable: {
    title: 'Không ủy quyền được quyền này',
    detail: () =>
      'Chỉ ủy quyền được quyền đang có hiệu lực và là của chính mình, không phải quyền được ủy lại. Chọn quyền khác, hoặc nhờ quản trị viên.',
  },
  alreadyDecided: {
    title: 'Phát hiện này đã được quyết định',
    detail: () => 'Hoàn tác quyết định trước rồi quyết định lại.',
  },
  notDecided: {
    title: 'Chưa có gì để hoàn tác',
    detail: () => 'Phát hiện này chưa được xác nhận hay bác bỏ.',
  },
  entryInUse: {
    title: 'Mục này đang được dùng',
    detail: () => 'Hoàn tác những mục phụ thuộc trước.',
  },
  unitInUse: {
    title: 'Chỉ tiêu đang được dùng theo đơn vị, loại này',
    detail: () =>
      'Đơn vị và loại không đổi được vì mức giao, số liệu báo cáo hoặc chế độ báo cáo đã dùng chúng. Thêm chỉ tiêu mới có đơn vị, loại đúng rồi dùng chỉ tiêu đó.',
  },
  targetTaken: {
    title: 'Mục tiêu này đã có',
    detail: () =>
      'Cùng chỉ tiêu, kỳ, loại và nơi giao đã có mục tiêu. Mở mục tiêu đó rồi điều chỉnh.',
  },
  figureUnread: {
    title: 'Không đọc được con số',
    detail: (d) =>
      `“${text(d.text)}” không phải một con số kèm đơn vị. Ghi như trong văn bản: 6.000 tỷ đồng; 8,3-8,5 %.`,
  },
  figureUnit: {
    title: 'Đơn vị khác với chỉ tiêu',
    detail: (d) =>
      `“${text(d.text)}” không theo đơn vị của chỉ tiêu (${text(d.unit)}). Ghi cả đơn vị, như trong văn bản.`,
  },
  pathOutside: {
    title: 'Mốc nằm ngoài kỳ hoặc trùng ngày',
    detail: (d) =>
      `Mốc ${writtenDate(text(d.day))} phải nằm trong kỳ, trước ngày cuối, mỗi ngày một mốc.`,
  },
  figureInvalid: {
    title: 'Số liệu không hợp lệ',
    detail: (d) =>
      `Dòng ${Number(d.row) + 1}: mỗi ô cần một con số, hoặc lý do không có; ngày đầu kỳ không sau ngày cuối; mỗi ô chỉ ghi một lần.`,
  },
  exportTooLarge: {
    title: 'Quá nhiều số liệu cho một tệp',
    detail: (d) =>
      `Năm này có ${d.rows} dòng, một tệp nhận nhiều nhất ${d.most}. Tải từng đơn vị, ở trang số liệu của đơn vị.`,
  },
  figureCounted: {
    title: 'Chỉ tiêu này tính từ danh sách báo cáo',
    detail: (d) =>
      `“${d.code}” được đếm từ các báo cáo phải gửi, đã gửi, đúng hạn; không nhập và không đưa vào chế độ báo cáo. Bỏ chỉ tiêu này rồi làm lại.`,
  },
  reasonNeeded: {
    title: 'Cần ghi lý do sửa',
    detail: (d) =>
      `Dòng ${Number(d.row) + 1}: ô này đã có số liệu. Ghi lý do sửa; số cũ vẫn được giữ.`,
  },
  stageBack: {
    title: 'Số liệu lùi về mức kém chắc chắn hơn',
    detail: (d) =>
      `Dòng ${Number(d.row) + 1}: số đã ${stageVi[text(d.before)] ?? ''} nay ghi là ${stageVi[text(d.after)] ?? ''}. Xác nhận nếu đúng là như vậy.`,
  },
  figureAsked: {
    title: 'Cần xem lại số liệu',
    detail: () => 'Có điều cần hỏi về con số này. Xem lại rồi xác nhận nếu đúng.',
  },
  formulaWrong: {
    title: 'Công thức không dùng được',
    detail: (d) =>
      `Không dùng được từ chỗ “${text(d.rest)}”. Chỉ dùng mã chỉ tiêu, số (dấu chấm thập phân), + - * / và ngoặc; không vòng lại chính chỉ tiêu này.`,
  },
  responsibleMissing: {
    title: 'Còn đơn vị chưa có người chịu trách nhiệm',
    detail: (d) =>
      `Chọn người đang làm việc ở đơn vị để chịu trách nhiệm báo cáo: ${text(d.units)}. Chưa có tài khoản nào thì cấp tài khoản trước.`,
  },
  reportBegun: {
    title: 'Đã có báo cáo gửi theo quy định cũ',
    detail: (d) =>
      `Kỳ kết thúc ngày ${writtenDate(text(d.day))} đã có đơn vị gửi. Chọn ngày áp dụng sau ngày đó.`,
  },
  reportStage: {
    title: 'Báo cáo không ở bước này',
    detail: () =>
      'Tải lại trang để thấy báo cáo đang ở bước nào: đã gửi, đã trả lại, đã duyệt hay đã khóa.',
  },
  reportFixed: {
    title: 'Số này không bị trả lại',
    detail: (d) =>
      `“${text(d.name)}” đứng nguyên; chỉ sửa các số bị trả lại. Cần sửa số khác thì đề nghị văn phòng trả lại.`,
  },
  reportIncomplete: {
    title: 'Còn chỉ tiêu để trống',
    detail: (d) => `Nhập số hoặc ghi lý do không có số liệu: ${text(d.names)}.`,
  },
  projectCodeTaken: {
    title: 'Mã dự án này đã có',
    detail: () => 'Một dự án khác mang mã này. Kiểm tra lại mã, hoặc mở dự án đó.',
  },
  projectClosed: {
    title: 'Dự án này đã kết thúc',
    detail: () => 'Muốn sửa thì mở lại dự án trước.',
  },
  projectDays: {
    title: 'Ngày không hợp lý',
    detail: () =>
      'Ngày, năm kết thúc phải cùng hoặc sau lúc bắt đầu; ngày kết thúc dự án không ở tương lai.',
  },
  projectNoMoney: {
    title: 'Mục này chỉ theo dõi theo mốc',
    detail: () => 'Vốn và giải ngân chỉ ghi cho dự án đầu tư.',
  },
  clearanceMore: {
    title: 'Số phần lớn hơn số chung',
    detail: () =>
      'Diện tích đã bàn giao không quá diện tích cần; số hộ đã nhận tiền, đã bàn giao không quá số hộ.',
  },
  projectReason: {
    title: 'Cần ghi lý do',
    detail: () =>
      'Ở đây đã có số, hoặc lũy kế giảm so với tháng trước hay cao hơn tháng sau. Ghi lý do; số cũ vẫn được giữ.',
  },
  reportUnexplained: {
    title: 'Còn số cần giải trình',
    detail: (d) => `Ghi giải trình cho các số khác thường hoặc chậm kế hoạch: ${text(d.names)}.`,
  },
  indicatorMissing: {
    title: 'Chưa chọn chỉ tiêu',
    detail: () => 'Bấm e để chọn một chỉ tiêu trong danh mục hoặc tạo chỉ tiêu mới.',
  },
  alreadyQuarantined: {
    title: 'Văn bản đang được cách ly',
    detail: () => 'Bỏ cách ly bằng --release hoặc hủy bằng --destroy.',
  },
  notQuarantined: {
    title: 'Văn bản không ở trong cách ly',
    detail: () => 'Chỉ bỏ cách ly hoặc hủy theo cách này với văn bản đang được cách ly.',
  },
  documentDestroyed: {
    title: 'Văn bản đã bị hủy',
    detail: () => 'Nội dung đã được hủy có lập hồ sơ; chỉ còn lại nhật ký.',
  },
  declarationMissing: {
    title: 'Chưa khai về bí mật nhà nước',
    detail: () =>
      'Mỗi tệp đưa vào phải kèm lời khai “không chứa bí mật nhà nước” (trường declaration, giá trị noStateSecrets). Chưa có gì được lưu.',
  },
  stateSecret: {
    title: 'Không nhận: có dấu hiệu bí mật nhà nước',
    detail: (d) =>
      `Thấy dấu chỉ độ mật ở ${secrecyPlaces.vi[text(d.where)] ?? 'văn bản'}. Không có gì của tệp được lưu hay ghi lại. Văn bản mật chỉ được soạn thảo, lưu giữ ở hệ thống riêng cho văn bản mật; hãy báo người phụ trách bảo vệ bí mật nhà nước nếu tệp đã ở máy này.`,
  },
  fileMissing: { title: 'Chưa có tệp', detail: () => 'Chọn ít nhất một tệp hoặc dán văn bản.' },
  fileTooLarge: {
    title: 'Tệp quá lớn',
    detail: (d) => `Mỗi tệp tối đa ${Number(d.limitMegabytes) || 20} MB. Chia tệp hoặc bỏ bớt ảnh.`,
  },
  uploadOffset: {
    title: 'Phần tệp không nối tiếp',
    detail: (d) => `Máy chủ đã nhận ${Number(d.received) || 0} byte. Gửi tiếp từ đó.`,
  },
  uploadIncomplete: {
    title: 'Tệp chưa gửi đủ',
    detail: (d) => `Máy chủ mới nhận ${Number(d.received) || 0} byte. Gửi tiếp phần còn lại.`,
  },
  uploadBroken: {
    title: 'Tệp đến không nguyên vẹn',
    detail: () => 'Nội dung nhận được khác tệp đã chọn nên đã bỏ đi. Chọn lại tệp và gửi lại.',
  },
  uploadsTooMany: {
    title: 'Còn nhiều tệp gửi dở',
    detail: (d) => `Tối đa ${Number(d.limit) || 5} tệp gửi dở. Gửi tiếp hoặc bỏ bớt một tệp.`,
  },
  fileRefused: {
    title: 'Không đọc được tệp',
    detail: (d) => text(d.messageVi) || 'Kiểm tra tệp rồi thử lại.',
  },
  spanOutside: {
    title: 'Đoạn chọn nằm ngoài văn bản',
    detail: () => 'Chọn lại đoạn chữ trong văn bản.',
  },
  recordAltered: {
    title: 'Nhật ký đã bị sửa',
    detail: (d) =>
      `Dòng ${Number(d.at) || 0} không khớp với đầu chuỗi đã ký hoặc với dòng trước. Không ký đầu chuỗi mới. Báo người phụ trách an toàn thông tin.`,
  },
  busy: { title: 'Máy chủ đang bận', detail: () => 'Thử lại sau ít giây; chưa có gì bị mất.' },
  internal: {
    title: 'Lỗi của máy chủ',
    detail: (d) => `Chưa có gì được ghi. Báo cho quản trị viên mã ${text(d.reference)}.`,
  },
}

const en: Record<ProblemCode, Words> = {
  invalidInput: {
    title: 'What was sent is not valid',
    detail: (d) =>
      `Check ${fieldsEn[text(d.where)] ?? (text(d.where) || 'the fields')} and send again.`,
  },
  csrf: {
    title: 'The session has changed',
    detail: () => 'Reload the page and try again; what was saved is still there.',
  },
  idempotencyKeyMissing: {
    title: 'Idempotency-Key is missing',
    detail: () => 'Send an Idempotency-Key header with a new value for every operation.',
  },
  idempotencyKeyReused: {
    title: 'This Idempotency-Key was used for something else',
    detail: () => 'Use a new value for every operation.',
  },
  signInNeeded: { title: 'Please sign in', detail: () => 'Sign in, then try again.' },
  signInFailed: {
    title: 'Sign-in failed',
    detail: () =>
      'The address, the password or the code is wrong. Check your keyboard and Caps Lock.',
  },
  passwordWrong: {
    title: 'The present password is wrong',
    detail: () => 'Enter the password you use now; it has not been changed.',
  },
  passwordWeak: {
    title: 'This password cannot be used',
    detail: (d) => weakEn[text(d.reason)]?.(Number(d.least)) ?? '',
  },
  codeOver: {
    title: 'This one-time code has run out or was used',
    detail: () => 'Ask the administrator of the province for a new one.',
  },
  ssoOff: {
    title: 'Single sign-on is not in use',
    detail: () => 'Sign in with your password, or ask the administrator.',
  },
  ssoAway: {
    title: 'The identity provider does not answer',
    detail: () => 'Try again in some minutes, or sign in with your password if you have one.',
  },
  ssoFailed: {
    title: 'Single sign-on did not succeed',
    detail: () => 'Begin again on the sign-in page, in this same browser.',
  },
  ssoUnknown: {
    title: 'No account is assigned to this identity',
    detail: () => 'Ask the administrator of the province to assign it to your account.',
  },
  factorWrong: {
    title: 'The code is wrong',
    detail: () =>
      'Enter the six digits your app shows now (each works once), or a recovery code not used yet. Check the clock of your telephone.',
  },
  factorUnreadable: {
    title: 'The second factor cannot be read',
    detail: () =>
      'This server lacks the key it was set up with (folder keys). Tell the administrator: put the key back, or reset the second factor.',
  },
  nothingPending: {
    title: 'Signing in has not begun, or took too long',
    detail: () => 'Reload the page and sign in from the beginning.',
  },
  notForOneself: {
    title: 'This cannot be done to one’s own account',
    detail: () => 'Change your password in "My account", or ask another administrator.',
  },
  reasonMissing: {
    title: 'A reason is needed',
    detail: () => 'This account has a password; say why it gets a code. The reason goes on record.',
  },
  provinceAmbiguous: {
    title: 'Choose a province',
    detail: () => 'This address has accounts in several provinces; choose one.',
  },
  tooManyAttempts: {
    title: 'Too many failed sign-ins',
    detail: (d) => `Try again in ${Number(d.seconds) || 60} seconds.`,
  },
  forbidden: {
    title: 'Your account may not do this',
    detail: () => "Ask your province's administrator if your work needs it.",
  },
  notFound: {
    title: 'Not found',
    detail: () => 'It does not exist or was taken back. Return to the list and choose again.',
  },
  versionMissing: {
    title: 'The version being changed is missing',
    detail: () => 'Send If-Match with the version you see, so that nobody is overwritten.',
  },
  versionOld: {
    title: 'Somebody else has just changed this',
    detail: () => 'The newest content is attached; compare and try again. Nothing was overwritten.',
  },
  setUpDone: {
    title: 'The system is already set up',
    detail: () => 'Sign in with an account; add provinces with giaoban province add.',
  },
  setUpToken: {
    title: 'Wrong set-up token',
    detail: () => 'Use the link printed in the terminal where the server runs.',
  },
  nameTaken: {
    title: 'This name is taken',
    detail: (d) => `${text(d.name) || 'The name'} exists already; choose another.`,
  },
  lastAdministrator: {
    title: 'At least one administrator must remain',
    detail: () => 'Add another administrator before changing or closing this account.',
  },
  personnelNotPublic: {
    title: 'This cannot be made public',
    detail: () => 'Personnel matters are never published. Choose a narrower level.',
  },
  bodyNotThere: {
    title: 'The body does not exist on this day',
    detail: () => 'Choose a day on which it exists, or another body.',
  },
  bodyChangedLater: {
    title: 'A change on this day or later is known already',
    detail: () => 'Choose a day after the last change; what is told is not rewritten.',
  },
  provinceNameAhead: {
    title: 'The day of the new name has not come',
    detail: () =>
      'The province is called so on every screen at once. Enter it on its day or later.',
  },
  bodyHasParts: {
    title: 'Other bodies stand below it',
    detail: (d) =>
      `${Number(d.count) || 'Some'} bodies stand below it after this day. Move them first, or let them end as well.`,
  },
  bodyBelowItself: {
    title: 'It would stand below itself',
    detail: () => 'The body chosen as superior is below this one. Choose another.',
  },
  termOverlaps: {
    title: 'Another term has these days',
    detail: (d) =>
      `The term ${text(d.label)} of the same kind has some of these days. Let them follow each other.`,
  },
  assignmentStage: {
    title: 'The assignment is not at this step',
    detail: () =>
      'Load the page again to see where it stands: reported, paused, revoked or confirmed.',
  },
  deadlinePassed: {
    title: 'The deadline is over; no more time can be asked for',
    detail: () => 'More time is asked for before the deadline. Report the result instead.',
  },
  notForDoer: {
    title: 'Who does the work does not confirm it',
    detail: () =>
      'Confirming, accepting, giving more time and excusing are for somebody else, who is not of the body that does the work and did not report it.',
  },
  conferenceStage: {
    title: 'The conference is not open, over or cancelled',
    detail: () => 'Load the page again to see where the conference stands.',
  },
  conferenceNotReady: {
    title: 'The conference cannot be closed yet',
    detail: () =>
      'Some items have no decision, or a decision with neither a task nor the mark that there is none.',
  },
  votesTooMany: {
    title: 'More votes than voters',
    detail: (d) => `Together the votes may not be more than ${text(d.base)}.`,
  },
  linkOver: {
    title: 'This link was used or is over',
    detail: () => 'A link for a screen opens once. Ask the clerk of the conference for a new one.',
  },
  itemOff: {
    title: 'The item is not on the agenda any more',
    detail: () => 'It was put off or taken off. Put it back before you change it.',
  },
  itemMovedOn: {
    title: 'It cannot be put back',
    detail: () =>
      'It is on the agenda, or it has gone on to another conference. Put it off there to bring it here.',
  },
  matterPlaced: {
    title: 'The agenda has this matter already',
    detail: () => 'Choose another conference, or change the item that is there.',
  },
  reviewStays: {
    title: 'This part cannot go to another conference',
    detail: () =>
      'Each conference has its own review of earlier conclusions. Take this one off, or put it off without naming a conference.',
  },
  taskTwice: {
    title: 'Another item has this task already',
    detail: ({ task }) =>
      `“${String(task)}” bears the id of a task that is there. Take it out of the decision and mark it anew.`,
  },
  taskHeld: {
    title: 'The register holds this task',
    detail: ({ task }) =>
      `“${String(task)}” is confirmed as done, revoked, or has an open request for more time. Keep the task and its date in the decision, or settle it in the register first, then close again.`,
  },
  substituteElsewhere: {
    title: 'This person does not work for the body that is invited',
    detail: () =>
      'Choose the account of somebody of the same body, or give a name alone. The office of the conference may enter somebody else.',
  },
  matterNotGiven: {
    title: 'This matter was not given to the body of this conference',
    detail: () =>
      'Ask the body that submits it to put it on, or the office that has it to carry it on or to name this body in its route.',
  },
  agendaNotReady: {
    title: 'The agenda cannot be approved yet',
    detail: ({ titles }) =>
      Array.isArray(titles) && titles.length > 0
        ? `Not checked or failed: ${titles.join('; ')}. Check each item; one that fails is put off or taken off.`
        : 'There is no item on it.',
  },
  agendaSame: {
    title: 'Nothing differs from the approved agenda',
    detail: () => 'The newest approved version still holds; no new one is needed.',
  },
  entrySettled: {
    title: 'This line of the work programme is settled',
    detail: ({ name }) =>
      `${text(name)}: a conference has it, or it is done, dropped or carried over. Reload to see where it stands.`,
  },
  roundClosed: {
    title: 'The round is closed',
    detail: () => 'It takes no more answers and no changes. A new round can be opened.',
  },
  instrumentExists: {
    title: 'The register has this instrument already',
    detail: ({ candidates }) =>
      `It is ${instruments(candidates)}. Open that one, or correct the number, day or term.`,
  },
  instrumentMaybe: {
    title: 'The register may have this instrument already',
    detail: ({ candidates }) =>
      `Its number is that of ${instruments(candidates)}. Choose that one, or say that this is another.`,
  },
  instrumentPutAway: {
    title: 'The instrument with this number is in quarantine',
    detail: () =>
      'It cannot be entered again now. Ask the administrator who handles the quarantine; once that ends, enter it or use the one that is there.',
  },
  symbolUnread: {
    title: 'This is no number of an instrument',
    detail: ({ given }) =>
      `“${text(given)}” lacks its number or its symbol. Write it like 01-NQ/TU or 15/2022/NQ-HĐND.`,
  },
  inspectionDays: {
    title: 'The last day is before the first',
    detail: () => 'Enter the first day, then a last day that is not before it.',
  },
  inspectionOver: {
    title: 'This inspection can no longer be changed',
    detail: () => 'It is over, or was dropped from the programme. Reload to see where it stands.',
  },
  quoteNotThere: {
    title: 'The document does not have this sentence',
    detail: () => 'Copy the sentence as the document writes it, or leave it out.',
  },
  inspectionUntold: {
    title: 'The inspected body was not told of this inspection yet',
    detail: () =>
      'A task would tell it before its time. Enter the day that it was told (today or before) in “Enter how it was carried out”, then make the task.',
  },
  inspectionNotOver: {
    title: 'This inspection is not over yet',
    detail: () =>
      'A finding becomes a task once the inspection is over. Enter its last day in “Enter how it was carried out”, then make the task. Or link a task of the register.',
  },
  findingUnsourced: {
    title: 'No sentence stands behind this finding',
    detail: () =>
      'Correct the finding: choose the document of the conclusion and copy its sentence, then make the task. Or link a task of the register.',
  },
  answerFrozen: {
    title: 'The time for changes is over',
    detail: () =>
      'An answer that came in time stands after the deadline. Ask the office if it has changed.',
  },
  opinionReasonMissing: {
    title: 'The reason is needed',
    detail: () => 'What is accepted only in part, or not, needs its explanation.',
  },
  conferenceOver: {
    title: 'The conference is over or cancelled',
    detail: () =>
      'Its agenda and facts do not change any more. Where they must, whoever may reopens it and says why.',
  },
  paperSame: {
    title: 'The dossier has this file already',
    detail: (d) => `The same file is version ${text(d.number)} of the paper ${text(d.title)}.`,
  },
  paperLevel: {
    title: 'This does not change here',
    detail: () =>
      'Who reads a paper of a dossier is decided by giving its papers out: open the conference, Dossiers.',
  },
  noPapers: {
    title: 'The dossier has no paper yet',
    detail: () => 'Upload at least one first.',
  },
  itemNotOn: {
    title: 'The item is not on the agenda',
    detail: () => 'It was postponed or withdrawn. Once it is back, the work goes on.',
  },
  alreadySubmitted: {
    title: 'The dossier is submitted already',
    detail: () =>
      'It waits for its answer or was taken; it is submitted again only when sent back.',
  },
  conferenceBegun: {
    title: 'The conference has opened',
    detail: () => 'Positions are taken until it opens. Speak at the conference instead.',
  },
  conferenceNotRunning: {
    title: 'The conference has not opened',
    detail: () => 'Open the conference first, then try again.',
  },
  conferenceUntimed: {
    title: 'There is no time yet',
    detail: () => 'Enter when the conference begins first, then try again.',
  },
  alreadyInvited: {
    title: 'Already invited',
    detail: (d) =>
      `${text(d.name)} is invited to this conference. Change the invitation that is there.`,
  },
  itemContested: {
    title: 'This item has to be discussed',
    detail: (d) =>
      `“${text(d.title)}” is decided already, or not every member said that they have no objection. No item was decided.`,
  },
  conferenceNotClosed: {
    title: 'The conference is not closed yet',
    detail: () =>
      'Papers are issued once every item has its decision and the conference is closed. Close it, then try again.',
  },
  noticeIssued: {
    title: 'This paper is issued',
    detail: () =>
      'What has a number does not change any more. Where it is wrong, draft a paper that corrects it.',
  },
  noticeNotIssued: {
    title: 'This paper is not issued yet',
    detail: () => 'Issue it with a number and a date first, then attach the signed paper.',
  },
  signedNotPdf: {
    title: 'Not a PDF',
    detail: (d) =>
      `The signed paper is a PDF, scanned or digitally signed; by its content ${text(d.fileName)} is none. Scan it or export it as PDF, then choose that file.`,
  },
  alreadySigned: {
    title: 'The signed paper is here already',
    detail: () =>
      'It is the official text and is not replaced. Where it is wrong, draft a paper that corrects it.',
  },
  termMissing: {
    title: 'The term is not known',
    detail: () =>
      'Party papers are numbered through a term of the committee. Add the term that has this day under People and posts, then try again.',
  },
  numberTaken: {
    title: 'This number is taken',
    detail: (d) =>
      `Number ${Number(d.number)} stands on another paper of the same series. Give another, or none to take the next.`,
  },
  numberGap: {
    title: 'This number leaves others out',
    detail: (d) =>
      `With number ${Number(d.number)}, no paper here has the numbers ${Number(d.from)} to ${Number(d.to)}. If they were given elsewhere, tick the box and issue again.`,
  },
  symbolNew: {
    title: 'This symbol was never used',
    detail: (d) =>
      `No paper of this body bears ${text(d.symbol)}; issuing would begin a new series at 01.${d.known ? ` Used so far: ${text(d.known)}.` : ''} Correct the symbol, or tick the box and issue again.`,
  },
  dateOutOfOrder: {
    title: 'The date does not follow the numbers',
    detail: (d) =>
      `Number ${Number(d.number)} of the series bears ${writtenDate(text(d.on))}. Correct the date, or tick the box and issue again.`,
  },
  dateBeforeConference: {
    title: 'The date is before the conference',
    detail: (d) =>
      `The conference ended on ${writtenDate(text(d.day))}; its papers cannot bear an earlier day. Choose that day or a later one.`,
  },
  noticeOutdated: {
    title: 'The draft is not what was decided',
    detail: () =>
      'Decisions, items or tasks on record are other than when this was drafted. Press “Draft anew from the record”, then issue; download the .docx first if it was edited by hand.',
  },
  numberRepeats: {
    title: 'This number, symbol and body are on another paper of the year',
    detail: (d) =>
      `Another paper of this year bears number ${Number(d.number)} and symbol ${text(d.symbol)} of this body. If that is meant, tick the box and issue again.`,
  },
  notDelegable: {
    title: 'This right cannot be delegated',
    detail: () =>
      'Only a right in force that is one’s own, not itself delegated, can be. Choose another, or ask the administrator.',
  },
  alreadyDecided: {
    title: 'This finding is already decided',
    detail: () => 'Undo the decision first, then decide again.',
  },
  notDecided: {
    title: 'There is nothing to undo',
    detail: () => 'This finding was neither confirmed nor rejected.',
  },
  entryInUse: { title: 'This is in use', detail: () => 'Take back what depends on it first.' },
  unitInUse: {
    title: 'The indicator is used in this unit and kind',
    detail: () =>
      'Unit and kind cannot change, since targets, reported figures or a reporting regime go by them. Add another indicator with the right ones and use that.',
  },
  targetTaken: {
    title: 'There is this target already',
    detail: () =>
      'The same indicator, period, kind and authority has a target. Open it and revise it.',
  },
  figureUnread: {
    title: 'The figure cannot be read',
    detail: (d) =>
      `“${text(d.text)}” is not one figure with its unit. Write it as the document does: 6.000 tỷ đồng; 8,3-8,5 %.`,
  },
  figureUnit: {
    title: 'Another unit than the indicator’s',
    detail: (d) =>
      `“${text(d.text)}” is not in the indicator’s unit (${text(d.unit)}). Write the unit too, as the document does.`,
  },
  pathOutside: {
    title: 'A step outside the period, or two on one day',
    detail: (d) =>
      `The step of ${writtenDate(text(d.day))} has to lie in the period, before its last day, one a day.`,
  },
  figureInvalid: {
    title: 'Not a figure',
    detail: (d) =>
      `Row ${Number(d.row) + 1}: each place needs a number, or why there is none; the first day not after the last; each place once.`,
  },
  exportTooLarge: {
    title: 'Too many figures for one file',
    detail: (d) =>
      `This year has ${d.rows} rows, a file takes ${d.most} at most. Get one unit at a time, on the page of the unit.`,
  },
  figureCounted: {
    title: 'This indicator is counted from the reports',
    detail: (d) =>
      `“${d.code}” follows from the reports that are owed, sent and on time; it is not entered, and no regime asks for it. Leave it out and try again.`,
  },
  reasonNeeded: {
    title: 'Say why it is changed',
    detail: (d) =>
      `Row ${Number(d.row) + 1}: a figure stands there. Give the reason for the change; the former one is kept.`,
  },
  stageBack: {
    title: 'The figure becomes less settled',
    detail: (d) =>
      `Row ${Number(d.row) + 1}: it was ${text(d.before)} and would be ${text(d.after)}. Confirm if that is meant.`,
  },
  figureAsked: {
    title: 'Look at the figure again',
    detail: () => 'There is something to ask about it. Look again, and confirm if it is meant.',
  },
  formulaWrong: {
    title: 'The formula cannot be used',
    detail: (d) =>
      `It cannot be used from “${text(d.rest)}” on. Codes of indicators, numbers with a point, + - * / and brackets, and no way back to this indicator.`,
  },
  responsibleMissing: {
    title: 'Somebody has to answer for each unit',
    detail: (d) =>
      `Choose somebody who acts for the unit: ${text(d.units)}. Where nobody has an account yet, give one first.`,
  },
  reportBegun: {
    title: 'A report was sent by what held before',
    detail: (d) =>
      `A unit has sent its report of the period that ends on ${writtenDate(text(d.day))}. Choose a day after that.`,
  },
  reportStage: {
    title: 'The report is not at this step',
    detail: () =>
      'Load the page again to see where it stands: sent, given back, accepted or locked.',
  },
  reportFixed: {
    title: 'This figure was not given back',
    detail: (d) =>
      `“${text(d.name)}” stands; only the figures that were given back are open. Ask the office to give it back too.`,
  },
  reportIncomplete: {
    title: 'Some figures are left out',
    detail: (d) => `Enter a figure, or say why there is none: ${text(d.names)}.`,
  },
  projectCodeTaken: {
    title: 'This project code is taken',
    detail: () => 'Another project has this code. Check the code, or open that project.',
  },
  projectClosed: {
    title: 'This project is closed',
    detail: () => 'Open it again first to change it.',
  },
  projectDays: {
    title: 'These days do not go together',
    detail: () =>
      'What ends ends on or after the day or year it begins; a project is not closed on a day to come.',
  },
  projectNoMoney: {
    title: 'This is followed by milestones alone',
    detail: () => 'Capital and disbursement are entered for investment projects.',
  },
  clearanceMore: {
    title: 'A part is more than the whole',
    detail: () =>
      'No more land is handed over than is needed; no more households are paid, or gone, than there are.',
  },
  projectReason: {
    title: 'Say why',
    detail: () =>
      'A figure stands here already, or the total falls below the month before or exceeds the one after. Give the reason; the former figure is kept.',
  },
  reportUnexplained: {
    title: 'Some figures are to be explained',
    detail: (d) => `Explain what stands out or is behind the plan: ${text(d.names)}.`,
  },
  indicatorMissing: {
    title: 'No indicator chosen',
    detail: () => 'Press e to choose an indicator of the catalogue or to create one.',
  },
  alreadyQuarantined: {
    title: 'The document is in quarantine already',
    detail: () => 'Give it back with --release, or destroy it with --destroy.',
  },
  notQuarantined: {
    title: 'The document is not in quarantine',
    detail: () => 'Only a document in quarantine is released or destroyed this way.',
  },
  documentDestroyed: {
    title: 'This document was destroyed',
    detail: () => 'Its content was destroyed on record; only the log remains.',
  },
  declarationMissing: {
    title: 'The declaration on state secrets is missing',
    detail: () =>
      'Every file comes with the declaration that it holds no state secrets (field declaration, value noStateSecrets). Nothing was kept.',
  },
  stateSecret: {
    title: 'Refused: it bears a mark of state secrecy',
    detail: (d) =>
      `A mark of state secrecy stands in ${secrecyPlaces.en[text(d.where)] ?? 'the document'}. Nothing of the file was kept or logged. Secret documents may only be written and kept on the system made for them; tell whoever is in charge of protecting secrets if the file was on this machine.`,
  },
  fileMissing: { title: 'No file', detail: () => 'Choose at least one file, or paste text.' },
  fileTooLarge: {
    title: 'The file is too large',
    detail: (d) =>
      `At most ${Number(d.limitMegabytes) || 20} MB a file. Split it or drop pictures.`,
  },
  uploadOffset: {
    title: 'This part does not follow what is here',
    detail: (d) => `The server has ${Number(d.received) || 0} bytes. Go on from there.`,
  },
  uploadIncomplete: {
    title: 'The file is not whole yet',
    detail: (d) => `The server has ${Number(d.received) || 0} bytes. Send the rest.`,
  },
  uploadBroken: {
    title: 'The file did not arrive whole',
    detail: () =>
      'What arrived differs from the file you chose and was thrown away. Choose the file and send it again.',
  },
  uploadsTooMany: {
    title: 'Too many unfinished files',
    detail: (d) =>
      `At most ${Number(d.limit) || 5} unfinished files. Finish one, or throw one away.`,
  },
  fileRefused: {
    title: 'The file could not be read',
    detail: (d) => text(d.messageEn) || 'Check the file and try again.',
  },
  spanOutside: {
    title: 'The selection lies outside the text',
    detail: () => 'Select the words in the text again.',
  },
  recordAltered: {
    title: 'The record has been altered',
    detail: (d) =>
      `Line ${Number(d.at) || 0} does not fit the head that was signed or the line before. No new head is signed. Tell whoever is in charge of security.`,
  },
  busy: {
    title: 'The server is busy',
    detail: () => 'Try again in some seconds; nothing was lost.',
  },
  internal: {
    title: 'The server failed',
    detail: (d) => `Nothing was written. Tell the administrator the code ${text(d.reference)}.`,
  },
}

/** Title and detail of a problem in the user's language. */
export function problemWords(
  code: ProblemCode,
  locale: 'vi' | 'en',
  details: Record<string, unknown>,
): { title: string; detail: string } {
  const words = (locale === 'en' ? en : vi)[code]
  return { title: words.title, detail: words.detail(details) }
}
