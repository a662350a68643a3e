using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Validation;

/// <summary>What resources are validated against, and when. Section <c>Validation</c> of the configuration.</summary>
internal sealed class ValidationOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Validation";

    /// <summary>
    /// What validation does when something is stored: <c>off</c> leaves it to the structure alone, <c>warn</c> stores and tells, <c>reject</c> refuses
    /// what has errors.
    /// </summary>
    [RegularExpression("^(off|warn|reject)$", ErrorMessage = "Validation:OnWrite must be off, warn or reject.")]
    public string OnWrite { get; set; } = "off";

    /// <summary>What is said of extensions whose definition is not known: <c>allow</c>, <c>warn</c> or <c>refuse</c>.</summary>
    [RegularExpression("^(allow|warn|refuse)$", ErrorMessage = "Validation:UnknownExtensions must be allow, warn or refuse.")]
    public string UnknownExtensions { get; set; } = "warn";

    /// <summary>Folder with the official core package of FHIR R4, to be used in the place of what travels with this program; empty for that.</summary>
    public string CoreFolder { get; set; } = string.Empty;

    /// <summary>FHIR packages (*.tgz, or folders) whose profiles and terminology are known besides our own.</summary>
    public IList<string> Packages { get; } = [];

    /// <summary>Most profiles one call of <c>$validate</c> may name.</summary>
    [Range(1, 100)]
    public int MaxProfiles { get; set; } = 10;

    /// <summary>Time for the validation of one resource, in seconds; one that takes longer is given up.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Most issues told of one resource.</summary>
    [Range(1, 10_000)]
    public int MaxIssues { get; set; } = 200;
}
