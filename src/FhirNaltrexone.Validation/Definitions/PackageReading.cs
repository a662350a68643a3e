using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Definitions;

/// <summary>What came of reading a package: the package, or why it is refused.</summary>
/// <param name="Package">The package; null when there is an issue.</param>
/// <param name="Issues">Why it is refused; empty when it is good.</param>
public sealed record PackageReading(DefinitionPackage? Package, IReadOnlyList<Issue> Issues);
