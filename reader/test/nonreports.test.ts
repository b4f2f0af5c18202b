// Texts that are no reports: amounts and periods may be found in them, nothing else.
import { describe, expect, it } from 'vitest'
import { read } from '../src/index.ts'

const texts: [genre: string, text: string][] = [
  [
    'football',
    'Đội khách thắng 3-1 ở phút 87. Trận đấu diễn ra tối 12/5/2023 trước 20.000 khán giả; huấn luyện viên yêu cầu các cầu thủ tấn công ngay từ đầu hiệp hai. Hàng thủ còn chậm, chưa tập trung.',
  ],
  [
    'weather',
    'Dự báo ngày và đêm 24/9: nhiệt độ từ 23 đến 29 độ C, độ ẩm 85%. Gió đông bắc cấp 4, vùng núi có mưa to trên 100 mm. Người dân cần đề phòng lũ quét, sạt lở đất.',
  ],
  [
    'wedding',
    'Trân trọng kính mời ông bà tới dự lễ thành hôn của hai con chúng tôi vào hồi 10 giờ ngày 18/4/2022, tại tư gia. Sự hiện diện của quý vị là niềm vinh hạnh cho gia đình.',
  ],
  [
    'lottery',
    'Kết quả xổ số ngày 15/10/2020. Giải đặc biệt: 284609. Giải nhất: 28460. Mỗi vé trúng giải đặc biệt lĩnh 2 tỷ đồng, trúng giải nhất 30 triệu đồng.',
  ],
  [
    'recipe',
    'Ướp 500 g thịt với 2 thìa nước mắm trong 30 phút, sau đó nướng ở 180 độ. Chuẩn bị thêm 3 quả trứng, đề nghị không để lửa quá to.',
  ],
  [
    'novel',
    'Bà cụ ngồi bên hiên, tay đếm từng đồng bạc lẻ. Năm ấy lụt lớn, cả làng chỉ còn mươi nóc nhà. Con trai bà đi từ sáng, chưa thấy về.',
  ],
  [
    'essay',
    'Tối thứ bảy, ông tổ trưởng mời họp. Bác Hai yêu cầu mọi người giữ trật tự. Nhà em còn nghèo, mái tôn chưa được sửa. Bà Tám đề nghị trồng thêm năm cây bằng lăng. Tuy nhiên, anh Tí đến muộn.',
  ],
  [
    'shop',
    'Siêu thị của chúng tôi đón trên 2,6 triệu lượt khách mỗi năm, có 23 cửa hàng và 1.400 nhân viên. Giám đốc Trần Văn Bảy hứa giảm giá còn 12.990.000 đồng, trả góp 0%. Đừng lo nhà xa, bảo hành khó khăn!',
  ],
  [
    'advertisement',
    'Giảm giá 50% cho 100 khách hàng đầu tiên. Yêu cầu đặt chỗ trước ngày 30/6. Miễn phí giao hàng trong bán kính 5 km.',
  ],
]

describe('no finding but amounts and periods', () => {
  it.each(texts)('%s', (_genre, text) => {
    const others = read(text).findings.filter(
      ({ kind }) => kind !== 'quantity' && kind !== 'period' && kind !== 'check',
    )
    expect(others.map(({ kind, quote }) => `${kind}: ${quote}`)).toEqual([])
  })
})
