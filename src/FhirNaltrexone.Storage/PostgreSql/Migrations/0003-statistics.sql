-- A code belongs to one system and one parameter: taken as independent, the planner would expect far fewer resources than there are.
create statistics token_entry_values (dependencies, mcv) on parameter, code, system from token_entry;
create statistics reference_entry_targets (dependencies, mcv) on parameter, target_type, target_id from reference_entry;
create statistics quantity_entry_units (dependencies, mcv) on parameter, kind, unit, system from quantity_entry;
