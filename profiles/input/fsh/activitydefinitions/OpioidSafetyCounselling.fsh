Instance: OpioidSafetyCounselling
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Talk on overdose and the reversal agent"
Description: "Tolerance is lost on naltrexone. Tell patient and family when the risk is highest: at the end of an interval, after a missed dose, after stopping, and on trying to overcome the block. Make sure that they hold a reversal agent and can use it."
* insert Activity(opioid-safety-counselling, OpioidSafetyCounselling, ServiceRequest, [[Talk on overdose and the reversal agent]], [[Tolerance is lost on naltrexone. Tell patient and family when the risk is highest: at the end of an interval, after a missed dose, after stopping, and on trying to overcome the block. Make sure that they hold a reversal agent and can use it.]])
* insert SnomedNotice
* insert Label2025(relatedArtifact)
* code = $sct#460831000124102 "Counseling about opioid safety (procedure)"
