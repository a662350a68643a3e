using System.Text.Json;

namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>Receives the elements a path selects.</summary>
internal interface IPathVisitor
{
    /// <summary>One element, of any kind of JSON but null and array.</summary>
    void Visit(PathBranch branch, JsonElement element);
}
