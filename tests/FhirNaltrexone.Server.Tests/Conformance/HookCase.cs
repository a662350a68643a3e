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
        _file = Parse(path);
        Records = new Records(
            Chart(_file),
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

    /// <summary>The name of the background, or null.</summary>
    public string? Background => (string?)_file["background"];

    public Records Records { get; }

    /// <summary>The cards expected, as <c>rule indicator</c>, sorted.</summary>
    public IReadOnlyList<string> Expected =>
        [.. _file["expected"]!.AsArray().Select(card => $"{card!["rule"]} {card["indicator"]}").Order(StringComparer.Ordinal)];

    public static HookCase Read(string path) => new(path);

    /// <summary>Backgrounds that a case may stand before, each an array of resources, by name.</summary>
    public static IEnumerable<string> Backgrounds
        => Directory.EnumerateFiles(Path.Combine(Folder, "backgrounds"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>The call without any data but its context.</summary>
    public JsonObject Request() => new()
    {
        ["hook"] = Hook,
        ["hookInstance"] = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        ["context"] = _file["context"]!.DeepClone(),
    };

    /// <summary>The resources of the case, and those of its background that it does not replace.</summary>
    private static List<JsonObject> Chart(JsonNode file)
    {
        var own = Resources(file["resources"]!);
        return (string?)file["background"] is { } name
            ? [.. own, .. Resources(Parse(Path.Combine("backgrounds", $"{name}.json"))).ExceptBy(own.Select(Identity), Identity)]
            : own;
    }

    private static List<JsonObject> Resources(JsonNode array) => [.. array.AsArray().Select(resource => resource!.AsObject())];

    private static string Identity(JsonObject resource) => $"{resource["resourceType"]}/{resource["id"]}";

    private static JsonNode Parse(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, path)))!;
}
