using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Storage.Indexing.Values;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A way of a parameter and what is made of the values at its end.</summary>
/// <param name="Branch">The way.</param>
/// <param name="Rule">Makes the entries; null for values that are only known to be present, and for composites.</param>
/// <param name="Parts">Parts of a composite, each with its ways.</param>
internal sealed record PlannedBranch(PathBranch Branch, ValueRule? Rule, IReadOnlyList<PlannedPart> Parts)
{
    /// <summary>Name of the member of the resource the way begins with; null when it begins otherwise.</summary>
    public byte[]? First { get; } = Branch is { IsFromResource: false, Steps: [PathStep.Member first, ..] } ? first.Name : null;

    /// <summary>Whether values give entries of their own.</summary>
    public bool IsIndexed => Rule is not null || Parts.Count > 0;

    /// <exception cref="PathException">A part cannot be compiled.</exception>
    public static PlannedBranch Compile(SearchParameter parameter, PathBranch branch)
        => new(branch, ValueRules.For(parameter.Type, branch.Type), [.. parameter.Components.Select(part => PlannedPart.Compile(parameter, part, branch.Type))]);
}
