using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>Finds the consents of patients: one search for all patients of an answer, and once for each in a request.</summary>
/// <param name="facts">Reads references.</param>
/// <param name="indexing">The time zone of this server.</param>
/// <param name="clock">The clock.</param>
internal sealed class PatientConsents(FactsReader facts, IndexingOptions indexing, TimeProvider clock)
{
    private const int PageSize = 200;
    private const int PatientsAtOnce = 200;

    // Long work, such as an export, looks again: a consent may be revoked meanwhile.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly int PatientParameter = ParameterKey.Of("Consent", "patient");
    private static readonly int IdentifierParameter = ParameterKey.Of("Consent", "patient:identifier");

    private readonly ConditionalWeakTable<AccessContext, Known> _known = [];

    /// <summary>The consents in force of patients, all patients asked for included.</summary>
    /// <param name="reader">Reads as the service itself.</param>
    /// <param name="patients">Ids, or URLs of those of other servers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Known> FindAsync(IResourceReader reader, IReadOnlySet<string> patients, CancellationToken cancellationToken)
    {
        var known = AccessContext.Current is { } context ? _known.GetValue(context, _ => new(clock.GetUtcNow())) : new(clock.GetUtcNow());
        if (clock.GetUtcNow() - known.Read > Fresh)
        {
            known = new(clock.GetUtcNow());
            if (AccessContext.Current is { } current) _known.AddOrUpdate(current, known);
        }

        foreach (var group in patients.Where(patient => !known.Consents.ContainsKey(patient)).ToList().Chunk(PatientsAtOnce))
            known = await ReadAsync(reader, known, group, cancellationToken).ConfigureAwait(false);
        return known;
    }

    private async ValueTask<Known> ReadAsync(IResourceReader reader, Known known, string[] patients, CancellationToken cancellationToken)
    {
        var identified = await IdentifiersAsync(reader, patients, cancellationToken).ConfigureAwait(false);
        SearchExpression linked = new HasEntry([PatientParameter], new ReferenceTest([.. patients.Select(Value)]));
        var query = new SearchQuery
        {
            Types = ["Consent"],
            Filter = identified.Count == 0 ? linked : new AnyOf([linked, new HasEntry([IdentifierParameter], new TokenTest([.. identified.Select(group => group.Key)]))]),
            Count = PageSize,
        };
        var found = patients.ToDictionary(patient => patient, _ => new List<StoredConsent>());
        var related = new HashSet<ResourceKey>();
        for (SearchPage? page = null; page is null || page.Next is not null;)
        {
            page = await reader.SearchAsync(query with { After = page?.Next }, cancellationToken).ConfigureAwait(false);
            foreach (var version in page.Matches) Add(version, found, identified, related);
        }

        foreach (var target in related.Count == 0 ? [] : await reader.ReadManyAsync(related, cancellationToken).ConfigureAwait(false))
        {
            if (target.IsDeleted) continue;
            using var document = JsonDocument.Parse(target.Json);
            known.Related[target.Key.ToString()] = facts.References(document.RootElement);
        }

        foreach (var (patient, consents) in found) known.Consents[patient] = consents;
        return known;
    }

    /// <summary>Our patients by their identifiers, by which consents may name them.</summary>
    private static async ValueTask<ILookup<TokenValue, string>> IdentifiersAsync(IResourceReader reader, string[] patients, CancellationToken cancellationToken)
    {
        var known = new List<(TokenValue Identifier, string Patient)>();
        ResourceKey[] keys = [.. patients.Where(patient => ReferenceTarget.IsId(patient)).Select(id => new ResourceKey("Patient", id))];
        foreach (var patient in keys.Length == 0 ? [] : await reader.ReadManyAsync(keys, cancellationToken).ConfigureAwait(false))
        {
            if (patient.IsDeleted) continue;
            using var document = JsonDocument.Parse(patient.Json);
            if (!document.RootElement.TryGetProperty("identifier", out var identifiers) || identifiers.ValueKind != JsonValueKind.Array) continue;
            known.AddRange(identifiers.EnumerateArray().Select(Token).OfType<TokenValue>().Select(identifier => (identifier, patient.Key.Id)));
        }

        return known.ToLookup(one => one.Identifier, one => one.Patient);
    }

    private static TokenValue? Token(JsonElement identifier)
        => ResourceLabels.Text(identifier, "value") is { Length: > 0 } value ? new(value.ToLowerInvariant(), ResourceLabels.Text(identifier, "system") ?? string.Empty) : null;

    private void Add(ResourceVersion version, Dictionary<string, List<StoredConsent>> found, ILookup<TokenValue, string> identified, HashSet<ResourceKey> related)
    {
        using var document = JsonDocument.Parse(version.Json);
        var root = document.RootElement.Clone();
        if (StoredConsent.Read(root, indexing.TimeZone, clock.GetUtcNow()) is not { } consent) return;
        foreach (var reference in facts.References(root))
        {
            if (ReferenceTarget.Parse(reference, []) is { Type: { } type } target && ResourceKey.IsId(target.Id)) related.Add(new(type, target.Id));
        }

        var subject = root.GetProperty("patient");
        IEnumerable<string> patients = ResourceLabels.Text(subject, "reference") is { Length: > 0 } text ? [ReferenceTarget.Parse(text, indexing.Bases).Id]
            : subject.TryGetProperty("identifier", out var identifier) && Token(identifier) is { } token ? identified[token]
            : [];
        foreach (var patient in patients)
        {
            if (found.TryGetValue(patient, out var consents)) consents.Add(consent);
        }
    }

    private static ReferenceValue Value(string patient)
        => ReferenceTarget.IsId(patient) ? new("Patient", patient) : new(null, patient);

    /// <summary>What is known within a request.</summary>
    /// <param name="read">When it was read.</param>
    internal sealed class Known(DateTimeOffset read)
    {
        /// <summary>When it was read.</summary>
        public DateTimeOffset Read => read;

        /// <summary>Consents in force by patient.</summary>
        public ConcurrentDictionary<string, IReadOnlyList<StoredConsent>> Consents { get; } = new(StringComparer.Ordinal);

        /// <summary>References of what consents speak of, by its own reference.</summary>
        public ConcurrentDictionary<string, IReadOnlySet<string>> Related { get; } = new(StringComparer.Ordinal);
    }
}
