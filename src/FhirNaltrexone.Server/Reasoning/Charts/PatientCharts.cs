using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>Makes charts of patients from what is stored, from what a client sends along, or from both: of two versions of a resource the newer counts.</summary>
internal sealed class PatientCharts(
    IResourceStore store, SearchRequestReader searches, ChartPolicy policy, SiteZone site, IOptions<ReasoningOptions> options, TimeProvider time)
{
    private const string Medication = "Medication/";

    // As many as hooks read of other servers, and more: here they are next door.
    private const int MaxMedications = 500;

    private readonly TimeZoneInfo _zone = options.Value.TimeZone is { Length: > 0 } own ? TimeZoneInfo.FindSystemTimeZoneById(own) : site.Zone;

    /// <summary>Makes a chart.</summary>
    /// <param name="request">Whose, and of what.</param>
    /// <param name="needs">What will be read of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The chart; or 404 when the patient is nowhere, 413 when too much data was sent.</returns>
    public async ValueTask<Result<PatientChart>> ReadAsync(ChartRequest request, IReadOnlyList<DataNeeds> needs, CancellationToken cancellationToken)
    {
        List<Issue> issues = [];
        List<(JsonElement Resource, string? Address)> found = [];
        string[] lacking = [];
        if (request.Data is { } bundle)
        {
            var gaps = BundleData.Read(bundle, request.Patient, found, issues);
            lacking = [.. gaps.OfTypes, .. gaps.OfAllTypes ? needs.SelectMany(need => need.Templates).Select(template => template.ResourceType) : []];
            if (found.Count > options.Value.MaxResources) return TooMuch();
        }

        if (!request.UsesStore) return Finish(request, needs, found, lacking, issues);
        var access = AccessContext.Current;
        var mayLack = access is not null && await MayLackAsync(access.Caller, request.Patient, needs, cancellationToken).ConfigureAwait(false);
        return await store.ReadSnapshotAsync<Result<PatientChart>>(
            async (reader, cancel) =>
            {
                var stored = new StoredData(reader, searches, request.Patient, options.Value.MaxResources - found.Count, time.GetUtcNow());
                foreach (var template in Templates(needs)) await stored.ReadAsync(template, cancel).ConfigureAwait(false);
                List<(JsonElement Resource, string? Address)> all = [.. found, .. stored.Resources.Select(resource => (resource, (string?)null))];
                await AddMedicationsAsync(stored, request.Patient, all, access?.Caller, cancel).ConfigureAwait(false);

                // Whether data were withheld is not for the reader to know: any may be missing where consents do not permit all. Where they do, what is withheld
                // for a label of another kind is told, for silence would hide a gap. What scopes leave out, the reader knows by its scopes.
                var unread = needs.SelectMany(need => need.Templates)
                    .Where(template => access is not null && (mayLack || access.IsIncomplete || !SeesAll(access.Caller, template, request.Patient)));
                return Finish(request, needs, all, [.. lacking, .. stored.Unread, .. unread.Select(template => template.ResourceType)], issues);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<bool> MayLackAsync(Caller caller, string patient, IReadOnlyList<DataNeeds> needs, CancellationToken cancellationToken)
        => policy.MayLack(caller, patient, [.. needs.SelectMany(need => need.Templates).Select(template => template.ResourceType).Distinct()], cancellationToken);

    private static bool SeesAll(Caller caller, PrefetchTemplate template, string patient)
        => caller.SeesAll(template.ResourceType, patient, StoredData.IsSearch(template) ? GrantedInteractions.Search : GrantedInteractions.Read);

    private static IEnumerable<PrefetchTemplate> Templates(IReadOnlyList<DataNeeds> needs)
    {
        var all = needs.SelectMany(need => need.Templates).DistinctBy(template => template.Query).ToList();
        var whole = all.Where(template => template.Codes.Count == 0).Select(template => template.ResourceType).ToHashSet(StringComparer.Ordinal);
        return all.Where(template => template.Codes.Count == 0 || !whole.Contains(template.ResourceType));
    }

    private static async ValueTask AddMedicationsAsync(
        StoredData stored, string patient, List<(JsonElement Resource, string? Address)> all, Caller? caller, CancellationToken cancellationToken)
    {
        var codes = new MedicationCodes([]);
        foreach (var (resource, address) in all) codes.Add(resource, address);
        var keys = codes.Missing(all.Select(item => item.Resource))
            .Where(address => address.StartsWith(Medication, StringComparison.Ordinal) && ResourceKey.IsId(address.AsSpan(Medication.Length)))
            .Take(MaxMedications)
            .Select(address => new ResourceKey("Medication", address[Medication.Length..]))
            .ToList();
        if (keys.Count > 0 && caller?.SeesAll("Medication", patient, GrantedInteractions.Read | GrantedInteractions.Search) == false) stored.Unread.Add("Medication");
        foreach (var version in await stored.ReadManyAsync(keys, cancellationToken).ConfigureAwait(false))
            all.Add((JsonElement.Parse(version.Json.Span), null));
    }

    private Result<PatientChart> Finish(
        ChartRequest request,
        IReadOnlyList<DataNeeds> needs,
        List<(JsonElement Resource, string? Address)> found,
        IEnumerable<string> incomplete,
        List<Issue> issues)
    {
        string[] unread = [.. incomplete.Concat(needs.SelectMany(need => need.Unsearchable)).Distinct().Order(StringComparer.Ordinal)];
        return ChartAssembly.Make(request.Patient, _zone, found, unread, issues);
    }

    private Refusal TooMuch()
        => new(413, IssueCodes.TooCostly, $"data has more than {options.Value.MaxResources} resources.", "data");
}
