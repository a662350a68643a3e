using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>One parameter of a type, compiled: the ways to its values and the rules that make entries of them.</summary>
internal sealed record ParameterPlan
{
    public required SearchParameter Parameter { get; init; }

    public required EntryKeys Keys { get; init; }

    /// <summary>Ways to the values, or to the elements of a composite; none for a condition.</summary>
    public required IReadOnlyList<PlannedBranch> Branches { get; init; }

    /// <summary>The condition whose answer is the value.</summary>
    public PathCondition? Condition { get; init; }

    /// <summary>Whether it is indexed in contained resources too.</summary>
    public bool IsInner { get; init; }

    /// <summary>Compiles a parameter.</summary>
    /// <exception cref="PathException">The parameter cannot be indexed.</exception>
    public static ParameterPlan Compile(SearchParameter parameter)
    {
        var path = PathCompiler.Compile(parameter.Expression, parameter.Base, parameter.Base);
        if (path.Condition is not null && parameter.Type != SearchParameterType.Token) throw new PathException("a condition can only be a token");
        var branches = path.Branches.Select(branch => PlannedBranch.Compile(parameter, branch)).ToList();
        if (path.Condition is null && !branches.Exists(branch => branch.IsIndexed))
            throw new PathException("its values cannot be searched as a parameter of its kind");
        return new()
        {
            Parameter = parameter,
            Keys = EntryKeys.Of(parameter),
            Branches = branches,
            Condition = path.Condition,
            IsInner = ParameterNames.IsInner(parameter),
        };
    }
}
