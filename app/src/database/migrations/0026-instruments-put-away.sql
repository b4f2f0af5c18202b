-- Instruments whose only source is in quarantine.

-- True while nothing but documents in quarantine stands behind it: its title and issuer are of them.
alter table instrument add column quarantined boolean not null default false
