using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.Operations;

/// <summary>What a call of <c>$validate</c> brings along (FHIR R4, Resource-validate).</summary>
/// <param name="Resource">The resource; null for none.</param>
/// <param name="Mode">Code of the mode; null for none.</param>
/// <param name="Profiles">Canonicals of profiles.</param>
internal sealed record ValidateInput(ResourceContent? Resource, string? Mode, IReadOnlyList<string> Profiles)
{
    private static readonly string[] Modes = ["create", "update", "delete", "profile"];

    /// <summary>Reads a call. The body is the resource, or Parameters with it; a URL may add mode and profiles.</summary>
    /// <param name="call">The call.</param>
    /// <param name="maxProfiles">Most profiles.</param>
    /// <param name="input">What it brings.</param>
    /// <param name="refusal">Why it cannot be answered.</param>
    /// <returns>Whether it can.</returns>
    public static bool TryRead(OperationCall call, int maxProfiles, [NotNullWhen(true)] out ValidateInput? input, [NotNullWhen(false)] out Refusal? refusal)
    {
        input = null;
        var parameters = Wrapped(call) ? Parameters(call.Content!.Root) : [];
        if (!TryReadResource(call, parameters, out var resource, out refusal)) return false;
        var texts = call.Query.Concat(parameters.SelectMany(Text)).ToLookup(pair => pair.Key, pair => pair.Value);
        var mode = texts["mode"].LastOrDefault();
        string[] profiles = [.. texts["profile"].Distinct()];
        refusal = mode is not null && !Modes.Contains(mode) ? new(400, IssueCodes.Value, "mode must be create, update, delete or profile.")
            : profiles.Length > maxProfiles ? new(400, IssueCodes.TooCostly, $"At most {maxProfiles} profiles can be named.")
            : null;
        if (refusal is not null) return false;
        input = new(resource, mode, profiles);
        return true;
    }

    // Parameters may be validated too: then they have no parameter "resource".
    private static bool Wrapped(OperationCall call)
        => call.Content is { Type: "Parameters" } content && (call.Type != "Parameters" || Parameters(content.Root).Any(HoldsResource));

    private static List<JsonElement> Parameters(JsonElement root)
        => root.TryGetProperty("parameter", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object)]
            : [];

    private static bool HoldsResource(JsonElement parameter) => IsNamed(parameter, "resource") && parameter.TryGetProperty("resource", out _);

    private static bool IsNamed(JsonElement parameter, string name)
        => parameter.TryGetProperty("name", out var text) && text.ValueKind == JsonValueKind.String && text.ValueEquals(name);

    private static bool TryReadResource(OperationCall call, List<JsonElement> parameters, out ResourceContent? resource, [NotNullWhen(false)] out Refusal? refusal)
    {
        (resource, refusal) = (null, null);
        if (!Wrapped(call))
        {
            resource = call.Content;
            return true;
        }

        var holder = parameters.Find(HoldsResource);
        if (holder.ValueKind == JsonValueKind.Undefined) return true;
        var reading = ContentReader.Unchecked(JsonMarshal.GetRawUtf8Value(holder.GetProperty("resource")).ToArray(), isXml: false);
        resource = reading.Content;
        refusal = resource is null ? new(400, reading.Issues) : null;
        return resource is not null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Text(JsonElement parameter)
        => parameter.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            ? parameter.EnumerateObject()
                .Where(member => member.Name.StartsWith("value", StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.String)
                .Select(member => KeyValuePair.Create(name.GetString()!, member.Value.GetString()!))
            : [];
}
