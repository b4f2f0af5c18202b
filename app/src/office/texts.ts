// Why a file could not be read, and what to do. Shown by the upload and by the command line.
import type { Failure, FailureCode, WarningCode } from './extracted.ts'

const detail = (failure: Failure, name: string): string => String(failure.details?.[name] ?? '')

const amount = (locale: 'vi' | 'en', failure: Failure, name: string): string => {
  const value = failure.details?.[name]
  return typeof value === 'number' ? value.toLocaleString(locale) : ''
}

const vi: Record<FailureCode, (failure: Failure) => string> = {
  empty: () => 'Tệp rỗng, không có chữ nào để đọc. Kiểm tra lại tệp đã lưu chưa.',
  tooLarge: () => 'Tệp lớn hơn 20 MB. Chia thành nhiều tệp hoặc bỏ bớt ảnh.',
  encrypted: () => 'Tệp được đặt mật khẩu. Mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.',
  textTooLong: (f) =>
    `Văn bản quá dài: ${amount('vi', f, 'characters') || amount('vi', f, 'pages')} ${f.details?.pages ? 'trang' : 'ký tự'}, tối đa ${amount('vi', f, 'most')}. Chia thành nhiều tệp rồi tải lên từng tệp.`,
  broken: (f) =>
    `Tệp hỏng hoặc bị cắt ngang${detail(f, 'what') && ` (${detail(f, 'what')})`}. Tải lại tệp từ nơi gửi hoặc mở và lưu lại.`,
  scanned: () =>
    'Tệp chỉ có ảnh chụp, không có lớp chữ. Dùng bản Word hoặc PDF xuất từ Word của văn bản này.',
  zipBomb: () =>
    'Tệp nén bung ra quá lớn so với một văn bản, nên không được mở. Mở bằng Word và lưu lại rồi tải lên.',
  unsafe: () =>
    'Tệp chứa khai báo XML (DOCTYPE) mà Word không bao giờ ghi, có thể để làm treo máy, nên không được mở. Mở bằng Word và lưu lại rồi tải lên.',
  tooDeep: () =>
    'Cấu trúc tệp lồng quá sâu so với một văn bản. Mở bằng Word hoặc trình duyệt và lưu lại thành .docx.',
  tooSlow: (f) =>
    `Đọc tệp quá lâu${detail(f, 'seconds') && ` (${detail(f, 'seconds')} giây)`} nên đã dừng. Chia nhỏ tệp hoặc lưu lại thành .docx.`,
  tooMuchMemory: () =>
    'Đọc tệp cần quá nhiều bộ nhớ nên đã dừng. Chia nhỏ tệp hoặc lưu lại thành .docx.',
  spreadsheet: () =>
    'Đây là bảng tính. Bảng số liệu Excel sẽ có ở bản sau; hiện hãy dùng báo cáo bằng chữ.',
  needsLibreOffice: (f) =>
    `Tệp .${detail(f, 'format')} cần LibreOffice trên máy chủ. Cài LibreOffice, hoặc lưu tệp thành .docx rồi tải lên.`,
  legacyEncoding: (f) =>
    `Tệp chữ không dùng bảng mã Unicode, cũng không phải TCVN3, VNI hay Windows-1258${detail(f, 'format') && ` (${detail(f, 'format')})`}, lần đầu ở dòng ${detail(f, 'line')}. Mở bằng Word hoặc Notepad và lưu lại bằng UTF-8.`,
  notText: (f) =>
    `Tệp không phải văn bản${detail(f, 'line') && ` (byte lạ ở dòng ${detail(f, 'line')})`}. Dùng .docx, .pdf, .html, .md hoặc .txt.`,
  program: (f) =>
    `Tệp là chương trình máy tính (${detail(f, 'format')}), không phải văn bản, dù mang tên gì. Không mở tệp này trên máy; hỏi lại người gửi.`,
  unsupported: (f) =>
    `Chưa đọc được loại tệp này${detail(f, 'format') && ` (${detail(f, 'format')})`}. Dùng .docx, .pdf, .html, .md hoặc .txt.`,
}

