using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Sensitivity.Consents;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Server.Security.Sensitivity.Policy;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>Asks the product about consents and resources, without a database.</summary>
public sealed class ConsentBench : IDisposable
{
    /// <summary>The holder of what <see cref="Callers.Clinic"/> writes, as it stands in the tag.</summary>
    public const string ClinicHolds = "client/clinic/clinic";

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TestServer _server = new();

    private IndexingOptions Indexing => _server.Services.GetRequiredService<IndexingOptions>();

    /// <summary>Whether a resource of patient <c>p</c> is shown.</summary>
    internal bool IsShown(
        JsonObject resource, IEnumerable<JsonObject> consents, Caller? caller = null, IReadOnlyDictionary<string, IReadOnlySet<string>>? related = null, DateTimeOffset? now = null)
    {
        var facts = Facts(resource);
        var read = consents.Select(consent => StoredConsent.Read(JsonSerializer.SerializeToElement(consent), Indexing.TimeZone, now ?? Now)).OfType<StoredConsent>().ToList();
        return IsShown(facts, read, caller, related, now);
    }

    internal bool IsShown(ResourceFacts facts, IReadOnlyList<StoredConsent> consents, Caller? caller = null, IReadOnlyDictionary<string, IReadOnlySet<string>>? related = null, DateTimeOffset? now = null)
    {
        var question = new ConsentQuestion(caller ?? Callers.Clinic, now ?? Now, _server.Services.GetRequiredService<SensitivityPolicy>(), Indexing);
        var known = new PatientConsents.Known(now ?? Now);
        foreach (var patient in facts.Patients) known.Consents[patient] = consents;
        return Disclosures.IsPermitted(related is null ? question : question with { Related = related }, facts, known);
    }

    internal ResourceFacts Facts(JsonObject resource)
        => _server.Services.GetRequiredService<FactsReader>().Read((string)resource["resourceType"]!, (string)resource["id"]!, JsonSerializer.SerializeToElement(resource), null);

    internal StoredConsent? Consent(JsonObject consent) => StoredConsent.Read(JsonSerializer.SerializeToElement(consent), Indexing.TimeZone, Now);

    /// <summary>A resource of patient <c>p</c> with labels of v3-ActCode.</summary>
    public static JsonObject Resource(string type, params string[] labels)
    {
        var resource = JsonNode.Parse($$"""
            {"resourceType":"{{type}}","id":"r","subject":{"reference":"Patient/p"},"effectiveDateTime":"2025-03-04",
             "code":{"coding":[{"system":"http://loinc.org","code":"1742-6"}]} }
            """)!.AsObject();
        if (labels.Length > 0)
        {
            resource["meta"] = new JsonObject
            {
                ["security"] = new JsonArray([.. labels.Select(label => new JsonObject
                {
                    ["system"] = label is "R" or "V" or "N" ? Protection.Confidentiality : Protection.Act, ["code"] = label,
                })]),
            };
        }

        return resource;
    }

    /// <summary>The same resource, held by somebody.</summary>
    public static JsonObject Held(JsonObject resource, string holder)
    {
        var meta = resource["meta"] as JsonObject ?? [];
        meta["tag"] = new JsonArray(new JsonObject { ["system"] = "https://fhirnaltrexone.example.org/fhir/sid/record-holder", ["code"] = holder });
        resource["meta"] = meta.DeepClone();
        return resource;
    }

    public void Dispose() => _server.Dispose();
}
