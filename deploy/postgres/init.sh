#!/bin/sh
# Runs once, on an empty data folder: the databases' owners, each with a password from the environment.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v owner_password="$BIHUAN_OWNER_PASSWORD" \
  -v app_password="$BIHUAN_APP_PASSWORD" \
  -v temporal_password="$TEMPORAL_DB_PASSWORD" <<'SQL'
create role bihuan_owner login password :'owner_password';
create role bihuan_app login password :'app_password';
create role temporal login createdb password :'temporal_password';
create database bihuan owner bihuan_owner;
revoke all on database bihuan from public;
grant connect on database bihuan to bihuan_app;
SQL
