namespace FhirNaltrexone.Server.Tests.Hostile.Fhir;

/// <summary>The tests that share one process, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneFhirProcess : ICollectionFixture<FhirProcess>
{
    public const string Name = "One FHIR process";
}
