using System.Globalization;
using System.Text;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Testing.Reference;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

/// <summary>Resources with entries written by hand, in the reference model, and a reader of requests to search them with.</summary>
internal sealed class Shelf : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Shelf(ICodeSets? codeSets = null, SearchOptions? options = null)
    {
        Options = options ?? new SearchOptions { Bases = ["https://here.example.org/fhir/"] };
        Reader = new SearchRequestReader(SearchParameterSet.Core, codeSets ?? new NoCodeSets(), Options);
    }

    public SearchOptions Options { get; }

    public SearchRequestReader Reader { get; }

    public MemoryResourceStore Store { get; } = new();

    /// <summary>Stores a resource, or its next version.</summary>
    public Shelf Add(string id, Entries entries, string updated = "2025-06-01T12:00:00Z")
    {
        Write(new ResourceKey(entries.Type, id), entries.Build(), ResourceChange.Update, DateTimeOffset.Parse(updated, CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Stores a resource with entries made elsewhere.</summary>
    public void Add(ResourceKey key, IndexEntries index) => Write(key, index, ResourceChange.Create, Now);

    public Shelf Delete(string type, string id)
    {
        Write(new ResourceKey(type, id), IndexEntries.Empty, ResourceChange.Delete, Now);
        return this;
    }

    /// <summary>Reads a lenient search.</summary>
    public Result<SearchRequest> Read(string? type, string query, bool isStrict = false, string? compartment = null)
    {
        var scope = compartment?.Split('/') is [var of, var id] ? new CompartmentScope(of, id) : null;
        return Reader.Read(type, scope, QueryText.Read(query), isStrict, Now);
    }

    /// <summary>Ids of the matches, in order of id, with a space between.</summary>
    public async Task<string> Find(string? type, string query, string? compartment = null)
    {
        var request = Read(type, query, isStrict: true, compartment);
        Assert.Null(request.Refusal);
        var page = await Store.SearchAsync(request.Value!.Query with { Count = 1000 }, TestContext.Current.CancellationToken);
        return string.Join(' ', page.Matches.Select(match => match.Key.Id).Order(StringComparer.Ordinal));
    }

    public void Dispose() => Store.Dispose();

    private void Write(ResourceKey key, IndexEntries index, ResourceChange change, DateTimeOffset updated)
    {
        var work = Store.WriteAsync(
            async (unit, cancellation) =>
            {
                var found = await unit.LockAsync([key], cancellation);
                var version = found.TryGetValue(key, out var newest) ? newest.Version + 1 : 1;
                await unit.WriteAsync(
                    [
                        new ResourceWrite
                        {
                            Key = key,
                            Version = version,
                            Change = change,
                            LastUpdated = updated.AddMilliseconds(version - 1),
                            Json = change == ResourceChange.Delete ? default : Encoding.UTF8.GetBytes($$"""{"resourceType":"{{key.Type}}","id":"{{key.Id}}"}"""),
                            Index = index,
                        },
                    ],
                    cancellation);
                return Decision.Commit(0);
            },
            CancellationToken.None);
        Assert.True(work.IsCompletedSuccessfully);
    }

    private sealed class NoCodeSets : ICodeSets
    {
        public CodeSetAnswer Expand(string valueSet) => CodeSetAnswer.Unknown("No value sets here.");

        public CodeSetAnswer Ancestors(string system, string code) => CodeSetAnswer.Unknown("No code systems here.");

        public CodeSetAnswer Descendants(string system, string code) => CodeSetAnswer.Unknown("No code systems here.");
    }
}
