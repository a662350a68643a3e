-- Long-running work. Instants are milliseconds since 1970-01-01T00:00:00Z.
create table job
(
    id          text    not null primary key,
    kind        text    not null,
    state       text    not null check (state in ('queued', 'active', 'completed', 'failed', 'cancelled')),
    request     text    not null,
    created     integer  not null,
    progress    text,
    checkpoint  text,
    lease_owner text,
    -- Of a queued job: not taken before.
    lease_until integer,
    attempts    integer not null default 0,
    expires     integer,
    result      text
) strict;

create index job_unfinished on job (created, id) where state in ('queued', 'active');
create index job_expiry on job (expires) where expires is not null;

-- Parts of the files of a job. The content comes last: listing files must not read it.
create table job_chunk
(
    job     text    not null references job (id) on delete cascade,
    file    integer not null,
    chunk   integer not null,
    role    text    not null check (role in ('input', 'output', 'deleted', 'error')),
    type    text    not null,
    lines   integer not null,
    content blob   not null,
    primary key (job, file, chunk)
) strict;
