using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Tests.Oracle;

/// <summary>The committed rule libraries, compiled by our engine with the thresholds and zone that the other engine was given.</summary>
internal sealed class OracleContent
{
    private OracleContent(CqlEngine engine, CqlParameters thresholds, IReadOnlyDictionary<string, string> hashes) =>
        (Engine, Thresholds, ElmHashes) = (engine, thresholds, hashes);

    public static string Root { get; } = FindRoot();

    public static OracleContent Committed { get; } = Load();

    public CqlEngine Engine { get; }

    public CqlParameters Thresholds { get; }

    public IReadOnlyDictionary<string, string> ElmHashes { get; }

    private static OracleContent Load()
    {
        var generated = Path.Combine(Root, "profiles", "generated");
        var files = Directory.GetFiles(Path.Combine(generated, "elm"), "*.json").Order(StringComparer.Ordinal).ToList();
        var sets = Directory.GetFiles(Path.Combine(generated, "resources"), "ValueSet-*.json").Select(ReadSet).ToDictionary(set => set.Url, set => set.Codes);
        var engine = CqlEngine.Load(files.Select(file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file)), url => sets.GetValueOrDefault(url));
        var hashes = files.ToDictionary(file => Path.GetFileNameWithoutExtension(file), Hash);
        return new OracleContent(engine, ReadThresholds(Path.Combine(generated, "thresholds.json")), hashes);
    }

    private static (string Url, CodeSet Codes) ReadSet(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var codes = from include in json.RootElement.GetProperty("compose").GetProperty("include").EnumerateArray()
                    from concept in include.GetProperty("concept").EnumerateArray()
                    select new CqlCode(concept.GetProperty("code").GetString(), include.GetProperty("system").GetString());
        return (json.RootElement.GetProperty("url").GetString()!, new CodeSet([.. codes]));
    }

    private static CqlParameters ReadThresholds(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.EnumerateArray().Aggregate(CqlParameters.Empty, (bound, row) =>
            bound.With("NaltrexoneThresholds", row.GetProperty("parameter").GetString()!, ReadThreshold(row)));
    }

    private static object ReadThreshold(JsonElement row)
    {
        var value = row.GetProperty("value");
        return row.GetProperty("type").GetString() switch
        {
            "Quantity" => new CqlQuantity(value.GetDecimal(), row.GetProperty("unit").GetString()),
            "Integer" => value.GetInt32(),
            "Decimal" => value.GetDecimal(),
            "IntegerList" => value.EnumerateArray().Select(each => (object?)each.GetInt32()).ToList(),
            _ => value.GetString()!,
        };
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(file))));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FhirNaltrexone.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
