namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>Labels what has certain codes.</summary>
internal sealed record CodeRule
{
    /// <summary>Name, given as the basis of the labels.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about, for people.</summary>
    public required string Title { get; init; }

    /// <summary>Names of the labels.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Codes that make it hold …</summary>
    public required CodeMatch When { get; init; }

    /// <summary>… unless one of these stands in the same concept, or is its reason.</summary>
    public CodeMatch? Unless { get; init; }

    /// <summary>Resource types it does not concern.</summary>
    public IReadOnlyList<string> ExceptTypes { get; init; } = [];
}
