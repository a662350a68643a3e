using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>
/// One file of <c>conformance/apply</c>: a plan, a patient at an instant, and the actions, goals and issues that must come of it. Dates are worked
/// out by hand from the source the case names. The plan is the id of one of the content, or stands in the case; <c>definitions</c> adds others, and
/// <c>thresholds</c> tells what the site has set.
/// </summary>
internal sealed class ApplyCase(JsonObject json)
{
    private static readonly ConcurrentDictionary<string, ContentSet> Contents = new(StringComparer.Ordinal);

    private ContentSet Content => Contents.GetOrAdd(
        json["thresholds"]?.ToJsonString() ?? "{}",
        static set => ContentSet.LoadEmbedded(JsonSerializer.Deserialize<Dictionary<string, string>>(set)!));

    public static string Folder => Path.Combine(Repository.Root, "conformance", "apply");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    public JsonObject Expected => json["expected"]!.AsObject();

    public string this[string name] => json[name]?.GetValue<string>() ?? "";

    public static ApplyCase Read(string name) => new(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!.AsObject());

    public ApplyResult Apply() => Application.ApplyPlan(Request(Plan()), CancellationToken.None);

    /// <summary>Applies another plan of the content to the patient of the case.</summary>
    public ApplyResult Apply(string plan) => Application.ApplyPlan(Request(OfContent(plan)), CancellationToken.None);

    private ApplyRequest Request(JsonElement plan)
    {
        var resources = json["resources"]!.AsArray().Select(resource => JsonSerializer.SerializeToElement(resource)).ToList();
        var patient = resources.Single(resource => resource.GetProperty("resourceType").GetString() == "Patient");
        var definitions = (json["definitions"]?.AsArray() ?? []).Select(definition => JsonSerializer.SerializeToElement(definition)).ToList();
        return new()
        {
            Definition = plan,
            Now = DateTimeOffset.Parse(this["now"], CultureInfo.InvariantCulture),
            Chart = new Chart
            {
                Scope = this["id"],
                PatientId = patient.GetProperty("id").GetString()!,
                Zone = TimeZoneInfo.FindSystemTimeZoneById(this["zone"]),
                Resources = resources,
            },
            Definitions = (type, canonical) => Content.Find(type, canonical) ?? Find(definitions, type, canonical),
            Libraries = Content.Libraries.Find,
            Encounter = (string?)json["parameters"]?["encounter"],
            Practitioner = (string?)json["parameters"]?["practitioner"],
            Organization = (string?)json["parameters"]?["organization"],
        };
    }

    private JsonElement Plan() => json["plan"] is JsonObject own
        ? JsonSerializer.SerializeToElement(own)
        : OfContent(this["plan"]);

    private JsonElement OfContent(string id) => Content.All("PlanDefinition").Single(plan => plan.GetProperty("id").GetString() == id);

    private static JsonElement? Find(List<JsonElement> definitions, string type, string canonical)
        => definitions.FirstOrDefault(definition => definition.GetProperty("resourceType").GetString() == type
            && definition.GetProperty("url").GetString() == canonical.Split('|')[0]) is { ValueKind: JsonValueKind.Object } found ? found : null;
}
