-- Roles and database of one service, run by a superuser outside a transaction, one statement per line.
-- Placeholders: ${service} ${owner_password} ${app_password} ${relay_password}
-- Safe to run again: a statement that says "exists already" (SQL states 42710, 42P04) is passed over.
-- The owner migrates; the app serves requests and the relay runs schedulers: both own nothing and cannot bypass row-level security.
create role schoolcase_${service}_owner
create role schoolcase_${service}_app
create role schoolcase_${service}_relay
alter role schoolcase_${service}_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${owner_password}'
alter role schoolcase_${service}_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${app_password}'
alter role schoolcase_${service}_relay login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${relay_password}'
create database schoolcase_${service} owner schoolcase_${service}_owner encoding 'UTF8' locale_provider 'builtin' builtin_locale 'C.UTF-8' template template0
revoke all on database schoolcase_${service} from public
grant connect on database schoolcase_${service} to schoolcase_${service}_app, schoolcase_${service}_relay
