using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Storage.Indexing.Values;

namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>A search parameter of one resource type.</summary>
public sealed record SearchParameter
{
    /// <summary>Resource type it searches.</summary>
    public required string Base { get; init; }

    /// <summary>Name in a query.</summary>
    public required string Code { get; init; }

    /// <summary>Canonical URL.</summary>
    public required string Url { get; init; }

    /// <summary>Kind.</summary>
    public required SearchParameterType Type { get; init; }

    /// <summary>FHIRPath from the resource to the values, branches of other types left out.</summary>
    public required string Expression { get; init; }

    /// <summary>Types a reference may point to; empty when it may point anywhere.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Parts of a composite, in order.</summary>
    public IReadOnlyList<SearchParameterComponent> Components { get; init; } = [];

    /// <summary>
    /// Whether it is a reference by canonical URLs alone. Of these an index knows the resource only where the URL leads to one of this server, or to one
    /// contained: the others are compared, but cannot be followed.
    /// </summary>
    public bool IsCanonical => Type == SearchParameterType.Reference
        && PathCompiler.Compile(Expression, Base, Base).Branches.All(branch => ReferenceValues.IsCanonical(branch.Type));

    /// <summary>Number in the database.</summary>
    public int Key => ParameterKey.Of(Base, Code);
}
