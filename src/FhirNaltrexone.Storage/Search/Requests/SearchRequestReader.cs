using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Reads what clients ask for into searches (FHIR R4, search). Immutable; safe to share.</summary>
/// <param name="parameters">Search parameters known.</param>
/// <param name="codeSets">Answers questions about codes.</param>
/// <param name="options">Limits and defaults.</param>
public sealed class SearchRequestReader(SearchParameterSet parameters, ICodeSets codeSets, SearchOptions options)
{
    private const int BadRequest = 400;

    /// <summary>Zone of dates that name none.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    /// <summary>Reads a search.</summary>
    /// <param name="type">Type searched; null for all types, or all of the compartment.</param>
    /// <param name="compartment">Compartment; null for none.</param>
    /// <param name="query">Names and values of URL and form, decoded, in their order.</param>
    /// <param name="isStrict">Whether unknown parameters are refused (<c>Prefer: handling=strict</c>) rather than ignored.</param>
    /// <param name="now">The instant that <c>ap</c> is relative to.</param>
    public Result<SearchRequest> Read(
        string? type, CompartmentScope? compartment, IReadOnlyList<KeyValuePair<string, string>> query, bool isStrict, DateTimeOffset now)
    {
        if (query.Count > options.MaxParameters)
            return new Refusal(BadRequest, IssueCodes.TooCostly, $"A search has at most {options.MaxParameters} parameters.");
        var context = new ReadingContext(parameters, codeSets, options, now, isStrict);
        var scope = SearchScope.Read(context, type, compartment, query);
        if (scope.Refusal is { } refusal) return refusal;
        var reader = new QueryReader(context, scope.Value!);
        reader.ReadAll(query);
        return context.Errors.Count > 0
            ? new Refusal(BadRequest, context.Errors)
            : reader.Request() with { Type = type, Compartment = compartment, Now = now };
    }

    /// <summary>
    /// Reads the criteria of a conditional interaction (a <see cref="Interactions.CriteriaReader"/>): an unknown parameter, an empty value or no
    /// criteria at all would make them match more than was meant, references that are not all followed less: both are refused.
    /// </summary>
    /// <param name="type">Resource type.</param>
    /// <param name="text">Criteria, percent-encoded, with <c>?</c> or <c>Type?</c> before them or without.</param>
    /// <param name="now">The instant that <c>ap</c> is relative to.</param>
    /// <param name="query">Finds two matches at most: enough to tell none, one and several apart.</param>
    /// <param name="canonical">The criteria, written alike where they differ only in order, repetition or encoding.</param>
    /// <param name="refusal">Why they cannot be used.</param>
    public bool TryReadCriteria(
        string type,
        string text,
        DateTimeOffset now,
        [NotNullWhen(true)] out SearchQuery? query,
        [NotNullWhen(true)] out string? canonical,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        (query, canonical) = (null, null);
        var pairs = QueryText.Read(WithoutType(type, text)).Where(pair => !KnownNames.IsOfForm(pair.Key)).ToList();
        refusal = Unfit(pairs);
        if (refusal is not null) return false;
        var read = Read(type, null, pairs, isStrict: true, now);
        refusal = read.Refusal ?? Ambiguous(read.Value!) ?? Partial(read.Value!);
        if (refusal is not null) return false;
        query = read.Value!.Query with { Count = 2 };
        canonical = CanonicalCriteria.Write(read.Value.Parameters);
        return true;
    }

    private static string WithoutType(string type, string text)
        => text.StartsWith(type + '?', StringComparison.Ordinal) ? text[(type.Length + 1)..] : text;

    private static Refusal? Unfit(List<KeyValuePair<string, string>> pairs)
    {
        if (pairs.Count == 0) return new(BadRequest, IssueCodes.Required, "Criteria must not be empty: they would match everything.");
        foreach (var (name, value) in pairs)
        {
            if (value.Length == 0) return Refuse(name, "criteria must have a value.");
            if (KnownNames.IsOfAnswer(name.Split(':')[0])) return Refuse(name, "it has no place in criteria.");
        }

        return null;
    }

    private static Refusal? Ambiguous(SearchRequest request)
        => request.Ambiguities is [var first, ..] ? Refuse(first.Parameter, "in criteria a reference needs its type: write 'Type/id'.") : null;

    private static Refusal? Partial(SearchRequest request)
        => request.Warnings is [var first, ..] ? new(BadRequest, first.Code, first.Text, first.Expression) : null;

    private static Refusal Refuse(string name, string text) => new(BadRequest, IssueCodes.Value, $"Parameter '{name}': {text}", name);
}
