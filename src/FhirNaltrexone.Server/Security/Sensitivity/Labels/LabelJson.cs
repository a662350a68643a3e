using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Sensitivity.Policy;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Sensitivity.Labels;

/// <summary>Writes labels with their basis and whoever set them (DS4P 1.0.0, sec-label-basis and sec-label-classifier), and knows them again.</summary>
internal static class LabelJson
{
    private const string Extensions = "http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/";
    private const string Basis = Extensions + "extension-sec-label-basis";
    private const string Classifier = Extensions + "extension-sec-label-classifier";
    private const string Self = "FhirNaltrexone";
    private const string RuleSystem = $"{Systems.Own}/CodeSystem/sensitivity-rules";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A label that the source of a record gives it, on the basis of 42 CFR Part 2.</summary>
    public static MetaLabel BySource(Label label, Label law) => Write(label, new() { ["system"] = law.System, ["code"] = law.Code, ["display"] = law.Display });

    /// <summary>A label that a rule of the policy gives.</summary>
    public static MetaLabel ByRule(Label label, string rule, string version)
        => Write(label, new() { ["system"] = RuleSystem, ["version"] = version, ["code"] = rule });

    /// <summary>Whether a Coding is one that this service has set, or claims to be.</summary>
    public static bool IsOwn(JsonElement coding) => Extension(coding, Classifier) is { } extension
        && extension.TryGetProperty("valueContributor", out var contributor) && ResourceLabels.Text(contributor, "name") == Self;

    /// <summary>Whether an own label comes from the source of the record.</summary>
    public static bool IsBySource(JsonElement coding) => Extension(coding, Basis) is { } extension
        && extension.TryGetProperty("valueCoding", out var basis) && ResourceLabels.Text(basis, "system") != RuleSystem;

    /// <summary>Whether a version is a record of a programme under 42 CFR Part 2, whoever has changed it since.</summary>
    public static bool IsOfProgramme(JsonElement version) => ResourceLabels.Security(version).Any(coding => IsOwn(coding) && IsBySource(coding));

    private static MetaLabel Write(Label label, JsonObject basis) => new("security", label.System, label.Code, JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["extension"] = new JsonArray(
                new JsonObject { ["url"] = Basis, ["valueCoding"] = basis },
                new JsonObject { ["url"] = Classifier, ["valueContributor"] = new JsonObject { ["type"] = "author", ["name"] = Self } }),
            ["system"] = label.System,
            ["code"] = label.Code,
            ["display"] = label.Display ?? label.Code,
        },
        Plain));

    private static JsonElement? Extension(JsonElement coding, string url)
    {
        if (!coding.TryGetProperty("extension", out var extensions) || extensions.ValueKind != JsonValueKind.Array) return null;
        foreach (var extension in extensions.EnumerateArray())
        {
            if (ResourceLabels.Text(extension, "url") == url) return extension;
        }

        return null;
    }
}
