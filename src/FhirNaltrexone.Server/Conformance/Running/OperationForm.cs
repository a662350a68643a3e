using System.Collections.Frozen;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>How a kind of request looks on the wire (FHIR R4, http and testscript-operation-codes).</summary>
/// <param name="Method">HTTP method; null when it is POST with a body and GET without one.</param>
/// <param name="IsOfInstance">Whether the id of the target belongs into the URL.</param>
/// <param name="Suffix">What the URL ends with; <c>$</c> and the code for operations.</param>
internal sealed record OperationForm(string? Method, bool IsOfInstance, string Suffix)
{
    private static readonly FrozenDictionary<string, OperationForm> Interactions = new Dictionary<string, OperationForm>
    {
        ["read"] = new("GET", true, ""),
        ["vread"] = new("GET", true, "/_history"),
        ["history"] = new("GET", true, "/_history"),
        ["create"] = new("POST", false, ""),
        ["update"] = new("PUT", true, ""),
        ["updateCreate"] = new("PUT", true, ""),
        ["patch"] = new("PATCH", true, ""),
        ["delete"] = new("DELETE", true, ""),
        ["deleteCondSingle"] = new("DELETE", false, ""),
        ["deleteCondMultiple"] = new("DELETE", false, ""),
        ["search"] = new("GET", false, ""),
        ["batch"] = new("POST", false, ""),
        ["transaction"] = new("POST", false, ""),
        ["capabilities"] = new("GET", false, "/metadata"),
    }.ToFrozenDictionary();

    /// <summary>The form of a code; what is no interaction is an operation of that name.</summary>
    public static OperationForm Of(string code) => Interactions.GetValueOrDefault(code) ?? new(null, true, $"/${code}");
}
