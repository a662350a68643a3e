using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Server.Validation;

/// <summary>The one way this program validates, whoever asks: <c>$validate</c>, writes, the command line, TestScripts.</summary>
/// <param name="validator">Gives the validator of the moment.</param>
/// <param name="options">How strict it is.</param>
internal sealed class ResourceValidation(Func<Validator> validator, ValidationOptions options)
{
    // One expression cannot be interrupted; about as many steps are done in a second.
    private const int StepsPerSecond = 1_000_000;

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
        return reading.Content is { } content ? Validate(content, profiles) : new(false, reading.Issues);
    }

    /// <summary>Validates.</summary>
    /// <param name="content">A resource that has passed the guards.</param>
    /// <param name="profiles">Profiles it must conform to, besides those it names itself.</param>
    /// <param name="mode">What it is to be valid for.</param>
    public ValidationResult Validate(ResourceContent content, IReadOnlyList<string> profiles, ValidationMode mode = ValidationMode.Any)
        => Validate(validator(), content, profiles, mode);

    /// <summary>Validates with a validator that knows more profiles.</summary>
    /// <param name="special">The validator.</param>
    /// <param name="content">A resource that has passed the guards.</param>
    /// <param name="profiles">Profiles it must conform to, besides those it names itself.</param>
    /// <param name="mode">What it is to be valid for.</param>
    /// <param name="questionnaire">Finds the questionnaire of a response where the validator does not know it; null for none.</param>
    public ValidationResult Validate(
        Validator special, ResourceContent content, IReadOnlyList<string> profiles, ValidationMode mode, Func<string, JsonElement?>? questionnaire = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds));
        var budget = new FhirPathBudget(options.TimeoutSeconds * StepsPerSecond);
        var issues = special.Validate(content, new ValidationRequest
        {
            Profiles = profiles,
            Mode = mode,
            UnknownExtensions = _unknownExtensions,
            MaxIssues = options.MaxIssues,
            Budget = budget,
            Patience = patience.Token,
            Questionnaire = questionnaire,
        });
        return patience.IsCancellationRequested || budget.Left == 0 ? new(false, [GivenUp, .. issues]) : new(true, [.. XmlIssues(content, issues), .. issues]);
    }

    // What only XML can have wrong, such as namespaces and the order of elements, is lost on the way to JSON.
    private static IEnumerable<Issue> XmlIssues(ResourceContent content, IReadOnlyList<Issue> told)
    {
        if (content.Xml is not { } xml) return [];
        var places = told.Where(issue => issue.Severity <= IssueSeverity.Error).Select(issue => issue.Expression).ToHashSet();
        return new ContentReader().FromXml(xml).Issues.Where(issue => !places.Contains(issue.Expression));
    }

    private Issue GivenUp => new(IssueCodes.TooCostly, $"The validation took longer than {options.TimeoutSeconds} s and was given up: not everything was checked.");
}
