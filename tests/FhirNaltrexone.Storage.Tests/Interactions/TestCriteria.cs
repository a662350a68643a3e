using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Tests.Interactions;

/// <summary>Reads criteria on what <see cref="TestIndex"/> indexes.</summary>
internal static class TestCriteria
{
    public static bool Read(
        string type,
        string text,
        DateTimeOffset now,
        [NotNullWhen(true)] out SearchQuery? query,
        [NotNullWhen(true)] out string? canonical,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var pairs = text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2).Select(Uri.UnescapeDataString).ToArray())
            .Where(pair => pair.Length == 2 && pair[1].Length > 0)
            .OrderBy(pair => pair[0], StringComparer.Ordinal)
            .ToArray();
        query = new() { Count = 10, Filter = new AllOf([.. pairs.Select(pair => Part(type, pair[0], pair[1]))]) };
        canonical = string.Join('&', pairs.Select(pair => $"{pair[0]}={pair[1]}"));
        refusal = pairs.FirstOrDefault(pair => pair[0] is not ("identifier" or "_tag" or "gender" or "subject" or "_id")) is { } unknown
            ? new(400, IssueCodes.NotSupported, $"Unknown parameter {unknown[0]}.")
            : null;
        return refusal is null;
    }

    private static SearchExpression Part(string type, string name, string value)
    {
        if (name == "_id") return new IdIs([value]);
        var key = ParameterKey.Of(type, name);
        if (name == "subject") return new HasEntry([key], new ReferenceTest([new(value.Split('/')[0], value.Split('/')[1])]));
        var bar = value.IndexOf('|', StringComparison.Ordinal);
        var token = bar < 0 ? new TokenValue(value.ToLowerInvariant(), null) : new TokenValue(value[(bar + 1)..].ToLowerInvariant(), value[..bar]);
        return new HasEntry([key], new TokenTest([token]));
    }
}
