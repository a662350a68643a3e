using System.Text.Json;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>
/// Finds out whether everything that makes a rule hold is excepted from it, concept by concept: an exception counts for the concept it stands in, and as
/// reason for what has that reason, never for the next item of a claim or the next activity of a plan. What excepts must be coded, for a note that
/// mentions another use proves nothing.
/// </summary>
/// <param name="table">Knows both.</param>
/// <param name="when">Bit of what makes the rule hold.</param>
/// <param name="unless">Bit of what is excepted.</param>
/// <param name="aliases">Other names of code systems.</param>
internal sealed class RuleExceptions(MatchTable table, ulong when, ulong unless, IReadOnlyDictionary<string, string> aliases)
{
    // What says what a record is about, and thereby what a text beside it that names a drug is about.
    private static readonly string[] Subjects = ["medicationCodeableConcept", "productCodeableConcept", "productOrService"];
    private static readonly string[] TestTypes = ["Observation", "DiagnosticReport", "ServiceRequest"];

    /// <summary>Whether all that holds is excepted.</summary>
    /// <param name="resources">The resource, and what belongs to it elsewhere, such as its medication.</param>
    public bool CoverAll(IReadOnlyList<JsonElement> resources)
    {
        var (scope, excepted) = (ScopeOf(resources[0], default), 0);
        foreach (var resource in resources)
        {
            if (!IsCovered(resource, scope, ref excepted)) return false;
        }

        // What makes the rule hold and was not come across is not excepted.
        return excepted > 0;
    }

    /// <summary>Whether nothing within an element makes the rule hold without exception.</summary>
    private bool IsCovered(JsonElement element, Scope above, ref int excepted)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (!IsCovered(item, above, ref excepted)) return false;
            }

            return true;
        }

        if (element.ValueKind != JsonValueKind.Object) return true;

        // A medicine with its ingredients is one thing.
        if (IsConcept(element) || TextOf(element, "resourceType") == "Medication") return IsConceptCovered(element, above, ref excepted);
        var scope = ScopeOf(element, above);
        foreach (var member in element.EnumerateObject())
        {
            var kind = ContentMembers.Of(member);
            if (kind == ContentMember.Meta) continue;
            if (member.Value.ValueKind != JsonValueKind.String)
            {
                if (!IsCovered(member.Value, scope, ref excepted)) return false;
            }
            else if (kind == ContentMember.Address)
            {
                if ((table.OfCode(CodedContent.AddressOf(member.Value)) & when) != 0) return false;
            }
            else if (kind == ContentMember.Text && (table.OfText(CodedContent.Plain(member.Value.GetString()!)) & when) != 0)
            {
                if (!scope.IsExcepted) return false;
                excepted++;
            }
        }

        return true;
    }

    private bool IsConceptCovered(JsonElement concept, Scope scope, ref int excepted)
    {
        var content = CodedContent.Of(concept, aliases);
        var found = table.Which(content);
        if ((found & when) == 0) return true;
        excepted++;
        return content.Codes.Count == 0 ? scope.IsExcepted : scope.HasReason || (found & unless) != 0;
    }

    private Scope ScopeOf(JsonElement item, Scope above)
    {
        if (item.ValueKind != JsonValueKind.Object) return above;
        var isTest = above.IsTest || TestTypes.Contains(TextOf(item, "resourceType"));
        return new(
            isTest,
            above.HasReason || IsExcepted(item, "reasonCode"),
            above.HasSubject || Subjects.Any(name => IsExcepted(item, name)) || (isTest && IsExcepted(item, "code")));
    }

    private bool IsExcepted(JsonElement item, string member)
    {
        if (!item.TryGetProperty(member, out var value)) return false;
        var concepts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        return concepts.Where(IsConcept).Select(concept => CodedContent.Of(concept, aliases))
            .Any(content => content.Codes.Count > 0 && (table.Which(content) & unless) != 0);
    }

    private static bool IsConcept(JsonElement element)
        => element.ValueKind == JsonValueKind.Object && (element.TryGetProperty("coding", out _) || (element.TryGetProperty("system", out _) && element.TryGetProperty("code", out _)));

    private static string? TextOf(JsonElement element, string member)
        => element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>What stands around a concept or text.</summary>
    /// <param name="IsTest">Whether it belongs to a test and its result.</param>
    /// <param name="HasReason">Whether the reason is an exception.</param>
    /// <param name="HasSubject">Whether what the record is about is an exception.</param>
    private readonly record struct Scope(bool IsTest, bool HasReason, bool HasSubject)
    {
        public bool IsExcepted => HasReason || HasSubject;
    }
}
