-- Subscriptions. Instants are milliseconds since 1970-01-01T00:00:00Z.

-- How far the log of versions has been read; one row. Without a place: from the start.
create table subscription_log
(
    id          integer not null primary key check (id = 1),
    epoch       bigint,
    sequence    bigint,
    lease_owner text,
    lease_until bigint
);

insert into subscription_log (id) values (1);

create table subscription_state
(
    id             text    not null primary key,
    -- Version of the Subscription that this row stands for.
    version        integer not null,
    status         text    not null check (status in ('requested', 'active', 'error', 'off')),
    channel        text    not null,
    -- Whether events are counted: since it was first active, until it is off.
    is_counting    integer not null,
    -- Numbers given to events; those up to the second are delivered or dead.
    last_number    bigint not null,
    settled_number bigint not null,
    failures       integer not null,
    -- When there is something to do; none: nothing.
    due            bigint,
    -- Last notification that arrived.
    sent           bigint,
    lease_owner    text,
    lease_until    bigint
);

create index subscription_due on subscription_state (due) where due is not null;

create table subscription_event
(
    subscription text    not null references subscription_state (id) on delete cascade,
    number       bigint not null,
    type         text    not null,
    resource     text    not null,
    version      integer not null,
    change       integer not null,
    created      bigint not null,
    is_dead      integer not null default 0,
    primary key (subscription, number)
);

create index subscription_event_age on subscription_event (created);
create index subscription_event_dead on subscription_event (subscription, number) where is_dead = 1;
