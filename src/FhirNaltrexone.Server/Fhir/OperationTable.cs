namespace FhirNaltrexone.Server.Fhir;

/// <summary>All operations of this process.</summary>
/// <param name="operations">What the slices registered.</param>
internal sealed class OperationTable(IEnumerable<FhirOperation> operations)
{
    /// <summary>All operations, by name.</summary>
    public IReadOnlyList<FhirOperation> All { get; } = [.. operations.OrderBy(operation => operation.Name, StringComparer.Ordinal)];

    /// <summary>Finds an operation.</summary>
    /// <param name="name">Name without the dollar sign.</param>
    /// <param name="type">Type in the address, or null.</param>
    /// <param name="id">Id in the address, or null.</param>
    public FhirOperation? Find(string name, string? type, string? id)
    {
        var level = type is null ? OperationLevels.System : id is null ? OperationLevels.Type : OperationLevels.Instance;
        return All.FirstOrDefault(operation => operation.Name == name && operation.IsAt(level, type));
    }
}
