using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Questionnaires;

/// <summary>An EHR whose records are those of the server itself: it answers each prefetch template by a search there, then signs naltrexone.</summary>
internal static class Ehr
{
    private const string Service = "naltrexone-start-safety";

    /// <summary>Indicator of a rule's card when naltrexone tablets are signed for the patient; null for none.</summary>
    public static async Task<string?> IndicatorAsync(FhirHttp fhir, string rule)
    {
        var (call, patient) = (Call.OrderSign(), fhir.Own("qqown"));
        call["context"]!["patientId"] = patient;
        var draft = Call.Order("naltrexone");
        draft["subject"]!["reference"] = $"Patient/{patient}";
        draft["intent"] = "order";
        draft["authoredOn"] = "2026-11-22T09:00:00-05:00";
        draft["medicationCodeableConcept"] = JsonNode.Parse("""{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1483744"}]}""");
        call["context"]!["draftOrders"] = Call.Bundle(draft);
        call["prefetch"] = await PrefetchAsync(fhir, patient);

        using var response = await fhir.Server.PostAsync(call, Service);

        var cards = (await response.JsonAsync())["cards"]!.AsArray();
        return (string?)cards.SingleOrDefault(card => (string?)card!["source"]!["topic"]!["code"] == rule)?["indicator"];
    }

    private static async Task<JsonObject> PrefetchAsync(FhirHttp fhir, string patient)
    {
        using var discovery = await fhir.GetAsync("/cds-services");
        var service = (await discovery.JsonAsync())["services"]!.AsArray().Single(one => (string?)one!["id"] == Service && (string?)one["hook"] == "order-sign")!;
        var prefetch = new JsonObject();
        foreach (var (key, template) in service["prefetch"]!.AsObject())
        {
            using var answer = await fhir.GetAsync($"/fhir/{((string)template!).Replace("{{context.patientId}}", patient, StringComparison.Ordinal)}");
            Assert.True(answer.IsSuccessStatusCode, $"{template}: {await answer.Content.ReadAsStringAsync()}");
            prefetch[key] = await answer.JsonAsync();
        }

        return prefetch;
    }
}
