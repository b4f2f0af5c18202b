-- Nobody could write it: what a chair wants to remember are own notes on the papers (paper_note).
alter table session_item drop column moderator_note
