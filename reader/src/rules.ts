// What each rule says, in a sentence a person can check against the text. The id is the finding's `rule`;
// a rule without a sentence of its own has that of its family, the part before the dot.

/** A rule in Vietnamese and English. */
export interface RuleText {
  vi: string
  en: string
}

const sentences: Record<string, RuleText> = {
  quantity: {
    vi: 'Số viết liền với đơn vị tính.',
    en: 'A number with its unit behind it.',
  },
  'quantity.noun': {
    vi: 'Số đứng trước danh từ đếm được.',
    en: 'A number in front of a counted noun.',
  },
  'quantity.range': {
    vi: 'Hai số nối bằng “đến” hoặc gạch ngang, chung một đơn vị.',
    en: 'Two numbers joined by “đến” or a dash, with one unit.',
  },
  'quantity.ofTotal': {
    vi: 'Dạng n/m: bao nhiêu trong tổng số, vì m không phải tháng hay số văn bản.',
    en: 'The form n/m: so many of a total, because m is neither a month nor a document number.',
  },
  'quantity.table': {
    vi: 'Số trong bảng; đơn vị lấy ở cột hoặc đầu bảng.',
    en: 'A number in a table; its unit stands in a column or in the head.',
  },
  statement: {
    vi: 'Chỉ tiêu gắn với số liệu của nó trong cùng mệnh đề.',
    en: 'An indicator joined to its figure within the clause.',
  },
  'statement.catalogue': {
    vi: 'Tên chỉ tiêu có trong danh mục, đứng gần số liệu nhất về phía trước.',
    en: 'A name of the catalogue, the nearest in front of the figure.',
  },
  'statement.noun': {
    vi: 'Cụm danh từ trước động từ mức độ, hoặc danh từ được đếm.',
    en: 'The noun phrase in front of the verb of level, or the noun that is counted.',
  },
  'statement.table': {
    vi: 'Dòng và cột của bảng.',
    en: 'A row and a column of a table.',
  },
  'statement.direction': {
    vi: 'Chỉ nêu tăng, giảm hay thấp hơn, không nêu số.',
    en: 'Only says up, down or lower, without a figure.',
  },
  period: {
    vi: 'Ngày, kỳ; phần không viết ra được lấy từ kỳ nêu gần nhất phía trước hoặc của văn bản.',
    en: 'A date or period; what is not written is taken from the nearest one before or from the document.',
  },
  'period.until': {
    vi: 'Từ đầu kỳ đến mốc nêu trong câu.',
    en: 'From the beginning of the period to the day that is named.',
  },
  'period.fromNow': {
    vi: 'Từ nay đến mốc nêu trong câu.',
    en: 'From now to the day that is named.',
  },
  'period.relative': {
    vi: 'Khoảng thời gian kể từ ngày của văn bản; không biết ngày ấy thì không suy.',
    en: 'A time told from the day of the document; where that day is not known, nothing is read.',
  },
  'period.schoolYear': {
    vi: 'Năm học: từ tháng 9 năm trước đến hết tháng 5 năm sau.',
    en: 'A school year: from September to the end of May.',
  },
  'period.lunarMonth': {
    vi: 'Tháng âm lịch: giữ nguyên chữ, không suy ra ngày dương lịch.',
    en: 'A month of the lunar calendar: kept as written, no days are guessed.',
  },
  'period.term': {
    vi: 'Nhiệm kỳ, giai đoạn: từ 01/01 năm đầu đến 31/12 năm cuối.',
    en: 'A term or plan period: 1 January of its first year to 31 December of its last.',
  },
  meeting: {
    vi: 'Cuộc họp được tường thuật.',
    en: 'The meeting that is reported.',
  },
  'meeting.named': {
    vi: 'Từ chỉ hội nghị đi cùng cơ quan họp, ngày hoặc lần thứ.',
    en: 'A word for a meeting with its body, date or number.',
  },
  'meeting.mentioned': {
    vi: 'Từ chỉ hội nghị được nhắc nhiều nhất, không nêu đủ cơ quan họp.',
    en: 'The meeting mentioned most, without its whole body.',
  },
  'meeting.deciding': {
    vi: 'Cơ quan quyết định; cuộc họp không được gọi tên.',
    en: 'A body decides; the meeting itself is not named.',
  },
  agenda: {
    vi: 'Nội dung được đưa ra hội nghị.',
    en: 'A matter that is brought before the meeting.',
  },
  'agenda.title': {
    vi: 'Tên nội dung sau các động từ xem xét, cho ý kiến, thảo luận.',
    en: 'The title behind a verb of considering, discussing or giving an opinion.',
  },
  'agenda.group': {
    vi: 'Chỉ nêu số nội dung, không nêu tên từng nội dung.',
    en: 'Only the number of items is given.',
  },
  opinion: {
    vi: 'Ý kiến của đại biểu hoặc kiến nghị lên trên, không phải nhiệm vụ được giao.',
    en: 'An opinion of a delegate or a request upwards, not an order.',
  },
  'opinion.counted': {
    vi: 'Số ý kiến phát biểu.',
    en: 'The number of opinions.',
  },
  decision: {
    vi: 'Động từ quyết định của hội nghị hoặc người kết luận, hoặc đứng đầu một điểm kết luận, dưới đề mục “Về …”; kết quả theo động từ.',
    en: 'A deciding verb of the meeting or of whoever concludes, or at the head of a point of the conclusion, below a heading “Về …”; the verb tells the outcome.',
  },
  assignment: {
    vi: 'Việc được giao.',
    en: 'Something that is to be done.',
  },
  'assignment.order': {
    vi: 'Việc nêu sau “yêu cầu”, “giao”, “đề nghị” của người chỉ đạo.',
    en: 'Behind an order of whoever directs: “yêu cầu”, “giao”, “đề nghị”.',
  },
  'assignment.continued': {
    vi: 'Câu bắt đầu bằng động từ, hoặc bằng tên cơ quan và động từ, tiếp theo một mệnh lệnh hay kết luận; người giao và người nhận có thể lấy ở trên.',
    en: 'A sentence that begins with a verb, or with a body and a verb, and goes on from an order or a conclusion; who and by whom may come from above.',
  },
  shortcoming: {
    vi: 'Chủ đề đi với lời đánh giá chưa tốt.',
    en: 'A topic with a word that finds it wanting.',
  },
  'shortcoming.opened': {
    vi: 'Nằm trong đoạn được mở bằng “tuy nhiên”, “hạn chế”, “khó khăn”…',
    en: 'In a passage opened by “tuy nhiên”, “hạn chế”, “khó khăn” …',
  },
  'shortcoming.alone': {
    vi: 'Chỉ dựa vào lời đánh giá, không có lời mở đoạn; trong đoạn đã nêu một hạn chế thì lời chưa rõ cũng tính.',
    en: 'Only the word that finds it wanting says so; nothing opens the passage. In a paragraph that has named one, less clear words count too.',
  },
  citation: {
    vi: 'Loại văn bản cùng số, ký hiệu.',
    en: 'The type of an instrument with its number.',
  },
  'citation.symbol': {
    vi: 'Loại văn bản cùng số và ký hiệu đầy đủ.',
    en: 'The type of an instrument with number and symbol.',
  },
  'citation.number': {
    vi: 'Loại văn bản cùng số; cơ quan ban hành lấy ở sau “của” hoặc đầu danh sách.',
    en: 'The type with a bare number; the issuer stands behind “của” or at the head of the list.',
  },
  'citation.congress': {
    vi: 'Nghị quyết được gọi theo kỳ đại hội.',
    en: 'A resolution called by its congress.',
  },
  'citation.law': {
    vi: 'Luật được gọi theo tên và năm.',
    en: 'A law called by its name and year.',
  },
  organisation: {
    vi: 'Tên cơ quan: từ đứng đầu và phần riêng theo sau.',
    en: 'A body: its head word and what follows.',
  },
  person: {
    vi: 'Họ tên viết hoa đi cùng chức danh hoặc “đồng chí”.',
    en: 'A capitalised name with a title or “đồng chí”.',
  },
  project: {
    vi: 'Từ chỉ dự án, công trình cùng tên riêng.',
    en: 'A word for a project with its proper name.',
  },
  check: {
    vi: 'Chỗ người biên tập cẩn thận sẽ dừng lại xem.',
    en: 'Where a careful editor would stop.',
  },
}

/** The sentence of a rule or of its family; null for a rule that is not the reader's. */
export const ruleText = (rule: string): RuleText | null =>
  sentences[rule] ?? sentences[rule.slice(0, Math.max(0, rule.indexOf('.')))] ?? null
