using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>Makes the entries of one value. A value of another shape than its type has makes none.</summary>
/// <param name="extraction">Receives the entries.</param>
/// <param name="value">The value, as a client sent it.</param>
/// <param name="branch">Where it comes from.</param>
internal delegate void ValueRule(Extraction extraction, JsonElement value, PathBranch branch);
