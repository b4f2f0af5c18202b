-- Functions of app/src/registers/indicators/figure-import-store.ts.

-- importFigures
set constraints figure_version_province_id_entry_id_fkey deferred;

set local statement_timeout = 0;
