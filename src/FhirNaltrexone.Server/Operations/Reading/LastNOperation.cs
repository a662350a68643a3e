using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary><c>Observation/$lastn</c> (FHIR R4): search parameters of Observation, and <c>max</c>.</summary>
internal sealed class LastNOperation(IResourceStore resources, SearchRequestReader searches, LastObservations last, TimeProvider clock)
{
    private const string Observation = "Observation";
    private const int PageSize = 1_000;
    private const int MaxObservations = 20_000;

    private static readonly string[] Subjects = ["patient", "subject"];

    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "lastn",
        Definition = "http://hl7.org/fhir/OperationDefinition/Observation-lastn",
        Levels = OperationLevels.Type,
        Types = [Observation],
        Handler = ReadAsync,
    };

    private async Task<FhirAnswer> ReadAsync(OperationCall call, CancellationToken cancellationToken)
    {
        // What is not its own is a parameter of the search, which judges it.
        var input = new CallInput(call, known: null);
        var given = input.Pairs();
        var max = (int)(input.Number("max", int.MaxValue) ?? 1);
        if (max == 0) input.Fail("max", "max must be above 0.");
        if (input.Refusal is { } wrong) return FhirAnswer.Refused(wrong);
        if (!given.Any(pair => Subjects.Contains(pair.Key.Split('.', ':')[0])))
            return FhirAnswer.Refused(new Refusal(400, IssueCodes.Required, "$lastn needs patient or subject.", "patient"));

        var read = searches.Read(Observation, null, [.. given.Where(pair => pair.Key is not ("max" or "_count" or "_sort"))], call.IsStrict, clock.GetUtcNow());
        if (read.Refusal is { } refusal) return FhirAnswer.Refused(refusal);
        var found = await resources.ReadSnapshotAsync((reader, cancel) => AllAsync(reader, read.Value!.Query, cancel), cancellationToken).ConfigureAwait(false);
        if (found is null)
            return FhirAnswer.Refused(400, IssueCodes.TooCostly, $"More than {MaxObservations} observations match: ask for a code or category.");

        var newest = last.Of(found, max);
        return FhirAnswer.Of(new SearchsetBody
        {
            Base = call.Base,
            Links = [new("self", $"{call.Base}/{Observation}/$lastn?{QueryText.Write(given)}")],
            Entries = [.. newest.Select(each => new SearchEntry(each, "match"))],
            Total = newest.Count,
            Warnings = read.Value!.Warnings,
        });
    }

    private static async ValueTask<List<ResourceVersion>?> AllAsync(IResourceReader reader, SearchQuery query, CancellationToken cancellationToken)
    {
        var all = new List<ResourceVersion>();
        var next = query with { Count = PageSize, Sort = [], After = null, IsTotalWanted = false };
        while (true)
        {
            var page = await reader.SearchAsync(next, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Matches);
            if (page.Next is null) return all;
            if (all.Count >= MaxObservations) return null;
            next = next with { After = page.Next };
        }
    }
}
