// What is wrong, what is to be done, what was said: a row is a passage of a report with every finding of
// its kind in brackets.
import { describe, expect, it } from 'vitest'
import { expectSpans, findingsOf } from './spans.ts'

const lead = 'Sáng 5/7/2023, UBND tỉnh họp phiên thường kỳ, Chủ tịch UBND tỉnh Lê Văn Minh chủ trì.'

describe('shortcomings', () => {
  it.each([
    'Vẫn còn những hạn chế cần sớm khắc phục, đó là [hạ tầng các khu du lịch chưa đồng bộ], [chỉ số cải cách hành chính tụt hạng].',
    'Dù vậy, [tình trạng xả rác vẫn tái diễn].',
    'Thẩm tra nội dung này, Ban Kinh tế - Ngân sách nhận thấy [danh mục dự án còn dàn trải]; [công tác chuẩn bị mặt bằng chưa sẵn sàng].',
    'Dẫu vậy, nhiều vướng mắc đã bộc lộ. [Hệ thống phần mềm nhiều hôm nghẽn]. [Trụ sở cũ cách nhau gần 9 km].',
    'Theo Sở Xây dựng, [công tác quản lý đất đai ở cơ sở còn buông lỏng]. [Việc sử dụng đất sai mục đích, lấn chiếm đất công chậm được xử lý].',
    'Tuy nhiên, [công tác bồi thường còn nhiều vướng mắc], [nguồn gốc đất xác định chưa chính xác], [khu tái định cư chưa được đầu tư kịp thời].',
    'Giám đốc Sở thẳng thắn nhận khuyết điểm. Theo ông, khó khăn là [tổ quản lý ở ấp đều kiêm nhiệm]; [khâu khảo sát làm sơ sài].',
    'Tuy vậy, phải thấy rằng:\n\n- [hồ chứa bùn thải rò rỉ, vùi lấp đường dân sinh];\n\n- [nước thải chế biến hải sản bốc mùi nồng nặc].',
    'Chủ tịch UBND tỉnh nhìn nhận [sự phối hợp giữa các ngành chưa nhịp nhàng]; [trách nhiệm của người đứng đầu chưa rõ].',
    'Chủ tịch UBND tỉnh đánh giá cao nỗ lực của các ngành, song chỉ rõ một số mặt còn hạn chế: [giải ngân vốn ODA đạt thấp]; [ùn tắc giao thông chưa giảm].',
    'Các đại biểu bức xúc vì [nước thải của nhà máy đổ thẳng ra kênh], [đường liên xã xuống cấp nghiêm trọng].',
    'Kết luận hội nghị, Chủ tịch UBND tỉnh có ý kiến như sau:\n\n1. Tiếp tục phát triển dược liệu.\n\n- Tuy nhiên, [nguồn giống vừa thiếu vừa khó kiểm soát chất lượng].',
  ])('%s', (marked) => {
    expectSpans('shortcoming', `${lead}\n\n${marked}`)
  })

  it.each([
    ['công tác bồi thường kéo dài', 'site_clearance'],
    ['công tác lựa chọn nhà thầu còn lúng túng', 'investor_selection'],
    ['ô nhiễm tại các làng nghề chưa được xử lý', 'environment'],
    ['học sinh bỏ học vẫn xảy ra', 'education'],
    ['đường vào các bản chưa được cứng hóa', 'infrastructure'],
    ['Sở Y tế còn chậm giải ngân', 'public_investment_disbursement'],
    ['một số huyện hụt thu kéo dài', 'budget_revenue'],
    ['doanh nghiệp khó tiếp cận vốn vay ưu đãi', 'credit'],
    ['cấp xã thiếu nhân lực công nghệ thông tin', 'staffing'],
    ['việc tái đàn ở hộ nhỏ lẻ gặp khó khăn', 'agriculture'],
    ['nợ đọng xây dựng cơ bản chưa được xử lý dứt điểm', 'construction_progress'],
  ])('sorts under its topic: %s', (clause, topic) => {
    const found = findingsOf('shortcoming', `${lead}\n\nTuy nhiên, ${clause}.`)
    expect(found.map((one) => one.topic)).toEqual([topic])
  })

  it('takes what was in the way for no shortcoming', () => {
    const text = `${lead}\n\nTrong điều kiện còn nhiều khó khăn, sản xuất công nghiệp vẫn giữ đà tăng.`
    expect(findingsOf('shortcoming', text)).toEqual([])
  })

  it('takes what was solved since for no shortcoming', () => {
    const text = `${lead}\n\nCông tác đền bù chậm được giải quyết đến nay đã hoàn thành.`
    expect(findingsOf('shortcoming', text)).toEqual([])
  })

  it('takes no promise for a shortcoming', () => {
    const text = `${lead}\n\nTuy nhiên, [hồ sơ còn sai sót]; cam kết giải ngân hết vốn trước 31/01/2024.`
    expectSpans('shortcoming', text)
  })

  it.each([
    'Giải ngân vốn đầu tư công đạt 44,6% kế hoạch, thấp hơn mức bình quân cả nước.',
    'Doanh thu du lịch sụt giảm 61%.',
    'Ngành cam kết tuyển đủ 180 bác sĩ còn thiếu trong năm 2024.',
    'Cán bộ nào sợ trách nhiệm thì nên đứng sang một bên.',
  ])('finds no shortcoming in: %s', (text) => {
    expect(findingsOf('shortcoming', `${lead}\n\n${text}`)).toEqual([])
  })

  it('takes no request for a shortcoming', () => {
    const text = `${lead}\n\nMức khoán bảo vệ rừng là quá thấp, kiến nghị Chính phủ nâng lên.`
    expect(findingsOf('shortcoming', text)).toEqual([])
  })
})

