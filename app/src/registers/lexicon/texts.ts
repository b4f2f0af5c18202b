// Words of the province's lexicon: its screen, and what its check says about a line.

/** A fault, in the reader's codes. */
interface Fault {
  line: number
  column: number
  code: string
  given: string
  allowed: readonly string[]
}

const few = (allowed: readonly string[]): string =>
  allowed.length > 12 ? `${allowed.slice(0, 12).join(', ')}, …` : allowed.join(', ')

export const vi = {
  title: 'Từ điển của tỉnh',
  intro:
    'Dạy máy đọc những từ riêng của tỉnh: tên chỉ tiêu, cơ quan, dự án, địa danh. Văn bản đưa vào sau đó được đọc với các từ này.',
  add: 'Thêm từ',
  addFile: 'Nạp tệp',
  download: 'Tải tệp về',
  offers: 'Gợi ý từ những chỗ đã sửa',
  offersIntro:
    'Khi xác nhận, cán bộ đã sửa lại kết quả đọc. Nhận gợi ý thì lần sau máy đọc đúng ngay.',
  noOffers: 'Chưa có gợi ý nào.',
  take: 'Nhận',
  decline: 'Bỏ qua',
  times: (n: number) => `${n} lần`,
  seeSource: 'Xem chỗ đã sửa',
  entries: 'Đang dùng',
  none: 'Chưa có từ nào của tỉnh',
  noneDetail: 'Thêm một từ, nạp một tệp ba cột, hoặc nhận một gợi ý khi có.',
  fromBodies: (n: number) =>
    `Máy đọc còn biết ${n} tên gọi, tên khác, chữ viết tắt của các cơ quan, đơn vị trong tỉnh.`,
  fromIndicators: (n: number) =>
    `Ngoài ra có ${n} dòng lấy từ tên và tên khác của các chỉ tiêu trong danh mục.`,
  class: 'Loại',
  meaning: 'Nghĩa',
  phrases: 'Từ, cụm từ',
  phrasesHint: 'Mỗi dòng một cách viết. Chữ hoa, chữ thường và cách bỏ dấu không cần phân biệt.',
  origin: 'Nguồn',
  origins: { person: 'thêm tay', correction: 'từ chỗ sửa', file: 'nạp tệp' },
  withdraw: 'Bỏ',
  withdrawn: (phrase: string) => `Đã bỏ “${phrase}” khỏi từ điển.`,
  added: (n: number) => `Đã thêm ${n} dòng.`,
  nothingNew: 'Tệp không có gì mới.',
  declined: 'Sẽ không gợi ý lại.',
  fileTitle: 'Nạp tệp từ điển',
  fileHint:
    'Ba cột cách nhau bằng dấu tab: loại, nghĩa, các cách viết cách nhau bằng dấu |. Có thể dán từ bảng tính. Có lỗi ở một dòng thì không dòng nào được nạp.',
  fileText: 'Nội dung tệp',
  chooseFile: 'Chọn tệp',
  check: 'Kiểm tra',
  noFault: 'Không có lỗi.',
  faults: (n: number) => `${n} điều cần xem lại`,
  line: (n: number) => `Dòng ${n}`,
  warning: 'lưu ý',
  error: 'lỗi',
  classes: {
    indicator: 'Chỉ tiêu',
    topic: 'Chủ đề tồn tại, hạn chế',
    body: 'Cơ quan họp, quyết định',
    actor: 'Cơ quan được giao việc',
    group: 'Nhóm cơ quan',
    place: 'Địa danh',
    project: 'Dự án, công trình',
    unit: 'Đơn vị tính, danh từ đếm',
    title: 'Chức danh',
    surname: 'Họ của người',
    negative: 'Cách nói về tồn tại, hạn chế',
    neutral: 'Cụm từ máy không được hiểu nhầm',
  } as Record<string, string>,
  fault: ({ column, code, given, allowed }: Fault): string => {
    switch (code) {
      case 'columns':
        return `không phải ba cột cách nhau bằng dấu tab: “${given.slice(0, 80)}”. Đặt dấu tab giữa loại, nghĩa và các cách viết.`
      case 'unknownClass':
        return `không có loại “${given}”. Các loại: ${few(allowed)}.`
      case 'badPayload':
        return allowed.length === 1 && allowed[0] === ''
          ? `cột 2 của loại này để trống, không ghi “${given}”.`
          : `cột 2 không nhận “${given}”. Ghi một trong: ${few(allowed)}.`
      case 'noPhrase':
        return 'cột 3 chưa có cách viết nào.'
      case 'broken':
        return `“${given}” có chữ bị hỏng. Lưu tệp lại theo bảng mã UTF-8.`
      case 'noWord':
        return `“${given}” phải bắt đầu bằng một chữ, không phải số hay dấu.`
      case 'tooLong':
        return `“${given.slice(0, 80)}” dài quá mười hai tiếng. Rút ngắn.`
      case 'conflict':
        return `“${given}” ở dòng trên đã mang nghĩa khác (${allowed.join(', ')}). Giữ một dòng.`
      case 'twice':
        return `“${given}” đã có ở dòng trên.`
      case 'known':
        return `“${given}” máy đã biết.`
      case 'changes':
        return `“${given}” vốn có nghĩa “${allowed.join(', ')}”; dòng này thay nghĩa đó.`
      case 'oneSyllable':
        return `“${given}” chỉ có một tiếng, sẽ khớp ở rất nhiều chỗ.`
      default:
        return `cột ${column}: “${given}”`
    }
  },
}