const en: Record<FailureCode, (failure: Failure) => string> = {
  empty: () => 'The file is empty: there is nothing to read. Check that it was saved.',
  tooLarge: () => 'The file is larger than 20 MB. Split it or drop pictures.',
  encrypted: () => 'The file has a password. Open it, remove the password, save, and upload again.',
  textTooLong: (f) =>
    `The text is too long: ${amount('en', f, 'characters') || amount('en', f, 'pages')} ${f.details?.pages ? 'pages' : 'characters'}, the limit is ${amount('en', f, 'most')}. Split it into several files.`,
  broken: (f) =>
    `The file is broken or cut off${detail(f, 'what') && ` (${detail(f, 'what')})`}. Get it again, or open and save it.`,
  scanned: () =>
    'The file holds only pictures, no text layer. Use the Word file, or a PDF exported from Word.',
  zipBomb: () =>
    'Unpacked, the file would be far too large for a document, so it was not opened. Open it in Word and save it again.',
  unsafe: () =>
    'The file holds an XML declaration (DOCTYPE) that Word never writes, perhaps meant to hang a computer, so it was not opened. Open it in Word, save it, and upload again.',
  tooDeep: () => 'The file is nested too deeply for a document. Open it and save it as .docx.',
  tooSlow: (f) =>
    `Reading took too long${detail(f, 'seconds') && ` (${detail(f, 'seconds')} seconds)`} and was stopped. Split the file or save it as .docx.`,
  tooMuchMemory: () =>
    'Reading needed too much memory and was stopped. Split the file or save it as .docx.',
  spreadsheet: () =>
    'This is a spreadsheet. Tables of figures come with a later release; use the written report.',
  needsLibreOffice: (f) =>
    `.${detail(f, 'format')} needs LibreOffice on the server. Install LibreOffice, or save the file as .docx.`,
  legacyEncoding: (f) =>
    `The text is not Unicode, nor TCVN3, VNI or Windows-1258${detail(f, 'format') && ` (${detail(f, 'format')})`}, first on line ${detail(f, 'line')}. Open it in Word or Notepad and save it as UTF-8.`,
  notText: (f) =>
    `The file is no text${detail(f, 'line') && ` (a stray byte on line ${detail(f, 'line')})`}. Use .docx, .pdf, .html, .md or .txt.`,
  program: (f) =>
    `The file is a computer program (${detail(f, 'format')}), not a document, whatever its name. Do not open it on your machine; ask who sent it.`,
  unsupported: (f) =>
    `This kind of file cannot be read yet${detail(f, 'format') && ` (${detail(f, 'format')})`}. Use .docx, .pdf, .html, .md or .txt.`,
}

/** The reason in a sentence or two. */
export const failureText = (locale: 'vi' | 'en', failure: Failure): string =>
  (locale === 'en' ? en : vi)[failure.code](failure)

const warningsVi: Record<WarningCode, string> = {
  notVietnamese: 'Văn bản có vẻ không phải tiếng Việt nên hầu như không đọc được gì.',
  headersApart: 'Đầu trang và chân trang được để riêng, không đọc.',
  notesApart: 'Chú thích và nhận xét được để riêng, không đọc.',
  pagesWithoutText: 'Một số trang chỉ có ảnh nên không đọc được.',
  trackedChanges: 'Tệp còn sửa đổi chưa chấp nhận; đọc theo bản đã chấp nhận.',
  oldEncoding:
    'Tệp dùng bảng mã cũ (TCVN3, VNI hoặc Windows-1258); chữ đã được chuyển sang Unicode.',
}

const warningsEn: typeof warningsVi = {
  notVietnamese: 'The text does not seem to be Vietnamese, so next to nothing can be read.',
  headersApart: 'Page headers and footers are kept apart and not read.',
  notesApart: 'Notes and comments are kept apart and not read.',
  pagesWithoutText: 'Some pages hold only pictures and could not be read.',
  trackedChanges: 'The file has unaccepted changes; it is read as if they were accepted.',
  oldEncoding:
    'The file was in an old encoding (TCVN3, VNI or Windows-1258); its letters are Unicode now.',
}

export const warningText = (locale: 'vi' | 'en', code: WarningCode): string =>
  (locale === 'en' ? warningsEn : warningsVi)[code]
