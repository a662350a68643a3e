using System.Text.Json;

namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>A condition on an element; null stands for FHIRPath's empty result.</summary>
/// <param name="element">The element.</param>
/// <param name="context">The resource it belongs to.</param>
internal delegate bool? PathCondition(JsonElement element, PathContext context);
