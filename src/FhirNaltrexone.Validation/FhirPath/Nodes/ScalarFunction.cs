namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A function of one value and up to two arguments.</summary>
/// <param name="input">The value, never nothing; an element only where it is no primitive.</param>
/// <param name="first">First argument; nothing when there is none.</param>
/// <param name="second">Second argument; nothing when there is none.</param>
/// <param name="call">Where it is called.</param>
internal delegate FhirPathValue ScalarFunction(in FhirPathValue input, in FhirPathValue first, in FhirPathValue second, CallSite call);
