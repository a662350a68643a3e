using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>Libraries that were compiled together. Immutable and safe for concurrent use.</summary>
public sealed class LibrarySet
{
    internal LibrarySet(IEnumerable<JsonElement> resources, CompiledLibraries compiled)
        => All = [.. resources.Select(resource => new KnowledgeLibrary(resource, compiled)).OrderBy(library => library.Id, StringComparer.Ordinal)];

    /// <summary>All libraries, by id.</summary>
    public IReadOnlyList<KnowledgeLibrary> All { get; }

    /// <summary>The library a canonical names, or null. A version after <c>|</c> must be that of the library.</summary>
    /// <param name="canonical">URL, or URL and version.</param>
    public KnowledgeLibrary? Find(string canonical)
    {
        var parts = canonical.Split('|', 2);
        return All.FirstOrDefault(library => library.Url == parts[0] && (parts.Length == 1 || library.Version == parts[1]));
    }

    /// <summary>The library with an id, or null.</summary>
    /// <param name="id">Logical id of the Library resource.</param>
    public KnowledgeLibrary? WithId(string id) => All.FirstOrDefault(library => library.Id == id);
}
