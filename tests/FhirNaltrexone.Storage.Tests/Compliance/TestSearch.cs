using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>How the tests index and read searches: one base, UTC, and a fixed now.</summary>
internal static class TestSearch
{
    public const string Base = "https://example.org/fhir";

    public static DateTimeOffset Now { get; } = new(2024, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static SearchOptions Options { get; } = new() { Bases = [Base], PageSize = 100 };

    public static IndexExtractor Extractor { get; } = new(SearchParameterSet.Core, new IndexingOptions { Bases = [Base] });

    public static SearchExecution Execution { get; } = new(Options);

    public static SearchRequestReader Reader(ICodeSets codeSets) => new(SearchParameterSet.Core, codeSets, Options);

    /// <summary>Reads <c>Type?query</c>, <c>Type/id/Type?query</c>, <c>Type/id/*?query</c> or <c>?query</c>, strictly.</summary>
    public static Result<SearchRequest> Read(SearchRequestReader reader, string search)
    {
        var mark = search.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (search, "") : (search[..mark], search[(mark + 1)..]);
        var (type, compartment) = path.Split('/') switch
        {
            [""] => (null, null),
            [var only] => (only, null),
            [var of, var id, "*"] => (null, new CompartmentScope(of, id)),
            [var of, var id, var members] => (members, new CompartmentScope(of, id)),
            _ => throw new FormatException($"Not a search: {search}"),
        };
        return reader.Read(type, compartment, QueryText.Read(query), isStrict: true, Now);
    }
}
