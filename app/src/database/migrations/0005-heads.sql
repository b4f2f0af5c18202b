-- Signed heads: what the record was on a day, published so that others hold it against us.

-- @province
-- Đầu chuỗi đã ký. A head says how many links the record had and the hash of the last; only added to.
create table record_publication (
  province_id integer not null references province (province_id),
  number integer not null check (number > 0),
  day date not null,
  at timestamptz not null,
  count bigint not null,
  hash text not null,
  previous text not null,
  key text not null,
  public_key text not null,
  signature text not null,
  primary key (province_id, number)
)
