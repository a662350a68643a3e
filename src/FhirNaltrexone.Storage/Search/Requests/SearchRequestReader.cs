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

    /// <summary>Reads a search.</summary>
    /// <param name="type">Type searched; null for all types, or all of the compartment.</param>
    /// <param name="compartment">Compartment; null for none.</param>
    /// <param name="query">Names and values of URL and form, decoded, in their order.</param>
    /// <param name="isStrict">Whether unknown parameters are refused (<c>Prefer: handling=strict</c>) rather than ignored.</param>
    /// <param name="now">The instant that <c>ap</c> is relative to.</param>
    public Reading<SearchRequest> Read(
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
    /// Reads the criteria of a conditional interaction: an unknown parameter, an empty value or no criteria at all would make them match more than
    /// was meant, and are refused however lenient the client is.
    /// </summary>
    /// <param name="type">Resource type.</param>
    /// <param name="query">Criteria, percent-encoded or not, with <c>?</c> or <c>Type?</c> before them or without.</param>
    /// <param name="now">The instant that <c>ap</c> is relative to.</param>
    public Reading<SearchCriteria> ReadCriteria(string type, string query, DateTimeOffset now)
    {
        var mark = query.IndexOf('?', StringComparison.Ordinal);
        if (mark > 0 && query.AsSpan(0, mark).IndexOfAny('=', '&') < 0)
        {
            if (query[..mark] != type)
                return new Refusal(BadRequest, IssueCodes.Value, $"The criteria are for another type than {type}.");
            query = query[mark..];
        }

        var pairs = QueryText.Read(query).Where(pair => !KnownNames.IsOfForm(pair.Key)).ToList();
        return Unfit(pairs) is { } issue ? new Refusal(BadRequest, [issue]) : ReadCriteria(type, pairs, now);
    }

    private Reading<SearchCriteria> ReadCriteria(string type, List<KeyValuePair<string, string>> pairs, DateTimeOffset now)
    {
        var read = Read(type, null, pairs, isStrict: true, now);
        if (read.Refusal is { } refusal) return refusal;
        var request = read.Value!;
        if (request.Ambiguities is [var ambiguity, ..])
            return new Refusal(BadRequest, IssueCodes.Value, $"Parameter '{ambiguity.Parameter}': in criteria a reference needs its type: write 'Type/id'.", ambiguity.Parameter);
        return new SearchCriteria(
            request.Query with { Count = 2 }, CanonicalCriteria.Of(type, request.Parameters), CanonicalCriteria.Names(type, request.Parameters));
    }

    private static Issue? Unfit(List<KeyValuePair<string, string>> pairs)
    {
        if (pairs.Count == 0) return new Issue(IssueCodes.Required, "Criteria must not be empty: they would match everything.");
        foreach (var (name, value) in pairs)
        {
            if (value.Length == 0) return new Issue(IssueCodes.Value, $"Parameter '{name}' has no value; criteria must have one.", name);
            if (KnownNames.IsOfAnswer(name.Split(':')[0])) return new Issue(IssueCodes.NotSupported, $"Parameter '{name}' has no place in criteria.", name);
        }

        return null;
    }
}
