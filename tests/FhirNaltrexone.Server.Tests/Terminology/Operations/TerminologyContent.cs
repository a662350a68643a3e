using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Terminology.Operations;

/// <summary>A server with a small terminology that a client has stored.</summary>
[CollectionDefinition]
public sealed class TerminologyContent : IAsyncLifetime, ICollectionFixture<TerminologyContent>
{
    internal FhirHttp Fhir { get; } = new(("Terminology:MaxCodes", "500"));

    public async ValueTask InitializeAsync()
    {
        await Fhir.StoreAsync("""{"resourceType":"CodeSystem","id":"animals","url":"http://example.org/animals","version":"2","name":"Animals","status":"active","content":"complete","caseSensitive":true,"hierarchyMeaning":"is-a","property":[{"code":"legs","type":"integer"}],"concept":[{"code":"animal","display":"Animal","concept":[{"code":"bird","display":"Bird","definition":"It has feathers.","property":[{"code":"legs","valueInteger":2}],"concept":[{"code":"owl","display":"Owl","designation":[{"language":"de","value":"Eule"}]}]},{"code":"fish","display":"Fish"}]}]}""");
        await Fhir.StoreAsync("""{"resourceType":"ValueSet","id":"birds","url":"http://example.org/birds","version":"1","name":"Birds","status":"active","publisher":"Zoo","compose":{"include":[{"system":"http://example.org/animals","filter":[{"property":"concept","op":"is-a","value":"bird"}]}]}}""");
        await Fhir.StoreAsync("""{"resourceType":"ValueSet","id":"all","url":"http://example.org/all","status":"active","compose":{"include":[{"system":"http://example.org/animals"}]}}""");
        await Fhir.StoreAsync("""{"resourceType":"ValueSet","id":"disorders","url":"http://example.org/disorders","status":"active","compose":{"include":[{"system":"http://snomed.info/sct","filter":[{"property":"concept","op":"is-a","value":"64572001"}]}]}}""");
        await Fhir.StoreAsync("""{"resourceType":"ConceptMap","id":"kin","url":"http://example.org/kin","status":"active","sourceUri":"http://example.org/all","group":[{"source":"http://example.org/animals","target":"http://example.org/kinds","element":[{"code":"owl","target":[{"code":"aves","display":"Birds","equivalence":"wider"}]},{"code":"fish","target":[{"equivalence":"unmatched"}]}]}]}""");
    }

    public ValueTask DisposeAsync()
    {
        Fhir.Dispose();
        return ValueTask.CompletedTask;
    }
}
