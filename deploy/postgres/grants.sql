-- What the application's role may do. Run by the owner after every migration; running it again is fine.
grant usage on schema public to bihuan_app;
grant select, insert, update, delete on all tables in schema public to bihuan_app;
grant usage, select on all sequences in schema public to bihuan_app;

-- The log of events only grows.
revoke update, delete, truncate on case_event from bihuan_app;

-- Migrations are the owner's business.
revoke insert, update, delete on _prisma_migrations from bihuan_app;
