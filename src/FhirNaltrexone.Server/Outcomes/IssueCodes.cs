namespace FhirNaltrexone.Server.Outcomes;

/// <summary>The codes of FHIR R4 IssueType that this server uses.</summary>
internal static class IssueCodes
{
    public const string Structure = "structure";
    public const string Required = "required";
    public const string Value = "value";
    public const string Invariant = "invariant";
    public const string NotFound = "not-found";
    public const string NotSupported = "not-supported";
    public const string TooLong = "too-long";
    public const string TooCostly = "too-costly";
    public const string Forbidden = "forbidden";
    public const string Security = "security";
    public const string Transient = "transient";
    public const string Timeout = "timeout";
    public const string Incomplete = "incomplete";
    public const string Exception = "exception";
}
