-- Functions of app/src/registers/personal/store.ts.

-- collect
select "name"
  from "province"
  where "province_id" = $1;

-- sectionOf

    select "account_id", "address", "name", "locale", "mail_wish", "disabled_at", "created_at", "person_id", "sso_name", "sso_subject",
      count(*) over ()::integer as total
   
  from "account"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]) or "person_id" = $3::uuid)
   
  order by "created_at" desc nulls last
  limit $4;


    select "account_id", "issued_at", "expires_at",
      count(*) over ()::integer as total
   
  from "account_code"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]) or "issued_by" = any($3::uuid[]))
   
  order by "issued_at" desc nulls last
  limit $4;


    select "address", "added_at",
      count(*) over ()::integer as total
   
  from "mail_subscriber"
   
  where province_id = $1
  and ("added_by" = any($2::uuid[]))
   
  order by "added_at" desc nulls last
  limit $3;


    select "addressee_id", "round_id", "name", "stance", "answered_at", "reminded",
      count(*) over ()::integer as total
   
  from "round_addressee"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]) or "answered_by" = any($3::uuid[]) or "person_id" = $4::uuid)
   
  order by "addressee_id" desc nulls last
  limit $5;


    select "agenda_item_id", "document_id", "confirmed_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "agenda_item"
   
  where province_id = $1
  and ("confirmed_by" = any($2::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $3;


    select "assignment_id", "action", "deadline", "reported_on", "done_on",
      count(*) over ()::integer as total
   
  from "assignment"
   
  where province_id = $1
  and ("follower_id" = any($2::uuid[]) or "reported_by" = any($3::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $4;


    select "assignment_id", "document_id", "added_at",
      count(*) over ()::integer as total
   
  from "assignment_evidence"
   
  where province_id = $1
  and ("added_by" = any($2::uuid[]))
   
  order by "added_at" desc nulls last
  limit $3;


    select "assignment_id", "document_id", "confirmed_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "assignment"
   
  where province_id = $1
  and ("confirmed_by" = any($2::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $3;


    select "at", "action",
      count(*) over ()::integer as total
   
  from "access_entry"
   
  where province_id = $1
  and ((subject_kind = 'account'
  and subject_id = any($2::text[])) or (subject_kind = 'person'
  and subject_id = $3::text))
   
  order by "access_id" desc nulls last
  limit $4;


    select "at", "action", "subject_kind", "subject_id", "detail",
      count(*) over ()::integer as total
   
  from "access_entry"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "access_id" desc nulls last
  limit $3;


    select "citation_id", "document_id", "confirmed_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "citation"
   
  where province_id = $1
  and ("confirmed_by" = any($2::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $3;


    select "conference_id", "document_id", "confirmed_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "conference"
   
  where province_id = $1
  and ("confirmed_by" = any($2::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $3;


    select "conference_id", "kind", "reason", "at",
      count(*) over ()::integer as total
   
  from "conference_closing"
   
  where province_id = $1
  and ("by_account" = any($2::uuid[]))
   
  order by "at" desc nulls last
  limit $3;


    select "conference_id", "label", "approved_at",
      count(*) over ()::integer as total
   
  from "agenda_version"
   
  where province_id = $1
  and ("approved_by" = any($2::uuid[]))
   
  order by "approved_at" desc nulls last
  limit $3;


    select "conference_id", "written_at",
      count(*) over ()::integer as total
   
  from "conference_assessment"
   
  where province_id = $1
  and ("written_by" = any($2::uuid[]))
   
  order by "written_at" desc nulls last
  limit $3;


    select "confirmed_at",
      count(*) over ()::integer as total
   
  from "account_factor"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $3;


    select "created_at",
      count(*) over ()::integer as total
   
  from "calendar_feed"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "created_at" desc nulls last
  limit $3;


    select "decision_id", "document_id", "confirmed_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "decision"
   
  where province_id = $1
  and ("confirmed_by" = any($2::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $3;


    select "document_id",
      count(*) over ()::integer as total
   
  from "document_participant"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "participant_id" desc nulls last
  limit $3;


    select "document_id", "byte_size", "status", "level", "added_at",
      count(*) over ()::integer as total
   
  from "document"
   
  where province_id = $1
  and ("added_by" = any($2::uuid[]))
   
  order by "added_at" desc nulls last
  limit $3;


    select "document_id", "reason", "destroyed_at",
      count(*) over ()::integer as total
   
  from "document_destruction"
   
  where province_id = $1
  and ("destroyed_by" = any($2::uuid[]))
   
  order by "destroyed_at" desc nulls last
  limit $3;


    select "document_id", "reason", "placed_at", "outcome", "ended_at", "end_reason",
      count(*) over ()::integer as total
   
  from "document_quarantine"
   
  where province_id = $1
  and ("placed_by" = any($2::uuid[]) or "ended_by" = any($3::uuid[]))
   
  order by "placed_at" desc nulls last
  limit $4;


    select "duty_id", "instrument_id", "organisation_id", "reported_at", "confirmed_at",
      count(*) over ()::integer as total
   
  from "instrument_duty"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]) or "reported_by" = any($3::uuid[]) or "confirmed_by" = any($4::uuid[]))
   
  order by "duty_id" desc nulls last
  limit $5;


    select "entry_id", "class", "state", "added_at",
      count(*) over ()::integer as total
   
  from "lexicon_entry"
   
  where province_id = $1
  and ("added_by" = any($2::uuid[]))
   
  order by "added_at" desc nulls last
  limit $3;


    select "entry_id", "versions", "file_name", "recorded_at",
      count(*) over ()::integer as total
   
  from "figure_entry"
   
  where province_id = $1
  and ("recorded_by" = any($2::uuid[]))
   
  order by "recorded_at" desc nulls last
  limit $3;


    select "event_id", "name", "on_date",
      count(*) over ()::integer as total
   
  from "deadline_event"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "event_id" desc nulls last
  limit $3;


    select "extension_id", "assignment_id", "asked_date", "reason", "asked_at", "outcome", "granted_date", "answer", "decided_at",
      count(*) over ()::integer as total
   
  from "assignment_extension"
   
  where province_id = $1
  and ("asked_by" = any($2::uuid[]) or "decided_by" = any($3::uuid[]))
   
  order by "asked_at" desc nulls last
  limit $4;


    select "file_id", "file_name", "figures", "taken_at",
      count(*) over ()::integer as total
   
  from "project_file"
   
  where province_id = $1
  and ("taken_by" = any($2::uuid[]))
   
  order by "taken_at" desc nulls last
  limit $3;


    select "finding_id", "document_id", "kind", "state", "decided_at", "reason",
      count(*) over ()::integer as total
   
  from "finding"
   
  where province_id = $1
  and ("decided_by" = any($2::uuid[]))
   
  order by "decided_at" desc nulls last
  limit $3;


    select "grant_id", "role", "organisation_id", "granted_at", "ended_at",
      count(*) over ()::integer as total
   
  from "role_grant"
   
  where province_id = $1
  and ("granted_by" = any($2::uuid[]))
   
  order by "granted_at" desc nulls last
  limit $3;


    select "grant_id", "role", "organisation_id", "valid_from", "valid_to", "membership_id", "delegated_from", "reason", "granted_at", "ended_at",
      count(*) over ()::integer as total
   
  from "role_grant"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "granted_at" desc nulls last
  limit $3;


    select "indicator_id", "number", "valid_from", "recorded_at",
      count(*) over ()::integer as total
   
  from "indicator_definition"
   
  where province_id = $1
  and ("recorded_by" = any($2::uuid[]))
   
  order by "recorded_at" desc nulls last
  limit $3;


    select "indicator_id", "on_day", "recorded_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "indicator_break"
   
  where province_id = $1
  and ("recorded_by" = any($2::uuid[]))
   
  order by "recorded_at" desc nulls last
  limit $3;


    select "indicator_id", "place", "period_to", "recorded_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "reference_figure"
   
  where province_id = $1
  and ("recorded_by" = any($2::uuid[]))
   
  order by "recorded_at" desc nulls last
  limit $3;


    select "inspection_finding_id", "inspection_id", "made_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "inspection_finding"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;


    select "inspection_id", "organisation_id", "year", "quarter", "made_at",
      count(*) over ()::integer as total
   
  from "inspection"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;


    select "instrument_id", "made_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "instrument"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;


    select "invitation_id", "conference_id", "name", "title", "capacity", "sent_at", "answer", "answer_reason", "substitute_name", "attendance", "arrived_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "invitation"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]) or "person_id" = $3::uuid)
   
  order by "invitation_id" desc nulls last
  limit $4;


    select "invitation_id", "conference_id", "substitute_name", "capacity", "sent_at", "attendance", "arrived_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "invitation"
   
  where province_id = $1
  and ("substitute_account_id" = any($2::uuid[]))
   
  order by "invitation_id" desc nulls last
  limit $3;


    select "invitation_id", "session_item_id",
      count(*) over ()::integer as total
   
  from "invitation_item"
   
  where province_id = $1
  and ("invitation_id" in (select "invitation_id"
  from "invitation"
     
  where province_id = $2
  and ("account_id" = any($3::uuid[]) or "substitute_account_id" = any($4::uuid[]) or "person_id" = $5::uuid)))
   
  order by "invitation_id" desc nulls last
  limit $6;


    select "item_opinion_id", "matter_id", "answer", "answer_reason", "answered_at",
      count(*) over ()::integer as total
   
  from "item_opinion"
   
  where province_id = $1
  and ("answered_by" = any($2::uuid[]))
   
  order by "answered_at" desc nulls last
  limit $3;


    select "item_opinion_id", "matter_id", "given_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "item_opinion"
   
  where province_id = $1
  and ("taken_by" = any($2::uuid[]))
   
  order by "given_at" desc nulls last
  limit $3;


    select "item_opinion_id", "matter_id", "speaker", "speaker_title", "clause", "stance", "body", "given_at", "answer", "answer_reason", "answered_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "item_opinion"
   
  where province_id = $1
  and ("invitation_id" in (select "invitation_id"
  from "invitation"
     
  where province_id = $2
  and ("account_id" = any($3::uuid[]) or "substitute_account_id" = any($4::uuid[]) or "person_id" = $5::uuid)) or "addressee_id" in (select "addressee_id"
  from "round_addressee"
     
  where province_id = $6
  and ("account_id" = any($7::uuid[]))))
   
  order by "given_at" desc nulls last
  limit $8;


    select "last_used_at",
      count(*) over ()::integer as total
   
  from "known_device"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "last_used_at" desc nulls last
  limit $3;


    select "link_id", "shortcoming_id", "assignment_id", "matter_id", "indicator_id", "verdict", "decided_at",
      count(*) over ()::integer as total
   
  from "chain_link"
   
  where province_id = $1
  and ("decided_by" = any($2::uuid[]))
   
  order by "decided_at" desc nulls last
  limit $3;


    select "mail_id", "kind", "created_at", "outcome", "outcome_at",
      count(*) over ()::integer as total
   
  from "mail"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "created_at" desc nulls last
  limit $3;


    select "membership_id", "organisation_id", "title", "term_id", "valid_from", "valid_to",
      count(*) over ()::integer as total
   
  from "membership"
   
  where province_id = $1
  and ("person_id" = $2::uuid)
   
  order by "valid_from" desc nulls last
  limit $3;


    select "milestone_id", "project_id", "made_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "project_milestone"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;


    select "note_id", "paper_id", "body", "mark", "changed_at", "deleted_at",
      count(*) over ()::integer as total
   
  from "paper_note"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "changed_at" desc nulls last
  limit $3;


    select "notice_id", "kind", "number", "symbol", "made_at", "issued_at",
      count(*) over ()::integer as total
   
  from "notice"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]) or "issued_by" = any($3::uuid[]))
   
  order by "made_at" desc nulls last
  limit $4;


    select "notification_id", "kind", "about_kind", "about_id", "created_at", "read_at",
      count(*) over ()::integer as total
   
  from "notification"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "created_at" desc nulls last
  limit $3;


    select "observation_id", "document_id", "confirmed_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "observation"
   
  where province_id = $1
  and ("confirmed_by" = any($2::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $3;


    select "obstacle_id", "project_id", "made_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "project_obstacle"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;


    select "opinion_id", "document_id", "confirmed_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "opinion"
   
  where province_id = $1
  and ("confirmed_by" = any($2::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $3;


    select "paper_id", "number", "document_id", "note", "added_at",
      count(*) over ()::integer as total
   
  from "dossier_paper_version"
   
  where province_id = $1
  and ("added_by" = any($2::uuid[]))
   
  order by "added_at" desc nulls last
  limit $3;


    select "person_id", "name", "phone", "email", "note", "created_at",
      count(*) over ()::integer as total
   
  from "person"
   
  where province_id = $1
  and ("person_id" = $2::uuid)
   
  order by "created_at" desc nulls last
  limit $3;


    select "project_id", "assignment_id", "linked_at",
      count(*) over ()::integer as total
   
  from "project_task"
   
  where province_id = $1
  and ("linked_by" = any($2::uuid[]))
   
  order by "linked_at" desc nulls last
  limit $3;


    select "project_id", "from_year", "to_year", "source", "authority", "recorded_at",
      count(*) over ()::integer as total
   
  from "project_plan"
   
  where province_id = $1
  and ("recorded_by" = any($2::uuid[]))
   
  order by "recorded_at" desc nulls last
  limit $3;


    select "project_id", "kind", "until", "source", "recorded_at",
      count(*) over ()::integer as total
   
  from "project_month"
   
  where province_id = $1
  and ("recorded_by" = any($2::uuid[]))
   
  order by "recorded_at" desc nulls last
  limit $3;


    select "project_id", "made_at",
      count(*) over ()::integer as total
   
  from "project"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;


    select "project_id", "on_day", "recorded_at",
      count(*) over ()::integer as total
   
  from "project_progress"
   
  where province_id = $1
  and ("recorded_by" = any($2::uuid[]))
   
  order by "recorded_at" desc nulls last
  limit $3;


    select "regime_id", "made_at",
      count(*) over ()::integer as total
   
  from "report_regime"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;


    select "regime_id", "number", "organisation_id",
      count(*) over ()::integer as total
   
  from "report_unit"
   
  where province_id = $1
  and ("responsible_id" = any($2::uuid[]))
   
  order by "number" desc nulls last
  limit $3;


    select "regime_id", "number", "valid_from", "made_at",
      count(*) over ()::integer as total
   
  from "report_regime_version"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;


    select "request_id", "indicator_id", "question", "due_on", "asked_at", "answer", "answered_at",
      count(*) over ()::integer as total
   
  from "explanation_request"
   
  where province_id = $1
  and ("asked_by" = any($2::uuid[]) or "answered_by" = any($3::uuid[]))
   
  order by "asked_at" desc nulls last
  limit $4;


    select "round_id", "title", "due_at", "opened_at", "closed_at",
      count(*) over ()::integer as total
   
  from "opinion_round"
   
  where province_id = $1
  and ("opened_by" = any($2::uuid[]))
   
  order by "opened_at" desc nulls last
  limit $3;


    select "section_id", "on_day", "recorded_at",
      count(*) over ()::integer as total
   
  from "project_clearance"
   
  where province_id = $1
  and ("recorded_by" = any($2::uuid[]))
   
  order by "recorded_at" desc nulls last
  limit $3;


    select "section_id", "project_id", "made_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "project_section"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;


    select "seq", "at", "action", "reason",
      count(*) over ()::integer as total
   
  from "audit_record"
   
  where province_id = $1
  and ((subject_kind = 'account'
  and subject_id = any($2::text[])) or (subject_kind = 'person'
  and subject_id = $3::text))
   
  order by "seq" desc nulls last
  limit $4;


    select "seq", "at", "action", "subject_kind", "subject_id", "reason",
      count(*) over ()::integer as total
   
  from "audit_record"
   
  where province_id = $1
  and ("actor_id" = any($2::uuid[]))
   
  order by "seq" desc nulls last
  limit $3;


    select "session_id", "created_at", "last_seen_at", "expires_at", "device", "network",
      count(*) over ()::integer as total
   
  from "session"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "created_at" desc nulls last
  limit $3;


    select "session_item_id", "position", "body", "given_at",
      count(*) over ()::integer as total
   
  from "item_position"
   
  where province_id = $1
  and ("given_by" = any($2::uuid[]) or "invitation_id" in (select "invitation_id"
  from "invitation"
     
  where province_id = $3
  and ("account_id" = any($4::uuid[]) or "substitute_account_id" = any($5::uuid[]) or "person_id" = $6::uuid)))
   
  order by "given_at" desc nulls last
  limit $7;


    select "session_item_id", "written_at",
      count(*) over ()::integer as total
   
  from "item_decision"
   
  where province_id = $1
  and ("written_by" = any($2::uuid[]))
   
  order by "written_at" desc nulls last
  limit $3;


    select "shortcoming_id", "document_id", "confirmed_at", "withdrawn_at",
      count(*) over ()::integer as total
   
  from "shortcoming"
   
  where province_id = $1
  and ("confirmed_by" = any($2::uuid[]))
   
  order by "confirmed_at" desc nulls last
  limit $3;


    select "slot_id", "indicator_id", "measure", "entered_at",
      count(*) over ()::integer as total
   
  from "report_value"
   
  where province_id = $1
  and ("entered_by" = any($2::uuid[]))
   
  order by "entered_at" desc nulls last
  limit $3;


    select "slot_id", "number", "kind", "done_at",
      count(*) over ()::integer as total
   
  from "report_step"
   
  where province_id = $1
  and ("done_by" = any($2::uuid[]))
   
  order by "done_at" desc nulls last
  limit $3;


    select "slot_id", "regime_id", "organisation_id", "period_from", "period_to", "sent_on", "submitted_at", "accepted_at",
      count(*) over ()::integer as total
   
  from "report_slot"
   
  where province_id = $1
  and ("responsible_id" = any($2::uuid[]) or "submitted_by" = any($3::uuid[]) or "accepted_by" = any($4::uuid[]))
   
  order by "period_to" desc nulls last
  limit $5;


    select "snapshot_id", "title", "taken_at",
      count(*) over ()::integer as total
   
  from "figure_snapshot"
   
  where province_id = $1
  and ("taken_by" = any($2::uuid[]))
   
  order by "taken_at" desc nulls last
  limit $3;


    select "step_id", "assignment_id", "kind", "on_behalf", "body", "percent", "on_date", "at",
      count(*) over ()::integer as total
   
  from "assignment_step"
   
  where province_id = $1
  and ("by_account" = any($2::uuid[]))
   
  order by "at" desc nulls last
  limit $3;


    select "submission_id", "session_item_id", "submitted_at", "note", "outcome", "reason", "decided_at",
      count(*) over ()::integer as total
   
  from "dossier_submission"
   
  where province_id = $1
  and ("submitted_by" = any($2::uuid[]) or "decided_by" = any($3::uuid[]))
   
  order by "submitted_at" desc nulls last
  limit $4;


    select "target_id", "indicator_id", "created_at",
      count(*) over ()::integer as total
   
  from "target"
   
  where province_id = $1
  and ("created_by" = any($2::uuid[]))
   
  order by "created_at" desc nulls last
  limit $3;


    select "target_id", "number", "decided_on", "recorded_at",
      count(*) over ()::integer as total
   
  from "target_version"
   
  where province_id = $1
  and ("recorded_by" = any($2::uuid[]))
   
  order by "recorded_at" desc nulls last
  limit $3;


    select "target_id", "number", "likelihood", "body", "judged_at",
      count(*) over ()::integer as total
   
  from "target_judgement"
   
  where province_id = $1
  and ("judged_by" = any($2::uuid[]))
   
  order by "judged_at" desc nulls last
  limit $3;


    select "upload_id", "file_name", "byte_size", "received", "created_at", "expires_at",
      count(*) over ()::integer as total
   
  from "upload"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "created_at" desc nulls last
  limit $3;


    select "used_at",
      count(*) over ()::integer as total
   
  from "recovery_code"
   
  where province_id = $1
  and ("account_id" = any($2::uuid[]))
   
  order by "used_at" desc nulls last
  limit $3;


    select "vote_id", "session_item_id", "taken_at",
      count(*) over ()::integer as total
   
  from "item_vote"
   
  where province_id = $1
  and ("taken_by" = any($2::uuid[]))
   
  order by "taken_at" desc nulls last
  limit $3;


    select "wall_id", "conference_id", "made_at", "opened_at", "expires_at",
      count(*) over ()::integer as total
   
  from "wall_link"
   
  where province_id = $1
  and ("made_by" = any($2::uuid[]))
   
  order by "made_at" desc nulls last
  limit $3;

-- subjectOf
select "account_id", "person_id", "name", "address"
  from "account"
  where "province_id" = $1
  and "account_id" = $2;
