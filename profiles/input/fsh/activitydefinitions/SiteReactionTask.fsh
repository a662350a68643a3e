Instance: SiteReactionTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Surgeon for a severe reaction at the site"
Description: "Cellulitis, abscess, haematoma or dying tissue: refer to a surgeon on the same day."
* insert Activity(site-reaction-task, SiteReactionTask, Task, [[Surgeon for a severe reaction at the site]], [[Cellulitis, abscess, haematoma or dying tissue: refer to a surgeon on the same day.]])
* code.text = "Surgeon for a severe reaction at the site"
* priority = #urgent
