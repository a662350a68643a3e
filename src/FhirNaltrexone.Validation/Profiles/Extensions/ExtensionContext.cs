using System.Text.Json;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Extensions;

/// <summary>A place where an extension may stand (FHIR R4, 2.4.0.8 and ExtensionContextType).</summary>
/// <param name="Type">element, extension or fhirpath.</param>
/// <param name="Expression">An element, a URL, or an expression.</param>
internal sealed record ExtensionContext(string Type, string Expression)
{
    /// <summary>Reads a context.</summary>
    public static ExtensionContext Read(JsonElement json) => new(json.Text("type") ?? "element", json.Text("expression") ?? "");
}
