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
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TestServer _server = new();

    private IndexingOptions Indexing => _server.Services.GetRequiredService<IndexingOptions>();

    /// <summary>Whether a resource of patient <c>p</c> is shown.</summary>
    internal bool IsShown(JsonObject resource, IEnumerable<JsonObject> consents, Caller? caller = null, IReadOnlyDictionary<string, IReadOnlySet<string>>? related = null)
    {
        var facts = Facts(resource);
        var read = consents.Select(consent => StoredConsent.Read(JsonSerializer.SerializeToElement(consent), Indexing.TimeZone, Now)).OfType<StoredConsent>().ToList();
        return IsShown(facts, read, caller, related);
    }

    internal bool IsShown(ResourceFacts facts, IReadOnlyList<StoredConsent> consents, Caller? caller = null, IReadOnlyDictionary<string, IReadOnlySet<string>>? related = null)
    {
        var question = new ConsentQuestion(caller ?? Callers.Clinic, Now, _server.Services.GetRequiredService<SensitivityPolicy>(), Indexing);
        return ConsentDecision.IsPermitted(related is null ? question : question with { Related = related }, facts, consents);
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

    public void Dispose() => _server.Dispose();
}
