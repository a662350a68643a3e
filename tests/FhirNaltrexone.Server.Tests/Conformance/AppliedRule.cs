using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>A rule among the actions that a plan was applied to, in the words of cards.</summary>
internal sealed record AppliedRule(string Rule, string Indicator)
{
    /// <summary>Reads an action of a RequestGroup. What is to be decided by hand is a card of at most a warning.</summary>
    public static AppliedRule Of(JsonNode action)
    {
        var isOpen = ((string?)action["prefix"])?.StartsWith("To be decided", StringComparison.Ordinal) == true;
        var indicator = (string?)action["priority"] switch
        {
            "routine" => "info",
            "stat" when !isOpen => "critical",
            _ => "warning",
        };
        return new((string)action["code"]![0]!["coding"]![0]!["code"]!, indicator);
    }
}
