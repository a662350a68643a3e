using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>
/// Which resources belong to the patients of an export: members of their compartments. Patients come in batches, each for one query; a resource
/// that belongs to patients of several batches counts to the first.
/// </summary>
internal sealed class PatientScope
{
    private const string Patient = "Patient";

    // No id is empty.
    private static readonly OtherReferenceTest AnyPatient = new(Patient, string.Empty);

    private readonly SearchParameterSet _parameters;
    private readonly Func<ResourceVersion, IndexEntries> _extract;
    private readonly IReadOnlyList<string[]>? _batches;
    private readonly Dictionary<string, int> _batchOf = new(StringComparer.Ordinal);

    /// <summary>Makes a scope.</summary>
    /// <param name="patients">Ids; null for all patients.</param>
    /// <param name="batchSize">Most patients of one query.</param>
    /// <param name="parameters">Search parameters.</param>
    /// <param name="extract">Makes the index entries of a resource.</param>
    public PatientScope(
        IReadOnlyCollection<string>? patients, int batchSize, SearchParameterSet parameters, Func<ResourceVersion, IndexEntries> extract)
    {
        _parameters = parameters;
        _extract = extract;
        _batches = patients is null ? null : [.. patients.Distinct().Order(StringComparer.Ordinal).Chunk(batchSize)];
        for (var batch = 0; batch < (_batches?.Count ?? 0); batch++)
        {
            foreach (var id in _batches![batch]) _batchOf[id] = batch;
        }
    }

    /// <summary>Number of batches.</summary>
    public int Batches => _batches?.Count ?? 1;

    /// <summary>Finds the members of a batch among the current resources of a type; null when all are.</summary>
    public SearchExpression? Filter(string type, int batch)
    {
        // By the reference alone: a patient whom the caller may not see, or chains do not pass through, still has records.
        if (_batches is null) return type == Patient ? null : new HasEntry(Keys(type), AnyPatient);

        // A patient linked to another is a member of the other's compartment, but nobody asked for that patient.
        return type == Patient
            ? new IdIs(_batches[batch])
            : new HasEntry(Keys(type), new ReferenceTest([.. _batches[batch].Select(id => new ReferenceValue(Patient, id))]));
    }

    /// <summary>The batch that a version counts to, whether it is current or not; null when it belongs to no patient of the export.</summary>
    public int? BatchOf(ResourceVersion version)
    {
        if (version.Key.Type == Patient) return Batch(version.Key.Id);
        var keys = Keys(version.Key.Type);
        return _extract(version).References
            .Where(reference => reference.TargetType == Patient && keys.Contains(reference.Parameter))
            .Select(reference => Batch(reference.TargetId))
            .Min();
    }

    private int? Batch(string patient)
    {
        if (_batches is null) return 0;
        return _batchOf.TryGetValue(patient, out var batch) ? batch : null;
    }

    private int[] Keys(string type)
        => [.. _parameters.CompartmentCodes(Patient, type).Where(code => !code.StartsWith('{')).Select(code => ParameterKey.Of(type, code))];
}
