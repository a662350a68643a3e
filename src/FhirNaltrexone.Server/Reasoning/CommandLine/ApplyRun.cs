using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Apply;
using FhirNaltrexone.Knowledge.Apply.Plans;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.Reasoning.Charts;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.CommandLine;

/// <summary>Applies a plan without the service, with the thresholds of the content.</summary>
/// <param name="plan">Id, canonical or file.</param>
/// <param name="data">File with a Bundle.</param>
/// <param name="subject">The patient.</param>
/// <param name="zone">Time zone.</param>
/// <param name="hook">The hook it is applied at; null for all that the plan names.</param>
internal sealed class ApplyRun(string plan, string data, string subject, string zone, string? hook = null)
{
    private const string Type = "PlanDefinition";
    private const string Patient = "Patient/";

    /// <summary>Applies it.</summary>
    /// <param name="now">The instant.</param>
    /// <exception cref="ServerException">Something cannot be read or used; the message says what.</exception>
    public JsonObject Apply(DateTimeOffset now)
    {
        var content = ContentSet.LoadEmbedded(new Dictionary<string, string>());
        var definition = Definition(content);
        var hooks = PlanEvents.Of(definition, content.Find);
        if (hook is not null && !hooks.Contains(hook)) throw Unusable(hooks.Count == 0 ? "The plan belongs to no hook." : $"The plan has no hook {hook}; there are: {string.Join(", ", hooks)}.");
        using var chart = Chart(() => ContentNeeds.TypesOf(content, definition, hook is null ? hooks : [hook]));
        var result = Application.ApplyPlan(
            new()
            {
                Definition = definition,
                Chart = chart.Chart,
                Now = now,
                Hook = hook,
                Definitions = content.Find,
                Libraries = content.Libraries.Find,
                HooksOf = content.HooksOf,
                Issues = [.. chart.Issues.Select(issue => new ApplyIssue(issue.Code, issue.Text, issue.Expression))],
            },
            CancellationToken.None);
        return result.Resource ?? throw Unusable(result.Fault!.Text);
    }

    private JsonElement Definition(ContentSet content)
    {
        if (plan.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return Read(plan, Type);
        var known = content.Find(Type, plan) ?? content.All(Type).FirstOrDefault(one => FhirJson.Text(one, "id"u8) == plan);
        return known is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw Unusable($"There is no plan {plan}; there are: {string.Join(", ", content.All(Type).Select(one => FhirJson.Text(one, "id"u8)))}.");
    }

    private PatientChart Chart(Func<IEnumerable<string>> typesRead)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var site)) throw Unusable($"'{zone}' is not a time zone this machine knows.");
        var id = subject.StartsWith(Patient, StringComparison.Ordinal) ? subject[Patient.Length..] : subject;
        List<(JsonElement Resource, string? Address)> found = [];
        List<Issue> issues = [];
        var gaps = BundleData.Read(Read(data, "Bundle"), id, found, issues);
        List<string> unread = [.. gaps.OfTypes.Union(gaps.OfAllTypes ? typesRead() : []).Order(StringComparer.Ordinal)];
        var chart = ChartAssembly.Make(id, site, found, unread, issues);
        return chart.Value ?? throw Unusable($"There is no Patient {id} in {data}.");
    }

    private static JsonElement Read(string file, string type)
    {
        try
        {
            var reading = ContentReader.Unchecked(File.ReadAllBytes(file), isXml: false);
            if (reading.Content is { } content && content.Type == type) return content.Root;
            throw Unusable($"{file} is no {type} in JSON: {(reading.Issues.Count > 0 ? reading.Issues[0].Text : "it is another resource.")}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"{file} cannot be read: {failure.Message}");
        }
    }

    private static ServerException Unusable(string message) => new(ServerErrorCode.InputUnusable, message);
}
