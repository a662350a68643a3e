using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>Rewrites ALT and AST results from U/L to katal.</summary>
internal static class EnzymeUnits
{
    private static readonly string[] Enzymes = ["1742-6", "1920-8"];

    /// <summary>The same result in microkatal, or nanokatal, per litre, its limit too if wanted; anything else as it is.</summary>
    public static string InKatal(string resource, bool nano, bool limits)
    {
        var node = JsonNode.Parse(resource)!;
        if (!Enzymes.Contains((string?)node["code"]?["coding"]?[0]?["code"]))
        {
            return resource;
        }

        Convert(node["valueQuantity"], nano ? "nkat/L" : "ukat/L");
        Convert(limits ? node["referenceRange"]?[0]?["high"] : null, nano ? "nkat/L" : "ukat/L");
        return node.ToJsonString(ContentServer.Readable);
    }

    private static void Convert(JsonNode? quantity, string unit)
    {
        if ((string?)quantity?["code"] is "U/L" or "[IU]/L" or "IU/L")
        {
            quantity!["value"] = Units.FromActivity((decimal)quantity["value"]!, unit);
            (quantity["unit"], quantity["code"]) = (unit, unit);
        }
    }
}
