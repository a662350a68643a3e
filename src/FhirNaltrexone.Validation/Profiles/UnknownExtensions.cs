namespace FhirNaltrexone.Validation.Profiles;

/// <summary>What is said of an extension whose definition is not known here. Unknown modifier extensions are always errors.</summary>
public enum UnknownExtensions
{
    /// <summary>A warning.</summary>
    Warn,

    /// <summary>An information.</summary>
    Allow,

    /// <summary>An error.</summary>
    Refuse,
}
