-- What is counted of the reports stands in the catalogue of provinces that were made before: after the national list,
-- so their ids are of now (UUIDv7, as the application makes them).
insert into indicator (province_id, indicator_id, code, name_vi, name_en, unit, direction, kind, frequency,
  price_basis, national)
select province_id,
  (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint + place), 12, '0') || '7' ||
    substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid,
  code, name_vi, name_en, unit, direction, kind, 'M', '', true
from province cross join (values
  (1, 'reports_owed', 'Số báo cáo phải gửi', 'Reports owed', 'item', 'none', 'C'),
  (2, 'reports_sent', 'Số báo cáo đã gửi', 'Reports sent', 'item', 'none', 'C'),
  (3, 'reports_on_time', 'Số báo cáo gửi đúng hạn', 'Reports sent on time', 'item', 'none', 'C'),
  (4, 'report_completeness', 'Tỷ lệ báo cáo đã gửi trên số phải gửi', 'Reports sent of those owed', '%', 'up', 'R'),
  (5, 'report_timeliness', 'Tỷ lệ báo cáo gửi đúng hạn trên số phải gửi', 'Reports on time of those owed', '%', 'up', 'R')
) as house (place, code, name_vi, name_en, unit, direction, kind)
on conflict (province_id, code) do nothing
