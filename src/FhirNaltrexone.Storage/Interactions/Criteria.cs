using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Criteria of a conditional interaction.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Canonical">Type and criteria in one spelling.</param>
/// <param name="Filter">The condition; never empty.</param>
/// <param name="Locks">Names under which interactions with overlapping criteria run one after the other.</param>
internal sealed record Criteria(string Type, string Canonical, SearchExpression Filter, IReadOnlyList<string> Locks)
{
    /// <summary>Reads criteria as clients send them: with or without <c>Type?</c> or <c>?</c> before them, percent-encoded in parts or as a whole.</summary>
    /// <param name="reader">Reads the search.</param>
    /// <param name="type">Type that is meant.</param>
    /// <param name="text">The criteria.</param>
    /// <param name="now">The instant.</param>
    /// <param name="criteria">The criteria.</param>
    /// <param name="refusal">Why they cannot be used.</param>
    /// <returns>Whether they could be read.</returns>
    public static bool TryRead(
        CriteriaReader reader,
        string type,
        string text,
        DateTimeOffset now,
        [NotNullWhen(true)] out Criteria? criteria,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        criteria = null;
        if (Bare(type, text) is not { } bare)
        {
            refusal = new(400, IssueCodes.Value, $"The criteria must search the type {type}.");
            return false;
        }

        if (!reader(type, bare, now, out var query, out var canonical, out refusal)) return false;
        if (query.Filter is not { } filter || filter is AllOf { Parts.Count: 0 })
        {
            refusal = new(400, IssueCodes.Required, "The criteria are empty: they would match every resource of the type.");
            return false;
        }

        var full = $"{type}?{canonical}";
        criteria = new(type, full, filter, LocksOf(type, filter, full));
        return true;
    }

    /// <summary>The resources that match.</summary>
    /// <param name="reader">Where to look.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<ResourceVersion>> FindAsync(IResourceReader reader, int limit, CancellationToken cancellationToken)
    {
        var query = new SearchQuery { Types = [Type], Filter = Filter, Count = limit };
        return (await reader.SearchAsync(query, cancellationToken).ConfigureAwait(false)).Matches;
    }

    private static string? Bare(string type, string text)
    {
        var bare = text.Trim();
        if (!bare.Contains('=', StringComparison.Ordinal)) bare = Uri.UnescapeDataString(bare);
        var mark = bare.IndexOf('?', StringComparison.Ordinal);
        var equals = bare.IndexOf('=', StringComparison.Ordinal);
        if (mark < 0 || (equals >= 0 && equals < mark)) return bare;
        var head = bare[..mark];
        return head.Length == 0 || head == type || head.EndsWith($"/{type}", StringComparison.Ordinal) ? bare[(mark + 1)..] : null;
    }

    // Two criteria that name one identifier can match one resource, whatever else they say.
    private static string[] LocksOf(string type, SearchExpression filter, string full)
    {
        var identifier = ParameterKey.Of(type, "identifier");
        var parts = filter is AllOf all ? all.Parts : [filter];
        var codes = parts.OfType<HasEntry>()
            .Where(entry => entry.Parameters.Contains(identifier))
            .Select(entry => entry.Test)
            .OfType<TokenTest>()
            .SelectMany(test => test.Values)
            .Select(value => value.Code)
            .OfType<string>()
            .Select(code => $"{type}?identifier={code}")
            .Distinct()
            .ToArray();
        return codes.Length > 0 ? codes : [full];
    }
}
