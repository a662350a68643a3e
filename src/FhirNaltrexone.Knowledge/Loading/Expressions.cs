using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Reads FHIR Expression elements that name a CQL define.</summary>
internal static class Expressions
{
    /// <summary>The define named; null, with the problem noted, when the expression is missing or in another language.</summary>
    public static string? DefineName(JsonElement owner, string where, ProblemList problems)
    {
        var expression = owner.Child("expression") ?? default;

        // R4's value set says text/cql-identifier in some releases and text/cql.identifier in others: both are in use.
        if (expression.Text("language") is not ("text/cql-identifier" or "text/cql.identifier"))
        {
            problems.Add(where, $"has an expression in the language '{expression.Text("language")}'; text/cql-identifier is needed");
            return null;
        }

        if (expression.Text("expression") is { Length: > 0 } name)
        {
            return name;
        }

        problems.Add(where, "has an expression that names no define");
        return null;
    }
}