describe('assignments', () => {
  it('opens no orders by the title of a report that names the tasks to come', () => {
    const text =
      'TỈNH ỦY BÌNH NAM\n\nBÁO CÁO\ncông tác xây dựng Đảng quý I, nhiệm vụ trọng tâm quý II năm 2021\n\n1. Công tác tổ chức\nCấp ủy các cấp kết nạp 312 đảng viên. Hoàn thành sắp xếp 14 đầu mối.'
    expect(findingsOf('assignment', text)).toEqual([])
  })

  it('takes what came of it for no order', () => {
    const text = `${lead}\n\nKết luận hội nghị, Chủ tịch UBND tỉnh yêu cầu Sở Y tế [rà soát kế hoạch]. Hội Khuyến học tỉnh vận động được 2 tỷ đồng. Hội Nông dân tỉnh vận động nông dân đóng góp 3,1 tỷ đồng. Sở Tài chính [bố trí 5 tỷ đồng].`
    expectSpans('assignment', text)
  })

  it.each([
    'Kết luận hội nghị, Chủ tịch UBND tỉnh yêu cầu ngành Nông nghiệp [chủ động phòng, chống lụt bão].',
    'Phát biểu kết luận, Chủ tịch UBND tỉnh gợi mở nhiều việc. Một là, các huyện [tập trung khắc phục hậu quả bão]. Hai là, Sở Tài chính [bố trí kinh phí trước ngày 31/10].',
    'Kết luận hội nghị, Chủ tịch UBND tỉnh ghi nhận nỗ lực của các ngành.\n\nTheo đó, Sở Kế hoạch và Đầu tư được giao [chủ trì tham mưu phương án điều chuyển vốn].',
    'Kết luận hội nghị, Chủ tịch UBND tỉnh ghi nhận nỗ lực của các ngành.\n\nVề nhiệm vụ cụ thể:\n\nSở Y tế [khẩn trương hoàn thiện đề án].',
    'Kết luận phiên họp, Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng [lên phương án phân luồng]; các chi bộ trực thuộc phải [bám nắm cơ sở]; Cục Thuế tỉnh [cùng các huyện rà từng nguồn thu].',
    'Chủ tịch UBND tỉnh Lê Văn Công biểu dương toàn ngành, đồng thời đề nghị Sở Du lịch [dọn sạch các bãi tắm, báo cáo không muộn hơn 15/7].',
    'Kết luận phiên họp, Chủ tịch UBND tỉnh yêu cầu như sau:\n\n1. Văn phòng UBND tỉnh lãnh đạo, chỉ đạo:\n\n- [Dán công khai lịch tiếp dân].',
    'Kết luận phiên họp, Chủ tịch UBND tỉnh ghi nhận nỗ lực của các ngành. Yêu cầu\ncác chủ đầu tư [ký cam kết tiến độ].',
    'Kết luận phiên họp, Chủ tịch UBND tỉnh yêu cầu như sau:\n\n1. Chi cục Chăn nuôi và Thú y, Công ty Cổ phần Giống cây trồng [tiêm phòng đợt 2].\n\n2. Đảng ủy Quân sự tỉnh [nắm chắc tình hình].\n\n3. Tổ công tác số 3 [kiểm tra thực địa].',
    'III. ĐỀ XUẤT, KIẾN NGHỊ\n\n1. Đề nghị UBND tỉnh bổ sung kinh phí.\n\n2. Các chủ đầu tư\n\n- [Lập tiến độ giải ngân từng tuần].\n\n3. Kho bạc Nhà nước tỉnh [kiểm soát chi chặt chẽ].',
    'Kết luận hội nghị, Chủ tịch UBND tỉnh ghi nhận nỗ lực của các ngành.\n\nNgành giáo dục [chuẩn bị tốt năm học mới]. Trước mắt, [tập trung ứng phó với mưa lũ].',
    'Chủ tịch UBND tỉnh kết luận như sau:\n\n1- Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành; Chủ tịch UBND các huyện [chấp hành nghiêm giờ làm việc].\n\n2- Việc sắp xếp trụ sở dôi dư giao Sở Tài chính [tham mưu phương án xử lý].',
    'Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:\n\n1) Giao Công an tỉnh\n- [Kiểm tra đột xuất các mỏ cát].\n2) UBND các huyện Hàm Tân, Tánh Linh:\n- [Chịu trách nhiệm trước UBND tỉnh].',
    'Về nhiệm vụ quý III, hội nghị thống nhất: [Tập trung thu ngân sách]; [hoàn thành gieo cấy trước 15/8].',
    // A measure with its figure, what has been reached or hinders is told between the tasks.
    'Về nhiệm vụ quý III, hội nghị thống nhất: [Tập trung thu ngân sách]; tổng thu ngân sách đạt 160 tỷ đồng; thu hút được 9 doanh nghiệp; dự án còn vướng 46 hộ.',
  ])('%s', (marked) => {
    expectSpans('assignment', `${lead}\n\n${marked}`)
  })

  it.each([
    [
      '1. Yêu cầu Giám đốc các sở, Chủ tịch UBND các huyện [chấp hành nghiêm giờ làm việc].',
      'Giám đốc các sở, Chủ tịch UBND các huyện',
    ],
    [
      '1. UBND các huyện Hàm Tân, Tánh Linh:\n\n- [Chịu trách nhiệm trước UBND tỉnh].',
      'UBND các huyện Hàm Tân, Tánh Linh',
    ],
    ['1. Giao Công an tỉnh\n\n- [Kiểm tra đột xuất các mỏ cát].', 'Công an tỉnh'],
  ])('names who: %s', (marked, owner) => {
    const text = `${lead}\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n${marked.replace(/[[\]]/g, '')}`
    expect(findingsOf('assignment', text).map((one) => one.lead?.text)).toEqual([owner])
  })

  it.each([
    '2. Đối với dự thảo Quyết định ban hành quy chế quản lý nhà chung cư',
    'Chủ tịch UBND tỉnh đã có ý kiến chỉ đạo tại Công văn số 123/UBND-KT.\n\nSở Tài chính tổ chức hội nghị tổng kết vào ngày 6/3/2023.',
    'Kết luận hội nghị, Chủ tịch UBND tỉnh cảm ơn các đại biểu.\n\nTriển khai từ năm 2021, chương trình hỗ trợ nhà ở tới 1.200 hộ.\n\nTập trung đông nhất là xã Hòa An với 300 hộ.',
    'Những công trình mới giao Công ty An Phú thi công năm 2022 bị nứt.',
    'Ban Thường vụ phân công đồng chí Hồ Thị Linh làm Bí thư Đảng ủy xã.',
    'Trưởng Ban Tổ chức Tỉnh ủy đề nghị làm trước ở ngành y tế.',
    'Ban Thường vụ kết luận như sau:\n\n1. Kinh tế của tỉnh tiếp tục chuyển biến.\n\n2. Ban Thường vụ thống nhất với báo cáo của Sở Tài chính.',
  ])('none in: %s', (text) => {
    expect(findingsOf('assignment', `${lead}\n\n${text}`)).toEqual([])
  })
})

