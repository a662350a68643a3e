-- On whose behalf a job is done, as JSON; whoever asks for it must be the same client.
alter table job add column caller text;
