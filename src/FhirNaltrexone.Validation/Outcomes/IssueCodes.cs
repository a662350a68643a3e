namespace FhirNaltrexone.Validation.Outcomes;

/// <summary>The codes of FHIR R4 IssueType that this server uses or understands.</summary>
public static class IssueCodes
{
    /// <summary>The content cannot be parsed or is not of the right shape.</summary>
    public const string Structure = "structure";

    /// <summary>A required element is missing.</summary>
    public const string Required = "required";

    /// <summary>An element has a value it must not have.</summary>
    public const string Value = "value";

    /// <summary>A rule across elements is broken.</summary>
    public const string Invariant = "invariant";

    /// <summary>What was named is not here.</summary>
    public const string NotFound = "not-found";

    /// <summary>The request asks for something this server does not do.</summary>
    public const string NotSupported = "not-supported";

    /// <summary>The content is larger than the server takes.</summary>
    public const string TooLong = "too-long";

    /// <summary>The work asked for would cost too much.</summary>
    public const string TooCostly = "too-costly";

    /// <summary>The caller must not do this.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The caller is not known or not allowed.</summary>
    public const string Security = "security";

    /// <summary>The caller must sign in first.</summary>
    public const string Login = "login";

    /// <summary>The permission has run out.</summary>
    public const string Expired = "expired";

    /// <summary>Who the caller is cannot be told.</summary>
    public const string Unknown = "unknown";

    /// <summary>What is to be read or changed is locked.</summary>
    public const string LockError = "lock-error";

    /// <summary>The failure passes: try again.</summary>
    public const string Transient = "transient";

    /// <summary>The time given was not enough.</summary>
    public const string Timeout = "timeout";

    /// <summary>Some of the answer is missing.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>The server failed.</summary>
    public const string Exception = "exception";

    /// <summary>The content is invalid.</summary>
    public const string Invalid = "invalid";

    /// <summary>The content could not be processed.</summary>
    public const string Processing = "processing";

    /// <summary>The resource exists already, or is named twice.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Several resources match where one was asked for.</summary>
    public const string MultipleMatches = "multiple-matches";

    /// <summary>The resource was deleted.</summary>
    public const string Deleted = "deleted";

    /// <summary>Another change came first.</summary>
    public const string Conflict = "conflict";

    /// <summary>A rule of this server forbids it.</summary>
    public const string BusinessRule = "business-rule";

    /// <summary>The code or value set is unknown or does not fit.</summary>
    public const string CodeInvalid = "code-invalid";

    /// <summary>Something may be kept back, by consent or access.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>Good to know.</summary>
    public const string Informational = "informational";

    /// <summary>Too many requests.</summary>
    public const string Throttled = "throttled";

    /// <summary>There is no room to store it.</summary>
    public const string NoStore = "no-store";
}