it.each([
  ['1. Sở Y tế:\n1.1. Rà soát thuốc.\n1.2. Báo cáo kết quả.', ['Sở Y tế', 'Sở Y tế']],
  ['Yêu cầu Sở Y tế:\n- Rà soát thuốc.\n- Báo cáo kết quả.', ['Sở Y tế', 'Sở Y tế']],
  ['1. Sở Y tế:\n- Rà soát thuốc.\n2. Báo cáo kết quả.', ['Sở Y tế', undefined]],
])('whoever heads a list has to do what is in it: %s', (list, owners) => {
  const text = `${lead}\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n${list}`
  expect(findingsOf('assignment', text).map((one) => one.lead?.text)).toEqual(owners)
})

it.each(['Nghị quyết Trung ương 4', 'Kết luận Trung ương 10'])('cites the plenum: %s', (quote) => {
  const [found] = findingsOf('citation', `${lead}\n\nTỉnh kiểm điểm theo ${quote} (khóa XI).`)
  expect(found).toMatchObject({ quote, number: quote.split(' ').at(-1), issuer: 'Trung ương' })
})

describe('opinions', () => {
  it.each([
    '[Lãnh đạo Sở Y tế đề xuất giữ nguyên 6 chốt kiểm soát].',
    '[Chủ tịch UBND huyện Na Hải bức xúc về thủ tục thu hồi đất kéo dài].',
    '[Đại diện Hội Nông dân mong muốn có cơ chế đối thoại định kỳ].',
    '[Đã có 22 lượt đại biểu đặt câu hỏi].',
    'IV. KIẾN NGHỊ\n\n[Đề nghị UBND huyện bố trí kinh phí sửa đập]; [quan tâm bổ sung giáo viên].',
    'UBND tỉnh kính đề nghị Chính phủ, các bộ, ngành Trung ương:\n\n- [Hỗ trợ tỉnh khắc phục hậu quả bão].',
  ])('%s', (marked) => {
    expectSpans('opinion', `${lead}\n\n${marked}`)
  })

  it('leaves alone what the one who concludes says', () => {
    const text = `${lead}\n\nChủ tịch UBND tỉnh Lê Văn Minh đề nghị các ngành vào cuộc.`
    expect(findingsOf('opinion', text)).toEqual([])
  })
})

describe('decisions on people', () => {
  it.each([
    'Ban Thường vụ Tỉnh ủy [phân công đồng chí Hồ Thị Linh làm Bí thư Đảng ủy xã].',
    'Ban Thường vụ Tỉnh ủy [quyết định thi hành kỷ luật khiển trách Ban Thường vụ Huyện ủy Na Hải].',
  ])('%s', (marked) => {
    expectSpans('decision', `${lead}\n\n${marked}`)
  })
})
