-- Where documents name a project is asked on its page.
create index finding_project on finding (province_id, lower(payload->>'name')) where kind = 'project'
