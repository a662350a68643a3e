using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Server.Validation;

/// <summary>Validation for verbs that run without the service, with its usual settings. What is costly is made on first use.</summary>
internal sealed class OfflineValidation
{
    private readonly Lazy<ResourceValidation> _validation = new(() => Of(KnownDefinitions.Read("", [])));

    /// <summary>Validation against definitions, with the usual settings.</summary>
    public static ResourceValidation Of(DefinitionSet definitions)
    {
        var validator = new Validator(definitions);
        return new(() => validator, new ValidationOptions());
    }

    /// <summary>Validates a resource against a profile.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <param name="profile">Canonical of the profile.</param>
    public IReadOnlyList<Issue> Validate(ReadOnlyMemory<byte> json, string profile) => _validation.Value.Validate(json, isXml: false, [profile]).Issues;
}
