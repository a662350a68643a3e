using System.Text.Json.Nodes;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Security labels.</summary>
internal static class Labels
{
    /// <summary>Test data about nobody.</summary>
    public static JsonObject Test() => Security(Coding(Hl7System("v3-ActReason"), "HTEST", "test health data"));

    /// <summary>Records of treatment for opioid use disorder: restricted.</summary>
    public static JsonObject OpioidUseDisorder() => Security(
        Coding(Hl7System("v3-Confidentiality"), "R", "restricted"), Coding(Hl7System("v3-ActCode"), "OPIOIDUD"));

    private static JsonObject Security(params JsonNode[] labels) => new() { ["security"] = new JsonArray(labels) };
}
