Instance: SitePainTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Relieve pain at the injection site"
Description: "Cold packs and a simple analgesic; show it when it grows, hardens, opens or lasts beyond two weeks."
* insert Activity(site-pain-task, SitePainTask, Task, [[Relieve pain at the injection site]], [[Cold packs and a simple analgesic; show it when it grows, hardens, opens or lasts beyond two weeks.]])
* code.text = "Relieve pain at the injection site"
