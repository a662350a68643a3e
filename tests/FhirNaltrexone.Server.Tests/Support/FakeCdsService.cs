using System.Text.Json;
using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>A service with a few templates and no rules: it remembers what chart it was shown.</summary>
internal sealed class FakeCdsService : ICdsService
{
    public const string ServiceId = "test-service";

    public static readonly IReadOnlyList<PrefetchTemplate> Templates =
    [
        new("patient", "Patient", "Patient/{{context.patientId}}", []),
        new("conditions", "Condition", "Condition?patient={{context.patientId}}", []),
        new("medicationRequests", "MedicationRequest", "MedicationRequest?patient={{context.patientId}}", []),
        new("liverTests", "Observation", "Observation?patient={{context.patientId}}&code=1742-6,1920-8", ["1742-6", "1920-8"]),
    ];

    public Func<SeenChart, IReadOnlyList<Finding>> Rules { get; set; } = _ => [Findings.Simple()];

    public SeenChart? Seen { get; private set; }

    public string Id { get; init; } = ServiceId;

    public string Title => "Test service";

    public string Description => "Remembers the chart.";

    public string? Usage => null;

    public IReadOnlyList<string> Hooks { get; init; } = ["order-select", "order-sign", "patient-view"];

    IReadOnlyList<Coding> ICdsService.Rules => Findings.Rules;

    public IReadOnlyList<PrefetchTemplate> Prefetch(string hook) => Templates;

    public IReadOnlyList<Finding> Evaluate(string hook, Chart chart, DateTimeOffset now, string? rule = null)
    {
        Seen = new SeenChart(
            hook, now, chart.Scope, chart.PatientId, Texts(chart.Resources), Texts(chart.DraftOrders), Texts(chart.DraftOrdersAsSent),
            Texts(chart.Appointments), chart.Selections, chart.UnreadResourceTypes);
        return [.. Rules(Seen).Where(finding => rule is null || finding.Rule.Code == rule)];
    }

    private static List<string> Texts(IReadOnlyList<JsonElement> resources) => [.. resources.Select(resource => resource.GetRawText())];
}
