// Everything the command line says, Vietnamese and English.

import { roles } from '../http/access.ts'

export type Language = 'vi' | 'en'

const vi = {
  tagline: 'từ câu văn trong báo cáo đến kết quả thực hiện',
  usage: 'Cách dùng: giaoban <lệnh> [tham số]',
  otherLanguage: 'In English: giaoban --help --lang en',
  moreHelp: 'Chi tiết từng lệnh: giaoban help <lệnh>',
  example: 'Ví dụ',
  examples: 'Ví dụ:',
  arguments: 'Tham số:',
  options: 'Tùy chọn:',
  groups: {
    reading: 'Đọc báo cáo',
    running: 'Chạy hệ thống',
    people: 'Tỉnh và tài khoản',
    safety: 'An toàn dữ liệu',
  },
  commands: {
    read: 'Đọc báo cáo, in ra những gì tìm thấy; không cần máy chủ',
    import: 'Đưa văn bản vào hệ thống; tệp đã có được nhận ra, không nhân đôi',
    lexicon: 'Từ điển riêng: kiểm tra một tệp trước khi nạp',
    lexiconCheck: 'Kiểm tra tệp từ điển, nêu từng dòng sai',
    evaluate: 'Đo máy đọc trên những gì cán bộ đã xác nhận, sửa, bác bỏ',
    start: 'Chạy máy chủ (như npm start)',
    status: 'Xem hệ thống có khỏe không: phiên bản, số liệu, nhật ký, sao lưu',
    province: 'Thêm tỉnh (kèm tài khoản quản trị đầu tiên), xem các tỉnh',
    account: 'Thêm tài khoản, xem các tài khoản, cấp mã một lần',
    provinceAdd: 'Thêm một tỉnh cùng tài khoản quản trị đầu tiên',
    provinceList: 'Các tỉnh có trong hệ thống',
    accountAdd: 'Thêm tài khoản; mật khẩu được in ra một lần',
    accountList: 'Các tài khoản của một tỉnh',
    accountReset:
      'Cấp mã một lần cho tài khoản (quên mật khẩu, quản trị viên cuối cùng), mở lại nếu đã khóa',
    record: 'Nhật ký: ký đầu chuỗi, xuất để kiểm tra bên ngoài, khóa công khai',
    backup: 'Sao lưu tất cả vào một tệp; máy chủ vẫn chạy được',
    restore: 'Khôi phục từ tệp sao lưu, đối chiếu từng bảng với tệp',
    destructions: 'Xuất danh sách văn bản đã hủy, để hủy lại khi khôi phục ở máy khác',
    person: 'Dữ liệu cá nhân của một người',
    personExport:
      'Xuất mọi dữ liệu đang giữ về một tài khoản (theo địa chỉ) hay một người (theo mã)',
    quarantine:
      'Cách ly văn bản nghi lộ bí mật: khuất với mọi người ngay, in ai đã đọc; sau đó bỏ cách ly hoặc hủy',
  },
  option: {
    lang: 'ngôn ngữ: vi hoặc en',
    version: 'in phiên bản',
    help: 'in hướng dẫn',
    data: 'thư mục dữ liệu',
    sample: 'dùng tỉnh mẫu',
    date: 'ngày của văn bản (YYYY-MM-DD), nếu biết',
    format: 'table, json, jsonl, markdown hoặc csv (mặc định json)',
    kinds: 'chỉ các loại này, cách nhau bằng dấu phẩy',
    withText: 'kèm toàn văn đã trích xuất',
    trace: 'kèm giải thích vì sao',
    spoken: 'đọc cả số theo lối nói (hai mốt, một triệu hai)',
    lexicon: 'đọc cùng từ điển riêng trong tệp này (xem lexicon check)',
    threads: 'số luồng đọc cùng lúc (mặc định: số bộ xử lý)',
    progress: 'hiện đã đọc được bao nhiêu',
    input: 'jsonl: mỗi dòng một {"name","text","date"} từ đầu vào chuẩn',
    province: 'tỉnh (mã như in ở province list)',
    as: 'địa chỉ tài khoản đứng tên nhập',
    out: 'ghi vào tệp này thay vì in ra',
    asHandler: 'địa chỉ tài khoản đứng tên xử lý',
    reason: 'lý do, ghi vào nhật ký',
    release: 'bỏ cách ly: ai được đọc lại đọc như trước',
    destroy: 'hủy vĩnh viễn văn bản đang cách ly và mọi mục lấy từ nó',
    showIncident: 'chỉ in phiếu sự cố, không đổi gì',
    declareNoSecrets: 'khai: các tệp không chứa bí mật nhà nước (bắt buộc, ghi vào nhật ký)',
    account: 'địa chỉ tài khoản quản trị đầu tiên',
    name: 'họ tên',
    role: `vai trò: ${roles.join(', ')}`,
    json: 'in dạng JSON',
    exportSet: 'ghi bộ đánh giá (có toàn văn) vào tệp này, không đo',
    save: 'lưu kết quả vào tệp này',
    against: 'so với kết quả đã lưu; thoát 1 nếu có loại kém hơn',
    replace: 'thay dữ liệu đang có (bản hiện tại được sao lưu trước)',
    destructions: 'danh sách văn bản đã hủy sau lần sao lưu này',
  },
  wrongCall: {
    'commander.unknownCommand': (what: string) => `Không có lệnh "${what}".`,
    'commander.unknownOption': (what: string) => `Không có tùy chọn "${what}".`,
    'commander.missingArgument': (what: string) => `Thiếu tham số <${what}>.`,
    'commander.missingMandatoryOptionValue': (what: string) => `Thiếu tùy chọn bắt buộc ${what}.`,
    'commander.optionMissingArgument': (what: string) => `Tùy chọn ${what} cần một giá trị.`,
    'commander.excessArguments': () => 'Thừa tham số.',
  } as Record<string, (what: string) => string>,
  perhaps: (what: string) => `Có phải là: ${what}?`,
  seeHelp: (command: string) => `Xem: ${command} --help`,
  noData: (folder: string) =>
    `Chưa có dữ liệu trong ${folder}. Chạy npm start để thiết lập, hoặc nêu thư mục dữ liệu bằng --data.`,
  noFile: 'không có tệp này',
  noPermission: 'không có quyền đọc tệp này',
  cannotWrite: (file: string, why: string) =>
    `Không ghi được ${file}: ${why}. Bản sao lưu cũ ở đó (nếu có) còn nguyên. Chọn nơi khác.`,
  folderMissing: 'thư mục không có',
  noWritePermission: 'không có quyền ghi',
  diskFull: 'đĩa đầy',
  isFolderItself: 'là thư mục; nêu tên tệp',
  isFolder: 'là thư mục không có văn bản nào (.txt .md .html .docx .pdf)',
  badDate: (value: string) => `"${value}" không phải ngày. Viết dạng YYYY-MM-DD, ví dụ 2025-07-08.`,
  badFormat: (value: string, known: string) => `Không có dạng "${value}". Chọn: ${known}.`,
  badKind: (value: string, known: string) => `Không có loại "${value}". Chọn: ${known}.`,
  badInput: (value: string) => `Không có dạng vào "${value}". Chỉ có: jsonl.`,
  inputFromStdin: 'Với --input jsonl, viết "-" thay cho tên tệp: giaoban read --input jsonl -',
  inputIsLines: 'Với --input jsonl, kết quả luôn là mỗi dòng một JSON; bỏ --format.',
  badLine: (number: number) =>
    `dòng ${number}: không phải JSON có "text" (và "name", "date" nếu có). Bỏ qua dòng này.`,
  badThreads: (value: string) => `Số luồng "${value}" không dùng được. Viết một số từ 1 đến 256.`,
  readerBroke: (name: string, why: string) =>
    `${name}: máy đọc gặp lỗi (${why}). Bỏ qua văn bản này, đọc tiếp các văn bản khác.`,
  lineNamed: (number: number) => `dòng ${number}`,
  threadEnded: 'luồng đọc dừng đột ngột',
  tooSlow: (seconds: number) => `quá ${seconds} giây`,
  readProgress: (done: number, troubles: number, seconds: number) =>
    `đã đọc ${done}, ${troubles} không đọc được, ${Math.round(done / Math.max(seconds, 0.001))} văn bản/giây`,
  badRole: (value: string) => `Không có vai trò "${value}". Chọn: ${roles.join(', ')}.`,
  badLanguage: (value: string) => `Không có ngôn ngữ "${value}". Chọn: vi, en.`,
  noProvinceYet:
    'Chưa có tỉnh nào. Thêm: giaoban province add "Tỉnh Sơn Hà" --account quantri@sonha',
  noSuchProvince: (slug: string, known: string) => `Không có tỉnh "${slug}". Đang có: ${known}.`,
  whichProvince: (known: string) => `Có nhiều tỉnh; nói rõ bằng --province: ${known}.`,
  noSuchAccount: (address: string, province: string) =>
    `Tỉnh "${province}" không có tài khoản đang mở "${address}". Xem: giaoban account list --province ${province}`,
  whichAccount: 'Nói rõ ai đứng tên nhập: --as ĐỊA_CHỈ',
  personExported: (name: string, rows: number, file: string) =>
    `Đã xuất ${rows} dòng dữ liệu về ${name} vào ${file}.`,
  quarantine: {
    badId: (given: string) =>
      `"${given}" không phải mã văn bản. Lấy mã ở địa chỉ trang của văn bản.`,
    oneOf: 'Chọn một: --release hoặc --destroy.',
    noReason: 'Nói rõ lý do: --reason "…"',
    placed: 'Đã cách ly: từ lúc này không ai đọc được văn bản và mọi mục lấy từ nó.',
    released: 'Đã bỏ cách ly.',
    destroyed: 'Đã hủy vĩnh viễn; nhật ký còn lại và vẫn kiểm tra được.',
    document: 'Văn bản',
    status: 'Trạng thái',
    added: 'Đưa vào',
    level: 'Mức lưu hành',
    drawn: 'Đã lấy ra',
    readers: 'Ai đã mở (theo nhật ký truy cập)',
    columns: ['tài khoản', 'lần đầu', 'lần cuối', 'số lần', 'ghi chú'],
    downloaded: 'đã tải tệp gốc',
    exported: 'đã xuất dữ liệu',
    system: 'máy chủ (dòng lệnh)',
    nobody: 'không có ai',
    beyond:
      'Danh sách và tìm kiếm cho thấy từng câu mà không ghi từng văn bản; bản sao lưu làm từ khi đưa vào còn giữ văn bản: hủy chúng hoặc phục hồi có kèm sổ hủy.',
  },
  notDeclared:
    'Khai rằng các tệp không chứa bí mật nhà nước: --declare-no-secrets. Chưa có gì được đưa vào.',
  provinceAdded: (name: string, slug: string) => `Đã thêm ${name} (${slug}).`,
  passwordOnce: (address: string, password: string) =>
    `${address}  ${password}\nMật khẩu chỉ in lần này. Đổi ngay sau khi đăng nhập.`,
  codeOnce: (address: string, code: string) =>
    `${address}  ${code}\nMã chỉ in lần này, dùng một lần trong 24 giờ: nhập vào ô mật khẩu rồi chọn mật khẩu mới.`,
  resetReason: 'giaoban account reset',
  imported: (count: number) => `đã nhập, ${count} phát hiện chờ xem`,
  already: 'đã có từ trước, không nhập lại',
  columns: {
    file: 'tệp',
    result: 'kết quả',
    slug: 'mã',
    name: 'tên',
    address: 'địa chỉ',
    role: 'vai trò',
    state: 'trạng thái',
    table: 'bảng',
    rows: 'số dòng',
  },
  open: 'đang mở',
  closed: 'đã khóa',
  backedUp: (file: string, rows: number, size: string) =>
    `Đã sao lưu vào ${file}: ${rows} dòng, ${size}. Khóa và mật khẩu của máy chủ không nằm trong tệp này.`,
  safetyCopy: (file: string) => `Dữ liệu hiện tại đã được sao lưu trước vào ${file}`,
  restored: (file: string, product: string, madeAt: string) =>
    `Đã khôi phục từ ${file} (bản ${product}, sao lưu ${madeAt}). Mọi bảng giống hệt tệp:`,
  recordIntact: (name: string, links: number, head: string) =>
    `${name}: nhật ký nguyên vẹn, ${links} bản ghi, đầu chuỗi ${head}`,
  mailsInDoubt: (count: number) =>
    `${count} thư đang chờ khi sao lưu có thể đã gửi sau đó: quản trị quyết định ở trang Thư đi.`,
  quarantinedAgain: (count: number) => `${count} văn bản đang cách ly vẫn được cách ly.`,
  destroyedAgain: (count: number) => `${count} văn bản đã hủy sau lần sao lưu được hủy lại.`,
  signInAgain: 'Mọi người cần đăng nhập lại.',
  damaged: (file: string, why: string) =>
    `${file} không dùng được (${why}). Chưa có gì thay đổi. Dùng một tệp sao lưu khác.`,
  refused: {
    notEmpty: (what: string) =>
      `Hệ thống đang có dữ liệu (${what}). Thêm --replace nếu thật sự muốn thay; dữ liệu hiện tại sẽ được sao lưu trước.`,
    foreignTables: (what: string) =>
      `Cơ sở dữ liệu có bảng không phải của Giao Ban (${what}). Dùng một cơ sở dữ liệu riêng. Chưa có gì thay đổi.`,
    newerRelease: (what: string) =>
      `Tệp được tạo bởi bản Giao Ban ${what} mới hơn bản này. Cập nhật Giao Ban rồi khôi phục lại.`,
    differs: (what: string) =>
      `Bảng ${what} sau khi nạp không giống trong tệp. Chưa có gì thay đổi.`,
    recordBroken: (what: string) => `Nhật ký của ${what} trong tệp đã bị sửa. Chưa có gì thay đổi.`,
  },
  serverRuns: (pid: number) => `Máy chủ đang chạy (tiến trình ${pid}). Dừng máy chủ rồi khôi phục.`,
  badDestructions: (file: string) =>
    `${file} không phải danh sách văn bản đã hủy (giaoban destructions in ra) hay tệp sao lưu.`,
  status: {
    product: 'phiên bản',
    data: 'dữ liệu',
    server: 'máy chủ',
    running: (pid: number) => `đang chạy (tiến trình ${pid})`,
    stopped: 'không chạy',
    external: 'PostgreSQL riêng (DATABASE_URL)',
    database: 'PostgreSQL',
    size: 'dung lượng dữ liệu',
    free: 'đĩa còn trống',
    backup: 'sao lưu gần nhất',
    never: 'chưa có; chạy: giaoban backup TỆP',
    noProvince: 'chưa thiết lập: chạy npm start và mở đường dẫn được in ra',
    province: (documents: number, waiting: number, links: number) =>
      `${documents} văn bản, ${waiting} phát hiện chờ xem, nhật ký ${links} bản ghi nguyên vẹn`,
    broken: (at: number) => `NHẬT KÝ BỊ SỬA tại bản ghi ${at}`,
    role: 'vai trò trong CSDL',
    roleOwner: (why: 'noPassword' | 'mayNotCreate' | 'cannotConnect') =>
      `! chủ sở hữu các bảng: nhật ký không được cơ sở dữ liệu che chắn vì ${
        {
          noPassword: 'DATABASE_URL không có mật khẩu',
          mayNotCreate: 'người dùng của DATABASE_URL không được tạo vai trò (cần CREATEROLE)',
          cannotConnect: 'máy chủ không cho vai trò riêng đăng nhập (pg_hba.conf)',
        }[why]
      }; xem docs/operations.md`,
    signed: (number: number, at: string, count: number) =>
      `đầu nhật ký số ${number} ký lúc ${at}, ${count} bản ghi`,
    notSigned: 'chưa ký đầu nhật ký nào',
    diskLow: 'Đĩa sắp đầy: dọn bớt hoặc chuyển thư mục dữ liệu.',
  },
  unexpected: (why: string) =>
    `Lỗi ngoài dự kiến: ${why}. Chưa có gì bị ghi dở. Đặt GIAOBAN_DEBUG=1 để xem chi tiết.`,
}

