Instance: InjectionSiteCheck
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Check the injection site"
Description: "Ask for pain, redness, lumps and wounds, look at the site and feel it. Cellulitis, abscess, dying tissue or swelling that grows or lasts needs a surgeon."
* insert Activity(injection-site-check, InjectionSiteCheck, ServiceRequest, [[Check the injection site]], [[Ask for pain, redness, lumps and wounds, look at the site and feel it. Cellulitis, abscess, dying tissue or swelling that grows or lasts needs a surgeon.]])
* insert InjectionLabelAt(relatedArtifact, section 5.2)
* code = $treatment-activity#injection-site-check "Injection site check"
