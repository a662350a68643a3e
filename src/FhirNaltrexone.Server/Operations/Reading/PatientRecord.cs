using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary>Finds what belongs to the record of a patient: its compartment, and what that refers to.</summary>
internal sealed class PatientRecord(SearchParameterSet parameters)
{
    private const string Patient = "Patient";
    private const int MaxSupporting = 5_000;

    // How far references among supporting resources are followed: a PractitionerRole, and its Organization.
    private const int Depth = 2;

    // Dates that say nothing of when care took place.
    private static readonly string[] NoCareDates = ["birthdate", "death-date"];

    private readonly string[] _members = [.. ResourceTypes.All.Where(type => type != Patient && parameters.CompartmentCodes(Patient, type).Count > 0)];

    /// <summary>A page of the record: the patient, then members of the compartment, newest first.</summary>
    public async ValueTask<SearchPage> PageAsync(IResourceReader reader, ResourceVersion patient, EverythingQuery query, CancellationToken cancellationToken)
    {
        var types = query.Types.Count == 0 ? _members : [.. _members.Where(query.Types.Contains)];
        ResourceVersion[] first = query.After is null && IsWanted(patient, query) ? [patient] : [];
        if (types.Length == 0) return new(first, null, null);
        var after = query.After is > 0 ? new SearchCursor([], query.After.Value) : null;
        var search = new SearchQuery { Types = types, Filter = Filter(patient.Key.Id, types, query), After = after, Count = query.Count - first.Length };
        if (search.Count == 0) return new(first, new([], 0), null);
        var page = await reader.SearchAsync(search, cancellationToken).ConfigureAwait(false);
        return page with { Matches = [.. first, .. page.Matches] };
    }

    /// <summary>
    /// What resources refer to outside the record: practitioners, organizations, medications, places and the like. What names another patient, such as a
    /// task or a document, supports nothing.
    /// </summary>
    public async ValueTask<IReadOnlyList<ResourceVersion>> SupportingAsync(
        IResourceReader reader, ResourceVersion patient, IReadOnlyList<ResourceVersion> resources, EverythingQuery query, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ResourceKey, ResourceVersion>();
        var open = resources;
        for (var step = 0; step < Depth && open.Count > 0; step++)
        {
            var keys = open.Select(resource => resource.Key.Type).Distinct().SelectMany(References).Distinct().ToArray();
            var edges = await reader.ReferencesFromAsync([.. open.Select(resource => resource.Number)], keys, MaxSupporting, cancellationToken).ConfigureAwait(false);
            var targets = edges.Select(edge => edge.Target).Where(IsSupporting).Where(key => !found.ContainsKey(key)).Distinct().ToArray();
            var read = targets.Length == 0 ? [] : await reader.ReadManyAsync(targets, cancellationToken).ConfigureAwait(false);
            open = [.. read.Where(resource => !resource.IsDeleted && PatientMentions.Of(resource).All(mentioned => mentioned == patient.Key.Id))];
            foreach (var resource in open) found[resource.Key] = resource;
        }

        return [.. found.Values.Where(resource => query.Types.Count == 0 || query.Types.Contains(resource.Key.Type)).OrderBy(resource => resource.Number)];
    }

    private static bool IsWanted(ResourceVersion patient, EverythingQuery query)
        => (query.Types.Count == 0 || query.Types.Contains(Patient)) && (query.Since is not { } since || patient.LastUpdated >= since);

    /// <summary>Records of other patients do not support this one.</summary>
    private bool IsSupporting(ResourceKey key) => key.Type != Patient && !_members.Contains(key.Type);

    private IEnumerable<int> References(string type)
        => parameters.For(type).Where(parameter => parameter.Type == SearchParameterType.Reference).Select(parameter => parameter.Key);

    private AllOf Filter(string patient, string[] types, EverythingQuery query)
    {
        var keys = types.SelectMany(type => parameters.CompartmentCodes(Patient, type).Select(code => ParameterKey.Of(type, code))).ToArray();
        var parts = new List<SearchExpression> { new HasEntry(keys, new ReferenceTest([new(Patient, patient)])) };
        if (query.Since is { } since)
        {
            var from = since.ToUnixTimeMilliseconds();
            parts.Add(new UpdatedWithin(ValueComparison.GreaterOrEqual, from, from + 1));
        }

        if (query.Start is not null || query.End is not null) parts.Add(Care(types, query));
        return new(parts);
    }

    /// <summary>A resource is out when it has dates of care and none of them lies in the time asked for.</summary>
    private AnyOf Care(string[] types, EverythingQuery query)
    {
        var from = query.Start?.ToUnixTimeMilliseconds() ?? long.MinValue;
        var to = query.End?.ToUnixTimeMilliseconds() ?? long.MaxValue;
        var keys = types.SelectMany(parameters.For)
            .Where(parameter => parameter.Type == SearchParameterType.Date && !NoCareDates.Contains(parameter.Code))
            .Select(parameter => parameter.Key).ToArray();
        return new([new HasEntry(keys, new DateTest(ValueComparison.Approximate, from, to)), new Not(new HasEntry(keys, new AnyValue(EntryKind.Date)))]);
    }
}
