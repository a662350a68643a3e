namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary>What is to be known of an operation to read its calls.</summary>
/// <param name="Type">Resource type it belongs to.</param>
/// <param name="Own">The parameter for a resource of this type.</param>
/// <param name="Name">Name without the dollar sign.</param>
internal sealed record TerminologyOperation(string Type, string Own, string Name)
{
    /// <summary>Parameters served.</summary>
    public required IReadOnlyCollection<string> Known { get; init; }

    /// <summary>Parameters that would change the answer and are not served.</summary>
    public IReadOnlyCollection<string> Unserved { get; init; } = ["date"];
}
