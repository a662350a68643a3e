namespace FhirNaltrexone.Server;

/// <summary>Every event id this program logs, in one place. Ids are never reused.</summary>
internal static class LogIds
{
    public const int CallAnswered = 1001;
    public const int CallRefused = 1002;
    public const int RuleFailed = 1003;
    public const int EhrQueryFailed = 1101;
    public const int FeedbackStored = 1201;
    public const int SnoozeSet = 1202;
    public const int SnoozeStoreFailed = 1203;
    public const int UnhandledError = 1301;
    public const int StoreFailed = 1302;
    public const int ContentLoaded = 1401;
    public const int ContentPublished = 1402;
    public const int ContentKept = 1403;
    public const int ContentNotPublished = 1404;
    public const int RuleOff = 1405;
    public const int CardSettingsRecorded = 1406;
    public const int CardSettingsNotRecorded = 1407;
    public const int StorageFailed = 1501;
    public const int JobTaken = 1601;
    public const int JobEnded = 1602;
    public const int JobLeft = 1603;
    public const int JobFailed = 1604;
    public const int JobStoreFailed = 1605;
    public const int JobWorkerFailed = 1606;
    public const int JobsNotCleaned = 1607;
    public const int SubscriptionStatusSet = 1701;
    public const int NotificationFailed = 1702;
    public const int EventsDead = 1703;
    public const int SubscriptionWorkFailed = 1704;
    public const int SubscriptionStoreFailed = 1705;
    public const int TerminologyFull = 1801;
    public const int TerminologyStoreFailed = 1802;
    public const int TerminologyServerFailed = 1803;
    public const int AssertionRefused = 1901;
    public const int KeySetNotFetched = 1902;
    public const int UsedTokensKept = 1903;
    public const int ServiceIsOpen = 1904;
    public const int SecurityIsEnforced = 1905;
    public const int ClientThrottled = 1906;
    public const int RecordsNotRemoved = 2001;
    public const int RecordsNotIndexed = 2002;
}