export type CliTexts = typeof vi

const en: CliTexts = {
  tagline: 'from the sentence in a report to what became of it',
  usage: 'Usage: giaoban <command> [options]',
  otherLanguage: 'Bằng tiếng Việt: giaoban --help --lang vi',
  moreHelp: 'More on one command: giaoban help <command>',
  example: 'Example',
  examples: 'Examples:',
  arguments: 'Arguments:',
  options: 'Options:',
  groups: {
    reading: 'Reading reports',
    running: 'Running the system',
    people: 'Provinces and accounts',
    safety: 'Keeping data safe',
  },
  commands: {
    read: 'Read reports and print what was found; needs no server',
    import: 'Bring documents in; a file that is here already is recognised, not doubled',
    lexicon: 'A lexicon of your own: check a file before it is loaded',
    lexiconCheck: 'Check a lexicon file, line by line',
    evaluate: 'Measure the reader on what people confirmed, edited and rejected',
    start: 'Run the server (as npm start does)',
    status: 'Is it healthy: version, counts, record, last backup',
    province: 'Add a province (with its first administrator), list the provinces',
    account: 'Add an account, list the accounts, give a one-time code',
    provinceAdd: 'Add a province and its first administrator account',
    provinceList: 'The provinces on this server',
    accountAdd: 'Add an account; its password is printed once',
    accountList: 'The accounts of a province',
    accountReset:
      'Give an account a one-time code (forgotten password, last administrator); reopens a closed one',
    record: 'The record: sign its head, export it for checking elsewhere, the public key',
    backup: 'Back everything up into one file; the server may go on',
    restore: 'Restore from a backup file and compare every table with it',
    destructions: 'Export the list of destroyed documents, for a restore on another machine',
    person: 'Personal data of somebody',
    personExport: 'Export everything held on an account (by its address) or a person (by the id)',
    quarantine:
      'Put a spilled document away from everybody at once and tell who read it; later release or destroy it',
  },
  option: {
    lang: 'language: vi or en',
    version: 'print the version',
    help: 'print this help',
    data: 'data folder',
    sample: 'use the sample province',
    date: "the document's date (YYYY-MM-DD), where known",
    format: 'table, json, jsonl, markdown or csv (default json)',
    kinds: 'only these kinds, separated by commas',
    withText: 'include the extracted text',
    trace: 'explain why each was found',
    spoken: 'also read numbers as they are spoken (hai mốt, một triệu hai)',
    lexicon: 'read with the lexicon in this file beside the built-in one (see lexicon check)',
    threads: 'how many threads read at once (as many as processors)',
    progress: 'show how many have been read',
    input: 'jsonl: one {"name","text","date"} a line from standard input',
    province: 'province (its code as in province list)',
    as: 'address of the account that brings it in',
    out: 'write to this file instead of printing',
    asHandler: 'address of the account that handles it',
    reason: 'why; goes on record',
    release: 'end the quarantine: whoever could read it reads it again',
    destroy: 'destroy for good what is in quarantine, and every entry taken from it',
    showIncident: 'only print the incident sheet',
    declareNoSecrets: 'declare that the files hold no state secrets (required, goes on record)',
    account: "the first administrator's address",
    name: 'full name',
    role: `a role: ${roles.join(', ')}`,
    json: 'print JSON',
    exportSet: 'write the evaluation set (with whole texts) to this file instead of measuring',
    save: 'save the result to this file',
    against: 'compare with a saved result; exit 1 where a kind is worse',
    replace: 'replace what is there (it is backed up first)',
    destructions: 'list of documents destroyed after this backup',
  },
  wrongCall: {
    'commander.unknownCommand': (what) => `There is no command "${what}".`,
    'commander.unknownOption': (what) => `There is no option "${what}".`,
    'commander.missingArgument': (what) => `The argument <${what}> is missing.`,
    'commander.missingMandatoryOptionValue': (what) => `The option ${what} is needed.`,
    'commander.optionMissingArgument': (what) => `The option ${what} needs a value.`,
    'commander.excessArguments': () => 'Too many arguments.',
  },
  perhaps: (what) => `Did you mean ${what}?`,
  seeHelp: (command) => `See: ${command} --help`,
  noData: (folder) =>
    `There is no data in ${folder}. Run npm start to set it up, or name the data folder with --data.`,
  noFile: 'there is no such file',
  noPermission: 'no permission to read this file',
  cannotWrite: (file, why) =>
    `${file} cannot be written: ${why}. A former backup there is as it was. Choose another place.`,
  folderMissing: 'there is no such folder',
  noWritePermission: 'no permission to write there',
  diskFull: 'the disk is full',
  isFolderItself: 'is a folder; name a file',
  isFolder: 'is a folder without any document (.txt .md .html .docx .pdf)',
  badDate: (value) => `"${value}" is no date. Write YYYY-MM-DD, for example 2025-07-08.`,
  badFormat: (value, known) => `There is no format "${value}". Choose: ${known}.`,
  badKind: (value, known) => `There is no kind "${value}". Choose: ${known}.`,
  badInput: (value) => `There is no input "${value}". There is only: jsonl.`,
  inputFromStdin: 'With --input jsonl, write "-" for the file: giaoban read --input jsonl -',
  inputIsLines: 'With --input jsonl the result is always one JSON a line; leave --format out.',
  badLine: (number) =>
    `line ${number}: not JSON with "text" (and "name", "date" where there are any). Skipped.`,
  badThreads: (value) => `"${value}" threads cannot be. Write a number from 1 to 256.`,
  readerBroke: (name, why) =>
    `${name}: the reader failed (${why}). This document is left out, the others are read.`,
  lineNamed: (number) => `line ${number}`,
  threadEnded: 'its thread ended',
  tooSlow: (seconds) => `more than ${seconds} seconds`,
  readProgress: (done, troubles, seconds) =>
    `${done} read, ${troubles} could not be, ${Math.round(done / Math.max(seconds, 0.001))} documents a second`,
  badRole: (value) => `There is no role "${value}". Choose: ${roles.join(', ')}.`,
  badLanguage: (value) => `There is no language "${value}". Choose: vi, en.`,
  noProvinceYet:
    'There is no province yet. Add one: giaoban province add "Tỉnh Sơn Hà" --account quantri@sonha',
  noSuchProvince: (slug, known) => `There is no province "${slug}". There are: ${known}.`,
  whichProvince: (known) => `There are several provinces; say which with --province: ${known}.`,
  noSuchAccount: (address, province) =>
    `Province "${province}" has no open account "${address}". See: giaoban account list --province ${province}`,
  whichAccount: 'Say who brings it in: --as ADDRESS',
  personExported: (name, rows, file) => `${rows} rows on ${name} written to ${file}.`,
  quarantine: {
    badId: (given: string) =>
      `"${given}" is no id of a document. It stands in the address of its page.`,
    oneOf: 'Choose one: --release or --destroy.',
    noReason: 'Say why: --reason "…"',
    placed: 'In quarantine: from now on nobody reads the document or anything drawn from it.',
    released: 'Out of quarantine.',
    destroyed: 'Destroyed for good; the record remains and still verifies.',
    document: 'Document',
    status: 'State',
    added: 'Brought in',
    level: 'Level',
    drawn: 'Drawn from it',
    readers: 'Who opened it (by the access log)',
    columns: ['account', 'first', 'last', 'times', 'note'],
    downloaded: 'downloaded the original',
    exported: 'exported',
    system: 'the server (command line)',
    nobody: 'nobody',
    beyond:
      'Lists and search show single sentences without naming the document in the log; backups made since it was brought in hold it: destroy them, or restore with the ledger of destructions.',
  },
  notDeclared:
    'Declare that the files hold no state secrets: --declare-no-secrets. Nothing was brought in.',
  provinceAdded: (name, slug) => `Added ${name} (${slug}).`,
  passwordOnce: (address, password) =>
    `${address}  ${password}\nThe password is printed only now. Change it after signing in.`,
  codeOnce: (address, code) =>
    `${address}  ${code}\nThe code is printed only now, good once within 24 hours: enter it as the password, then choose a new one.`,
  resetReason: 'giaoban account reset',
  imported: (count) => `added, ${count} findings to review`,
  already: 'here already, not added again',
  columns: {
    file: 'file',
    result: 'result',
    slug: 'code',
    name: 'name',
    address: 'address',
    role: 'role',
    state: 'state',
    table: 'table',
    rows: 'rows',
  },
  open: 'open',
  closed: 'closed',
  backedUp: (file, rows, size) =>
    `Backed up into ${file}: ${rows} rows, ${size}. The server's keys and passwords are not in it.`,
  safetyCopy: (file) => `What was there has been backed up first, into ${file}`,
  restored: (file, product, madeAt) =>
    `Restored from ${file} (release ${product}, made ${madeAt}). Every table is as in the file:`,
  recordIntact: (name, links, head) => `${name}: record intact, ${links} links, head ${head}`,
  mailsInDoubt: (count) =>
    `${count} mails that waited in the backup may have gone out since: an administrator decides under Outgoing mails.`,
  quarantinedAgain: (count) => `${count} documents in quarantine stay there.`,
  destroyedAgain: (count) => `${count} documents destroyed after the backup were destroyed again.`,
  signInAgain: 'Everybody has to sign in again.',
  damaged: (file, why) =>
    `${file} cannot be used (${why}). Nothing was changed. Use another backup file.`,
  refused: {
    notEmpty: (what) =>
      `There is data already (${what}). Add --replace if it is to be replaced; it will be backed up first.`,
    foreignTables: (what) =>
      `The database holds a table that is not of Giao Ban (${what}). Use a database of its own. Nothing was changed.`,
    newerRelease: (what) =>
      `The file was made by Giao Ban ${what}, which is newer than this. Update Giao Ban, then restore.`,
    differs: (what) => `Table ${what} did not come out as in the file. Nothing was changed.`,
    recordBroken: (what) =>
      `The record of ${what} in the file has been altered. Nothing was changed.`,
  },
  serverRuns: (pid) => `The server is running (process ${pid}). Stop it, then restore.`,
  badDestructions: (file) =>
    `${file} is neither a list of destructions (as giaoban destructions prints) nor a backup.`,
  status: {
    product: 'version',
    data: 'data',
    server: 'server',
    running: (pid) => `running (process ${pid})`,
    stopped: 'not running',
    external: 'a PostgreSQL of your own (DATABASE_URL)',
    database: 'PostgreSQL',
    size: 'size of the data',
    free: 'free on disk',
    backup: 'last backup',
    never: 'none yet; run: giaoban backup FILE',
    noProvince: 'not set up: run npm start and open the address it prints',
    province: (documents, waiting, links) =>
      `${documents} documents, ${waiting} findings to review, record of ${links} links intact`,
    broken: (at) => `RECORD ALTERED at link ${at}`,
    role: 'role in the database',
    roleOwner: (why) =>
      `! the owner of the tables: the database does not shield the record, because ${
        {
          noPassword: 'DATABASE_URL has no password',
          mayNotCreate: 'the user of DATABASE_URL may not make roles (CREATEROLE is needed)',
          cannotConnect: 'the server does not let the role in (pg_hba.conf)',
        }[why]
      }; see docs/operations.md`,
    signed: (number, at, count) => `head ${number} of the record signed at ${at}, ${count} links`,
    notSigned: 'no head of the record signed yet',
    diskLow: 'The disk is nearly full: make room, or move the data folder.',
  },
  unexpected: (why) =>
    `Unexpected error: ${why}. Nothing was half-written. Set GIAOBAN_DEBUG=1 for details.`,
}

export const cliTexts: Record<Language, CliTexts> = { vi, en }
