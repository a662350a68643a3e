namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>The reference model does what it defines.</summary>
public sealed class MemoryCompliance(MemoryEngine engine) : ResourceStoreCompliance(engine), IClassFixture<MemoryEngine>;
