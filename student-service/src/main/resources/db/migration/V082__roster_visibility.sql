-- A leap far into a list passes over index entries alone, as soon as the pages of the table are known to be visible to all:
-- vacuum soon after an import has added rows, not when a fifth of a table of many districts is new.

ALTER TABLE roster_user SET (autovacuum_vacuum_insert_scale_factor = 0.02);
ALTER TABLE roster_role SET (autovacuum_vacuum_insert_scale_factor = 0.02);
ALTER TABLE roster_enrollment SET (autovacuum_vacuum_insert_scale_factor = 0.02);
ALTER TABLE roster_demographics SET (autovacuum_vacuum_insert_scale_factor = 0.02);
