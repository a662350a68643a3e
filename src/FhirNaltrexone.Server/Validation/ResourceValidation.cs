using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Server.Validation;

/// <summary>The one way this program validates, whoever asks: <c>$validate</c>, writes, the command line, TestScripts.</summary>
/// <param name="validator">Gives the validator of the moment.</param>
/// <param name="options">How strict it is.</param>
internal sealed class ResourceValidation(Func<Validator> validator, ValidationOptions options)
{
    private readonly UnknownExtensions _unknownExtensions = options.UnknownExtensions switch
    {
        "allow" => UnknownExtensions.Allow,
        "refuse" => UnknownExtensions.Refuse,
        _ => UnknownExtensions.Warn,
    };

    /// <summary>Reads and validates.</summary>
    /// <param name="text">A resource, JSON or XML.</param>
    /// <param name="isXml">Whether it is XML.</param>
    /// <param name="profiles">Profiles it must conform to, besides those it names itself.</param>
    public ValidationResult Validate(ReadOnlyMemory<byte> text, bool isXml, IReadOnlyList<string> profiles)
    {
        var reading = ContentReader.Unchecked(text, isXml);
        if (reading.Content is not { } content) return new(false, reading.Issues);
        var structure = isXml ? new ContentReader().FromXml(text).Issues : [];
        return new(true, [.. structure, .. Validate(content, profiles)]);
    }

    /// <summary>Validates.</summary>
    /// <param name="content">A resource that has passed the guards.</param>
    /// <param name="profiles">Profiles it must conform to, besides those it names itself.</param>
    /// <param name="mode">What it is to be valid for.</param>
    /// <returns>What there is to say; errors make it invalid.</returns>
    public IReadOnlyList<Issue> Validate(ResourceContent content, IReadOnlyList<string> profiles, ValidationMode mode = ValidationMode.Any)
        => validator().Validate(content, new ValidationRequest
        {
            Profiles = profiles,
            Mode = mode,
            UnknownExtensions = _unknownExtensions,
            MaxIssues = options.MaxIssues,
        });
}
