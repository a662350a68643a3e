using System.Text.Json;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>A file in <c>conformance/search</c>: resources, the newest first as searches answer them, and what searches find among them.</summary>
public sealed record SearchTopic
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>All topics, in order of their names.</summary>
    public static IReadOnlyList<SearchTopic> All { get; } = [.. Directory.GetFiles(Repository.Path("conformance/search"), "*.json").Order().Select(Read)];

    /// <summary>Name of the file.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Resources, the newest first.</summary>
    public required IReadOnlyList<JsonElement> Resources { get; init; }

    /// <summary>Codes of value sets, <c>system|code</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ValueSets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What each code subsumes directly, <c>system|code</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Hierarchy { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Searches.</summary>
    public required IReadOnlyList<SearchCase> Cases { get; init; }

    private static SearchTopic Read(string file)
        => JsonSerializer.Deserialize<SearchTopic>(File.ReadAllText(file), Options)! with { Name = Path.GetFileNameWithoutExtension(file) };
}
