using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Storage.Indexing.Values;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A part of a composite, compiled for the type of the element it is read from.</summary>
/// <param name="Keys">Where its entries are kept.</param>
/// <param name="Branches">Ways from the element.</param>
internal sealed record PlannedPart(EntryKeys Keys, IReadOnlyList<PlannedBranch> Branches)
{
    /// <exception cref="PathException">The part cannot be compiled.</exception>
    public static PlannedPart Compile(SearchParameter parameter, SearchParameterComponent part, string elementType)
    {
        var path = PathCompiler.Compile(part.Expression, parameter.Base, elementType);
        if (path.Condition is not null) throw new PathException("a part cannot be a condition");
        return new(new(part.Key), [.. path.Branches.Select(branch => new PlannedBranch(branch, ValueRules.For(part.Type, branch.Type), []))]);
    }
}
