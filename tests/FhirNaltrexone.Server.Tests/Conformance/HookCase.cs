using System.Globalization;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>One file of conformance/cds-hooks: a call, the chart behind it and the cards it must bring.</summary>
internal sealed class HookCase
{
    private static readonly string Folder = Path.Combine(Repository.Root, "conformance", "cds-hooks");

    private readonly JsonNode _file;

    private HookCase(string path)
    {
        _file = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, path)))!;
        Records = new Records(
            _file["resources"]!.AsArray().Select(resource => resource!.AsObject()),
            _file["unavailable"]!.AsArray().Select(type => (string)type!));
    }

    /// <summary>Every file, as path below the folder.</summary>
    public static TheoryData<string> All { get; } =
    [
        .. new[] { "scenarios", "cases" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json"))
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public string Hook => (string)_file["hook"]!;

    public DateTimeOffset Now => DateTimeOffset.Parse((string)_file["now"]!, CultureInfo.InvariantCulture);

    public Records Records { get; }

    /// <summary>The cards expected, as <c>rule indicator</c>, sorted.</summary>
    public IReadOnlyList<string> Expected =>
        [.. _file["expected"]!.AsArray().Select(card => $"{card!["rule"]} {card["indicator"]}").Order(StringComparer.Ordinal)];

    public static HookCase Read(string path) => new(path);

    /// <summary>The call without any data but its context.</summary>
    public JsonObject Request() => new()
    {
        ["hook"] = Hook,
        ["hookInstance"] = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        ["context"] = _file["context"]!.DeepClone(),
    };
}
