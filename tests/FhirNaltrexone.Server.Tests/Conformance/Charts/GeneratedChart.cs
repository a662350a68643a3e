using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>One call and the chart behind it, every resource as JSON text, so that a counterexample can be read and replayed.</summary>
public sealed record GeneratedChart(string Hook, DateTimeOffset Now, IReadOnlyList<string> Drafts, IReadOnlyList<string> Appointments, IReadOnlyList<string> Resources)
{
    private const string Scope = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea";

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The patient's own record; null when it could not be read.</summary>
    public string? Patient { get; init; } = """{"resourceType":"Patient","id":"pt","gender":"male","birthDate":"1990-03-02"}""";

    /// <summary>Types that could not be read.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>The zone of the site.</summary>
    public TimeZoneInfo Zone { get; init; } = NewYork;

    /// <summary>The chart with other resources, or the same in another order.</summary>
    public GeneratedChart With(IReadOnlyList<string> resources) => this with { Resources = resources };

    /// <summary>The chart with one resource more.</summary>
    public GeneratedChart Plus(string resource) => With([.. Resources, resource]);

    /// <summary>The same chart after a client failed to read a type.</summary>
    public GeneratedChart Without(string type)
        => With([.. Resources.Where(resource => TypeOf(resource) != type)]) with { Unread = [type], Patient = type == "Patient" ? null : Patient };

    /// <summary>Rewrites every text of the chart: drafts, appointments and resources.</summary>
    public GeneratedChart Rewrite(Func<string, string> rewrite) => this with
    {
        Drafts = [.. Drafts.Select(rewrite)],
        Appointments = [.. Appointments.Select(rewrite)],
        Resources = [.. Resources.Select(rewrite)],
        Patient = Patient is null ? null : rewrite(Patient),
    };

    public Chart ToChart() => new()
    {
        Scope = Scope,
        PatientId = "pt",
        Zone = Zone,
        Resources = Parse(Patient is null ? Resources : [Patient, .. Resources]),
        DraftOrders = Parse(Drafts),
        Appointments = Parse(Appointments),
        Selections = Selections,
        UnreadResourceTypes = Unread,
    };

    /// <summary>While selecting, the first half of the drafts is selected.</summary>
    public IReadOnlyList<string> Selections
        => Hook == "order-select" ? [.. Drafts.Take((Drafts.Count + 1) / 2).Select(draft => $"{TypeOf(draft)}/{JsonNode.Parse(draft)!["id"]}")] : [];

    /// <summary>The call, without data but its context.</summary>
    internal JsonObject ToRequest()
    {
        var context = new JsonObject { ["userId"] = "Practitioner/doc", ["patientId"] = "pt", ["encounterId"] = "enc" };
        switch (Hook)
        {
            case "appointment-book":
                context["appointments"] = Call.Bundle(Nodes(Appointments));
                break;
            case "order-select":
                context["selections"] = new JsonArray([.. Selections]);
                goto case "order-sign";
            case "order-sign":
                context["draftOrders"] = Call.Bundle(Nodes(Drafts));
                break;
        }

        return new() { ["hook"] = Hook, ["hookInstance"] = Scope, ["context"] = context };
    }

    /// <summary>What the client has on file.</summary>
    internal Records ToRecords() => new(Nodes(Patient is null ? Resources : [Patient, .. Resources]), Unread);

    public override string ToString() => string.Join(
        '\n', [$"{Hook} at {Now:O}, zone {Zone.Id}, unread [{string.Join(", ", Unread)}]", Patient ?? "no patient", .. Drafts.Select(text => "draft " + text), .. Appointments, .. Resources]);

    internal static string TypeOf(string resource) => (string)JsonNode.Parse(resource)!["resourceType"]!;

    private static JsonObject[] Nodes(IReadOnlyList<string> texts) => [.. texts.Select(text => JsonNode.Parse(text)!.AsObject())];

    private static List<JsonElement> Parse(IReadOnlyList<string> texts) => [.. texts.Select(text => JsonElement.Parse(text))];
}
