-- Functions of app/src/registers/indicators/figure-import-store.ts.

-- written
set local statement_timeout = 0;
