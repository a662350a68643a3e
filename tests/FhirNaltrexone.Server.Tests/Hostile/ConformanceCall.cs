using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Conformance;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>Hook calls as files of <c>conformance/cds-hooks</c> bring them about, from a client that answers every key of the discovery document.</summary>
internal static class ConformanceCall
{
    public const string StartSafety = "naltrexone-start-safety";

    /// <summary>The call of a file to a service, or null when the service does not answer its hook.</summary>
    public static JsonObject? To(string service, JsonArray services, string file)
    {
        var hookCase = HookCase.Read(file);
        var entry = services.SingleOrDefault(entry => (string?)entry!["id"] == service && (string?)entry["hook"] == hookCase.Hook);
        if (entry is null)
        {
            return null;
        }

        var call = hookCase.Request();
        var patient = (string)call["context"]!["patientId"]!;
        var prefetch = new JsonObject();
        foreach (var (key, template) in entry["prefetch"]!.AsObject())
        {
            var query = ((string)template!).Replace("{{context.patientId}}", patient, StringComparison.Ordinal);
            prefetch[key] = hookCase.Records.Answer(query, strict: true);
        }

        call["prefetch"] = prefetch;
        return call;
    }
}
