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

    /// <summary>The record with what the context brings: drafts and appointments in it are newer than their stored copies.</summary>
    public JsonObject Data()
    {
        List<JsonObject> context = [.. Brought()];
        return Call.Bundle([.. context.Concat(Records.All.ExceptBy(context.Select(Identity), Identity)).Select(resource => (JsonObject)resource.DeepClone())]);
    }

    /// <summary>Why a record cannot tell what the call tells; null when it can.</summary>
    public string? NotInRecord
        => _file["unavailable"]!.AsArray().Count > 0 ? "what could not be read"
            : Brought().Any(order => IsOrder(order) && (string?)order["status"] != "draft") ? "that an order is being stopped"
            : _file["context"]!["selections"]?.AsArray() is { } chosen && chosen.Count < Brought().Count() ? "which drafts are being chosen"
            : Hook.StartsWith("order-", StringComparison.Ordinal) && Records.All.Any(order => IsOrder(order) && (string?)order["status"] == "draft"
                && !Brought().Select(Identity).Contains(Identity(order))) ? "which drafts are being signed"
            : null;

    /// <summary>The record without what could not be read; a patient unread is known by id.</summary>
    public JsonObject Readable()
        => Call.Bundle([.. Records.All.Where(resource => !Records.IsUnavailable($"{resource["resourceType"]}/")).Select(resource => (JsonObject)resource.DeepClone()),
            .. Records.IsUnavailable("Patient/") ? [Call.Resource("Patient", (string)_file["context"]!["patientId"]!)] : Array.Empty<JsonObject>()]);

    /// <summary>What the call brings besides the record, named as in CQL, as a parameter; nothing when it brings nothing.</summary>
    public IEnumerable<JsonObject> Given()
    {
        JsonNode[] given =
        [
            .. Brought().Select(brought => new JsonObject
            {
                ["name"] = (string?)brought["resourceType"] switch
                {
                    "MedicationRequest" => "Draft Medication Requests",
                    "ServiceRequest" => "Draft Service Requests",
                    _ => "Context Appointments",
                },
                ["resource"] = brought.DeepClone(),
            }),
            .. Named("Selections", _file["context"]!["selections"]),
            .. Named("Unread Resource Types", _file["unavailable"]),
        ];
        if (given.Length == 0) yield break;
        yield return new() { ["name"] = "parameters", ["resource"] = new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = new JsonArray(given) } };
    }

    private static IEnumerable<JsonNode> Named(string name, JsonNode? texts)
        => (texts?.AsArray() ?? []).Select(text => new JsonObject { ["name"] = name, ["valueString"] = (string?)text });

    private IEnumerable<JsonObject> Brought()
        => new[] { "draftOrders", "appointments" }.SelectMany(name => _file["context"]![name]?["entry"]?.AsArray() ?? []).Select(entry => entry!["resource"]!.AsObject());

    private static bool IsOrder(JsonObject resource) => (string?)resource["resourceType"] is "MedicationRequest" or "ServiceRequest";

    private static string Identity(JsonObject resource) => $"{resource["resourceType"]}/{resource["id"]}";

    private static JsonNode Parse(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, path)))!;
}
