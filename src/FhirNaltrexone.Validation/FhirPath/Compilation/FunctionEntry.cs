using FhirNaltrexone.Validation.FhirPath.Nodes;

namespace FhirNaltrexone.Validation.FhirPath.Compilation;

/// <summary>A function of the language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fewest">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
/// <param name="Build">Compiles a call.</param>
internal sealed record FunctionEntry(string Name, int Fewest, int Most, Func<FunctionCall, Node> Build)
{
    /// <summary>A function of one value with so many arguments.</summary>
    public static FunctionEntry Scalar(string name, int arguments, ScalarFunction function) => Scalar(name, arguments, arguments, function);

    /// <summary>A function of one value.</summary>
    public static FunctionEntry Scalar(string name, int fewest, int most, ScalarFunction function) => new(name, fewest, most, call => call.Scalar(function));

    /// <summary>A function of collections with so many arguments, at most one.</summary>
    public static FunctionEntry Collection(string name, int arguments, CollectionFunction function)
        => new(name, arguments, arguments, call => call.Collection(function));
}
