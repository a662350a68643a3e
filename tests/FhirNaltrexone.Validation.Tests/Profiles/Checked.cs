using System.Text;
using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Validation.Tests.Profiles;

/// <summary>Validates texts and tells what is found as short lines: id and place.</summary>
internal static class Checked
{
    private static readonly Validator Core = new(DefinitionSet.Core);

    /// <summary>What is found against the core, informations left out.</summary>
    public static string Against(string json, ValidationRequest? request = null) => Lines(Core.Validate(Content(json), request));

    /// <summary>What is found with further definitions, informations left out.</summary>
    public static string With(IEnumerable<string> definitions, string json, params string[] profiles)
        => Lines(Validator(definitions).Validate(Content(json), new() { Profiles = profiles }));

    /// <summary>A validator that knows further definitions.</summary>
    public static Validator Validator(IEnumerable<string> definitions)
        => new(DefinitionSet.Core.With(definitions.Select(text => JsonDocument.Parse(text).RootElement)));

    /// <summary>A resource.</summary>
    public static ResourceContent Content(string json) => new ContentReader(isStructureChecked: false).FromJson(Encoding.UTF8.GetBytes(json)).Content!;

    /// <summary>Issues as lines.</summary>
    public static string Lines(IEnumerable<Issue> issues)
        => string.Join("; ", issues.Where(issue => issue.Severity != IssueSeverity.Information).Select(issue => $"{issue.MessageId} {issue.Expression}"));
}
