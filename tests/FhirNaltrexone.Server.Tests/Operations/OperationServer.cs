using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Operations;

/// <summary>A server with a small clinic: two patients in a group, one outside, what belongs to them, and what they share.</summary>
public sealed class OperationServer : IAsyncLifetime
{
    private readonly TestServer _server = new(Settings);

    internal static (string Key, string Value)[] Settings => [("Jobs:SettleMilliseconds", "5"), ("Jobs:PollMilliseconds", "20")];

    internal FhirHttp Fhir { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fhir = new(_server, null);
        await FillAsync(Fhir);
    }

    public ValueTask DisposeAsync()
    {
        Fhir.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static async Task FillAsync(FhirHttp fhir)
    {
        await fhir.StoreAsync("""{"resourceType":"Organization","id":"clinic","name":"Clinic"}""");
        await fhir.StoreAsync("""{"resourceType":"Practitioner","id":"doctor","active":true}""");
        await fhir.StoreAsync("""{"resourceType":"Medication","id":"naltrexone","manufacturer":{"reference":"Organization/clinic"}}""");
        foreach (var patient in new[] { "p1", "p2", "p3" })
        {
            await fhir.StoreAsync($$"""{"resourceType":"Patient","id":"{{patient}}","gender":"female","birthDate":"1980-01-01","generalPractitioner":[{"reference":"Practitioner/doctor"}]}""");
            await fhir.StoreAsync($$"""{"resourceType":"Observation","id":"{{patient}}-alt","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1742-6"}]},"subject":{"reference":"Patient/{{patient}}"},"effectiveDateTime":"2026-01-10T08:00:00Z","valueInteger":30}""");
            await fhir.StoreAsync($$"""{"resourceType":"MedicationRequest","id":"{{patient}}-rx","status":"active","intent":"order","medicationReference":{"reference":"Medication/naltrexone"},"subject":{"reference":"Patient/{{patient}}"},"requester":{"reference":"Practitioner/doctor"},"authoredOn":"2026-02-01"}""");
        }

        await fhir.StoreAsync("""{"resourceType":"Group","id":"cohort","type":"person","actual":true,"member":[{"entity":{"reference":"Patient/p1"}},{"entity":{"reference":"Patient/p2"}}]}""");
    }
}
