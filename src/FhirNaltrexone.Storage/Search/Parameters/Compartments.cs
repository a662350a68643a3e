using System.Collections.Frozen;
using System.Text.Json;

namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>The five compartments of FHIR R4: which search parameters make a resource a member.</summary>
internal static class Compartments
{
    /// <summary>Stands for the resource itself.</summary>
    public const string Itself = "{def}";

    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, string[]>>> All = new(Read);

    public static bool Contains(string type) => All.Value.ContainsKey(type);

    public static IReadOnlyList<string> Codes(string compartment, string type)
        => All.Value.TryGetValue(compartment, out var members) && members.TryGetValue(type, out var codes) ? codes : [];

    private static FrozenDictionary<string, FrozenDictionary<string, string[]>> Read()
    {
        using var stream = typeof(Compartments).Assembly.GetManifestResourceStream("compartments.json")!;
        var read = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream)!;
        return read.ToFrozenDictionary(pair => pair.Key, pair => WithItself(pair.Key, pair.Value), StringComparer.Ordinal);
    }

    /// <summary>R4 names the resource itself only in some definitions, but says of all that it belongs to its own compartment.</summary>
    private static FrozenDictionary<string, string[]> WithItself(string compartment, Dictionary<string, string[]> members)
    {
        var own = members.GetValueOrDefault(compartment, []);
        members[compartment] = own.Contains(Itself) ? own : [Itself, .. own];
        return members.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
