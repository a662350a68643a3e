using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.Operations;

/// <summary>What a call of <c>$validate</c> brings along (FHIR R4, Resource-validate).</summary>
/// <param name="Content">The resource; null for none.</param>
/// <param name="Mode">Code of the mode; null for none.</param>
/// <param name="Profiles">Canonicals of profiles.</param>
internal sealed record ValidateInput(ResourceContent? Content, string? Mode, IReadOnlyList<string> Profiles)
{
    private const string Resource = "resource";

    private static readonly string[] Known = [Resource, "mode", "profile"];
    private static readonly string[] Modes = ["create", "update", "delete", "profile"];

    /// <summary>
    /// Reads a call. The body is the resource, or Parameters with it; a URL may add mode and profiles. What is not known, or given twice, is refused: the
    /// answer would be to another question.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="maxProfiles">Most profiles.</param>
    /// <param name="input">What it brings.</param>
    /// <param name="refusal">Why it cannot be answered.</param>
    /// <returns>Whether it can.</returns>
    public static bool TryRead(OperationCall call, int maxProfiles, [NotNullWhen(true)] out ValidateInput? input, [NotNullWhen(false)] out Refusal? refusal)
    {
        (input, refusal) = (null, null);
        var isWrapped = IsWrapped(call);
        var given = new CallInput(isWrapped ? call : call with { Content = null }, Known);
        var resource = isWrapped ? null : call.Content;
        if (isWrapped && given.Single(Resource) is { } sent)
        {
            var reading = ContentReader.Unchecked(JsonMarshal.GetRawUtf8Value(sent).ToArray(), isXml: false);
            if (reading.Content is null) refusal = new(400, reading.Issues);
            resource = reading.Content;
        }

        var mode = given.Text("mode");
        string[] profiles = [.. given.Texts("profile").Distinct()];
        refusal ??= given.Refusal is { } wrong ? wrong
            : mode is not null && !Modes.Contains(mode) ? new(400, IssueCodes.Value, "mode must be create, update, delete or profile.")
            : profiles.Length > maxProfiles ? new(400, IssueCodes.TooCostly, $"At most {maxProfiles} profiles can be named.")
            : null;
        if (refusal is not null) return false;
        input = new(resource, mode, profiles);
        return true;
    }

    // Parameters may be validated too: then they have no parameter "resource".
    private static bool IsWrapped(OperationCall call)
        => call.Content is { Type: "Parameters" }
            && (call.Type != "Parameters" || new CallInput(call, known: null).Given.Any(one => one.Name == Resource && one.Value.ValueKind == JsonValueKind.Object));
}
