-- Sign-in through an identity provider (OpenID Connect), and devices that signed in before.

-- The subject or e-mail address that an administrator assigned to the account; nothing else opens it.
alter table account add column sso_name text check (length(sso_name) between 1 and 254)
-- ;;
-- The provider's subject it was first used by: an address that is given to somebody else later does not count.
alter table account add column sso_subject text check (length(sso_subject) between 1 and 254)
-- ;;
alter table account add constraint account_sso_name_unique unique (province_id, sso_name)
-- ;;
alter table account add constraint account_sso_subject_unique unique (province_id, sso_subject)
-- ;;
-- @province
-- Máy quen: browsers an account signed in with. Attempts from there are counted apart, so that nobody
-- else's attempts lock its owner out. Only the SHA-256 of the token is kept.
create table known_device (
  province_id integer not null,
  account_id uuid not null,
  token_hash bytea not null,
  last_used_at timestamptz not null default now(),
  primary key (province_id, account_id, token_hash),
  foreign key (province_id, account_id) references account (province_id, account_id)
)
