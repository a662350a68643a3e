namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A function of a collection and up to one argument, itself a collection. It puts its results on the stack.</summary>
/// <param name="input">The collection.</param>
/// <param name="argument">The argument; empty when there is none.</param>
/// <param name="call">Where it is called.</param>
internal delegate void CollectionFunction(Span input, Span argument, CallSite call);
