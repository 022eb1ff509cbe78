#!/bin/sh
# Run once by the image of PostgreSQL on an empty volume: the owner and its database. The other three
# roles are made by the migrations, with the passwords of their URLs.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set password="$VIDA_OWNER_PASSWORD" <<'SQL'
CREATE ROLE vida_owner LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE vida OWNER vida_owner;
SQL
