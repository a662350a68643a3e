using System.Globalization;
using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>
/// Resources without repetition: copies of one count once, in the newest version. Where copies differ and none is known to be the newest, each of them
/// counts, so that what one of them tells is not lost.
/// </summary>
public sealed class ResourceList
{
    /// <summary>So many differing copies of one resource are told apart; of more, each costs as much as all before it.</summary>
    private const int MostCopies = 50;

    private readonly List<JsonElement> _resources = [];
    private readonly HashSet<string> _lossy = new(StringComparer.Ordinal);
    private readonly List<string?> _addresses = [];

    // Of each resource the place of the one with the same type and id before it, and of each of these that of the last: copies are few.
    private readonly List<int> _before = [];
    private readonly Dictionary<(string? Type, string Id), int> _last = [];
    private readonly Dictionary<string, List<string?>> _hidden = new(StringComparer.Ordinal);

    /// <summary>The resources, in the order of their first mention.</summary>
    public IReadOnlyList<JsonElement> Resources => _resources;

    /// <summary>Types of which some resource has more copies than are told apart: those beyond were left out.</summary>
    public IReadOnlyCollection<string> Lossy => _lossy;

    /// <summary>
    /// Keeps the stored draft of this order out: what is being signed is newer. An order of the same id that is more than a draft stays: it tells what
    /// was taken until now, whatever becomes of it, and ids of drafts may be of the moment only.
    /// </summary>
    public void Hide(JsonElement draft)
    {
        if (FhirJson.Text(draft, "id"u8) is { } id)
        {
            if (!_hidden.TryGetValue(id, out var types)) _hidden[id] = types = [];
            types.Add(FhirJson.TypeOf(draft));
        }
    }

    /// <summary>Adds a resource unless it is here already. One without an id cannot be told apart from others and is kept.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="address">
    /// Its absolute address, when somebody says it: equal ids at two addresses are two resources (FHIR R4, Bundle, fullUrl).
    /// </param>
    public void Add(JsonElement resource, string? address = null)
    {
        var before = -1;
        if (FhirJson.Text(resource, "id"u8) is { } id)
        {
            if (_hidden.TryGetValue(id, out var types) && FhirJson.Text(resource, "status"u8) == "draft" && types.Contains(FhirJson.TypeOf(resource)))
            {
                return;
            }

            var key = (FhirJson.TypeOf(resource), id);
            before = _last.GetValueOrDefault(key, -1);
            if (IsKnown(resource, address, before))
            {
                return;
            }

            _last[key] = _resources.Count;
        }

        _resources.Add(resource);
        _addresses.Add(address);
        _before.Add(before);
    }

    /// <summary>Whether a copy is here that is the same or newer; an older one gives its place to this. Of too many, one more is left out.</summary>
    private bool IsKnown(JsonElement resource, string? address, int place)
    {
        var copies = 0;
        for (; place >= 0; place = _before[place], copies++)
        {
            var known = _resources[place];
            if (JsonElement.DeepEquals(resource, known))
            {
                return true;
            }

            if (address is not null && _addresses[place] is { } other && address != other)
            {
                continue;
            }

            var age = Compare(resource, known);
            if (age > 0)
            {
                (_resources[place], _addresses[place]) = (resource, address ?? _addresses[place]);
            }

            // A chart is about one patient: of equal copies the first stays.
            if (age != 0 || FhirJson.IsType(resource, "Patient"u8))
            {
                return true;
            }
        }

        if (copies > MostCopies) _lossy.Add(FhirJson.TypeOf(resource)!);
        return copies > MostCopies;
    }

    /// <summary>By version where servers count them, else by the instant of change; zero in doubt.</summary>
    private static int Compare(JsonElement candidate, JsonElement known)
        => VersionOf(candidate) is { } version && VersionOf(known) is { } other ? version.CompareTo(other)
            : UpdatedAt(candidate) is { } updated && UpdatedAt(known) is { } before ? updated.CompareTo(before) : 0;

    private static long? VersionOf(JsonElement resource)
        => FhirJson.Object(resource, "meta"u8) is { ValueKind: JsonValueKind.Object } meta
            && long.TryParse(FhirJson.Text(meta, "versionId"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static DateTimeOffset? UpdatedAt(JsonElement resource)
        => FhirJson.Object(resource, "meta"u8) is { ValueKind: JsonValueKind.Object } meta
            && FhirJson.Text(meta, "lastUpdated"u8) is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
