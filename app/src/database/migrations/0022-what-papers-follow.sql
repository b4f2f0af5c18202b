-- What a paper, a task, an answer and a text were made from, so that a newer state of it can be told.

-- SHA-256 over what the record said when the paper was written from it; null: written before this was kept.
alter table notice add column record_mark text check (record_mark ~ '^[0-9a-f]{64}$')
-- ;;
-- Who is asked, where it is a person of the registers: two may have one name.
alter table round_addressee add column person_id uuid
-- ;;
alter table round_addressee add constraint round_addressee_of_person
  foreign key (province_id, person_id) references person (province_id, person_id)
-- ;;
create unique index round_addressee_person on round_addressee (province_id, round_id, person_id)
  where person_id is not null
-- ;;
-- Chủ trì, phối hợp, thời hạn as the decision gave them when its conference was last closed; what differs from
-- them since was changed in the register.
alter table assignment add column decided jsonb
-- ;;
-- The open editor of a page that wrote the decision last: it may go on where it got no answer.
alter table item_decision add column writer uuid
