insert into card_issued (card, patient, service, rule, severity, issued, expires)
values (@card, @patient, @service, @rule, @severity, @issued, @expires)
on conflict (card, patient, service, rule) do update
set severity = excluded.severity,
    issued = excluded.issued,
    expires = excluded.expires
where excluded.issued >= card_issued.issued;
