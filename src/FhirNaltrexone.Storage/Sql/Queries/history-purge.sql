delete from resource_version
where number = (select number from resource where type = $1 and id = $2)
  and version < (select version from resource where type = $1 and id = $2);