export const en: typeof vi = {
  title: 'Lexicon of the province',
  intro:
    'Teach the reader the province’s own words: names of indicators, bodies, projects, places. Documents that come in later are read with them.',
  add: 'Add words',
  addFile: 'Load a file',
  download: 'Download the file',
  offers: 'Offered by corrections',
  offersIntro:
    'Somebody corrected the reader when confirming. Take an offer, and next time it reads it right.',
  noOffers: 'Nothing is offered yet.',
  take: 'Take',
  decline: 'Decline',
  times: (n: number) => (n === 1 ? 'once' : `${n} times`),
  seeSource: 'See what was corrected',
  entries: 'In use',
  none: 'The province has no words of its own yet',
  noneDetail: 'Add words, load a file of three columns, or take an offer when there is one.',
  fromBodies: (n: number) =>
    `The reader also knows ${n} names, other names and abbreviations of the province’s bodies.`,
  fromIndicators: (n: number) =>
    `${n} more lines come from names and other names of indicators in the catalogue.`,
  class: 'Class',
  meaning: 'Meaning',
  phrases: 'Words',
  phrasesHint:
    'One way of writing a line. Capitals and the place of tone marks make no difference.',
  origin: 'From',
  origins: { person: 'a person', correction: 'a correction', file: 'a file' },
  withdraw: 'Remove',
  withdrawn: (phrase: string) => `“${phrase}” is no longer in the lexicon.`,
  added: (n: number) => (n === 1 ? 'One line added.' : `${n} lines added.`),
  nothingNew: 'The file says nothing new.',
  declined: 'It will not be offered again.',
  fileTitle: 'Load a lexicon file',
  fileHint:
    'Three columns with tabs between them: class, meaning, and the ways of writing with | between them. A spreadsheet can be pasted. A fault in one line, and no line is loaded.',
  fileText: 'Content of the file',
  chooseFile: 'Choose a file',
  check: 'Check',
  noFault: 'No fault.',
  faults: (n: number) => (n === 1 ? 'One thing to look at' : `${n} things to look at`),
  line: (n: number) => `Line ${n}`,
  warning: 'note',
  error: 'fault',
  classes: {
    indicator: 'Indicator',
    topic: 'Topic of shortcomings',
    body: 'Body that meets and decides',
    actor: 'Body that is told to act',
    group: 'Several bodies',
    place: 'Place',
    project: 'Project',
    unit: 'Unit, counted noun',
    title: 'Title of a person',
    surname: 'Surname',
    negative: 'Words for a shortcoming',
    neutral: 'Words not to be misread',
  },
  fault: ({ column, code, given, allowed }) => {
    switch (code) {
      case 'columns':
        return `not three columns with tabs: “${given.slice(0, 80)}”. Put a tab between class, meaning and words.`
      case 'unknownClass':
        return `there is no class “${given}”. Classes: ${few(allowed)}.`
      case 'badPayload':
        return allowed.length === 1 && allowed[0] === ''
          ? `column 2 of this class stays empty; “${given}” does not belong there.`
          : `column 2 cannot be “${given}”. Write one of: ${few(allowed)}.`
      case 'noPhrase':
        return 'column 3 has no words yet.'
      case 'broken':
        return `“${given}” has broken letters. Save the file as UTF-8.`
      case 'noWord':
        return `“${given}” has to begin with a word, not with a number or a mark.`
      case 'tooLong':
        return `“${given.slice(0, 80)}” is longer than twelve syllables. Shorten it.`
      case 'conflict':
        return `“${given}” means something else further up (${allowed.join(', ')}). Keep one line.`
      case 'twice':
        return `“${given}” stands further up already.`
      case 'known':
        return `the reader knows “${given}” already.`
      case 'changes':
        return `“${given}” meant “${allowed.join(', ')}”; this line changes that.`
      case 'oneSyllable':
        return `“${given}” is one syllable and will fire in very many places.`
      default:
        return `column ${column}: “${given}”`
    }
  },
}
