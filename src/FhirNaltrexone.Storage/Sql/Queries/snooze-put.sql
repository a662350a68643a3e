insert into snooze (patient, service, rule, severity, since, expires)
values (@patient, @service, @rule, @severity, @since, @expires)
on conflict (patient, service, rule, severity) do update
set since = excluded.since,
    expires = excluded.expires
where excluded.since >= snooze.since;
