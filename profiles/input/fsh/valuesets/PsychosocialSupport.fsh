ValueSet: PsychosocialSupport
Id: psychosocial-support
Title: "Psychosocial support"
Description: "Counselling, therapy, relapse prevention, support groups and programmes for substance use disorders."
* insert Metadata
* insert SnomedCopyright
* $sct#228557008 "Cognitive and behavioral therapy (regime/therapy)"
* $sct#313071005 "Substance abuse counseling"
* $sct#713144002 "Motivational interviewing technique (procedure)"
* $sct#711281004 "Referral to support group (procedure)"
* $sct#405782001 "Relapse prevention (procedure)"
* $sct#720177001 "Drug relapse prevention program"
* $sct#1254709001 "Referral to substance use disorder treatment program (procedure)"
