namespace FhirNaltrexone.Storage.Resources;

/// <summary>A reference from one current resource to another that is indexed for a search parameter.</summary>
/// <param name="Source">Number of the resource that holds the reference.</param>
/// <param name="Parameter">Key of the search parameter.</param>
/// <param name="Target">What is referred to.</param>
/// <param name="TargetVersion">The version named by the reference, or null.</param>
public readonly record struct ReferenceEdge(long Source, int Parameter, ResourceKey Target, int? TargetVersion);
