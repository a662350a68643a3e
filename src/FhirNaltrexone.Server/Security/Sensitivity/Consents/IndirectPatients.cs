using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Finds the patients of records that have no link to them: by identifier, and for a record that names nobody through what it refers to, an encounter, the
/// order a task is about, the document of a Binary. What leads nowhere leaves the patient unknown.
/// </summary>
/// <param name="facts">Reads resources.</param>
internal sealed class IndirectPatients(FactsReader facts)
{
    // Longer ways than that of a Binary to its document, its encounter and the patient are not gone.
    private const int MostSteps = 3;
    private const int MostRead = 100;
    private const int MostWithIdentifier = 10;
    private static readonly int IdentifierParameter = ParameterKey.Of("Patient", "identifier");

    /// <summary>Facts with all patients that can be found out.</summary>
    /// <param name="reader">Reads as the service itself.</param>
    /// <param name="read">Facts of a resource.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ResourceFacts> CompleteAsync(IResourceReader reader, ResourceFacts read, JsonElement resource, CancellationToken cancellationToken)
    {
        if (read.Type == "Patient") return read;
        var found = await IdentifiedAsync(reader, read, UnlinkedSubjects.Of(resource), cancellationToken).ConfigureAwait(false);
        var needsNone = found.Patients.Count > 0 || found.HasUnknownPatient || ImpersonalTypes.Contains(read.Type) || read.Type == "AuditEvent";

        // Of a Binary nothing tells how sensitive it is but what it belongs to (FHIR R4, Binary.securityContext).
        return needsNone && read.Type != "Binary" ? found : await FollowAsync(reader, found, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<ResourceFacts> IdentifiedAsync(IResourceReader reader, ResourceFacts read, UnlinkedSubjects subjects, CancellationToken cancellationToken)
    {
        if (!subjects.IsAny) return read;
        var patients = new HashSet<string>(read.Patients, StringComparer.Ordinal);

        // Whoever may write patients may give them identifiers: a deny reaches what they lead to, and no permit does.
        var isUnknown = subjects.HasNameless || read.Protection.IsProtected;
        foreach (var (system, value) in subjects.Identifiers)
        {
            var query = new SearchQuery
            {
                Types = ["Patient"],
                Filter = new HasEntry([IdentifierParameter], new TokenTest([new(value.ToLowerInvariant(), system)])),
                Count = MostWithIdentifier,
            };
            var page = await reader.SearchAsync(query, cancellationToken).ConfigureAwait(false);
            patients.UnionWith(page.Matches.Select(version => version.Key.Id));
            isUnknown |= page.Matches.Count == 0 || page.Next is not null;
        }

        return read with { Patients = patients, HasUnknownPatient = isUnknown };
    }

    private async ValueTask<ResourceFacts> FollowAsync(IResourceReader reader, ResourceFacts read, CancellationToken cancellationToken)
    {
        var way = new Way(read);
        for (var step = 0; step < MostSteps && way.Next.Count > 0; step++)
        {
            foreach (var target in await TargetsAsync(reader, way, cancellationToken).ConfigureAwait(false))
            {
                using var document = JsonDocument.Parse(target.Json);
                var behind = facts.Read(target.Key.Type, target.Key.Id, document.RootElement, null);
                behind = behind with { Protection = behind.Protection.And(read.Protection) };
                way.Add(await IdentifiedAsync(reader, behind, UnlinkedSubjects.Of(document.RootElement), cancellationToken).ConfigureAwait(false));
            }
        }

        return way.End();
    }

    /// <summary>What comes next, a deleted one as it was before.</summary>
    private static async ValueTask<List<ResourceVersion>> TargetsAsync(IResourceReader reader, Way way, CancellationToken cancellationToken)
    {
        var keys = way.Take();
        if (keys.Count == 0) return [];
        var contents = new List<ResourceVersion>();
        foreach (var version in await reader.ReadManyAsync(keys, cancellationToken).ConfigureAwait(false))
        {
            var content = version.IsDeleted ? await reader.ReadVersionAsync(version.Key, version.Version - 1, cancellationToken).ConfigureAwait(false) : version;
            if (content is { IsDeleted: false }) contents.Add(content);
        }

        way.Miss(keys.Count - contents.Count);
        return contents;
    }

    /// <summary>The way from a record to its patients.</summary>
    private sealed class Way(ResourceFacts read)
    {
        private readonly HashSet<string> _seen = [read.Reference];
        private readonly HashSet<string> _patients = new(read.Patients, StringComparer.Ordinal);
        private ResourceFacts _read = read;
        private bool _isLost;

        /// <summary>References to follow.</summary>
        public HashSet<string> Next { get; private set; } = [.. read.References];

        /// <summary>What is to be read now. What is about nobody leads to nobody.</summary>
        public List<ResourceKey> Take()
        {
            var keys = new List<ResourceKey>();
            foreach (var reference in Next.Where(_seen.Add))
            {
                if (reference.Split('/') is [.., var kind, _] && (ImpersonalTypes.Contains(kind) || (kind == "Patient" && _read.Type != "Binary"))) continue;
                if (ReferenceTarget.Parse(reference, []) is { Type: { } type } target && _seen.Count < MostRead) keys.Add(new(type, target.Id));
                else _isLost = true;
            }

            Next = [];
            return keys;
        }

        /// <summary>Notes targets that are not there.</summary>
        public void Miss(int count) => _isLost |= count > 0;

        /// <summary>Takes what a target says.</summary>
        public void Add(ResourceFacts target)
        {
            _patients.UnionWith(target.Patients);
            if (target.Patients.Count == 0) Next.UnionWith(target.References);
            _read = _read with
            {
                Protection = _read.Type == "Binary" ? _read.Protection.And(target.Protection) : _read.Protection,
                Labels = _read.Type == "Binary" ? [.. _read.Labels.Union(target.Labels)] : _read.Labels,
                HasUnknownPatient = _read.HasUnknownPatient || target.HasUnknownPatient,
            };
        }

        /// <summary>What was found in the end.</summary>
        public ResourceFacts End() => _read with
        {
            Patients = _patients,
            HasUnknownPatient = _read.HasUnknownPatient || (_patients.Count == 0 && (_isLost || Next.Except(_seen).Any())),
        };
    }
}
