using FhirNaltrexone.Validation.FhirPath.Nodes;
using FhirNaltrexone.Validation.FhirPath.Syntax;

namespace FhirNaltrexone.Validation.FhirPath.Compilation;

/// <summary>A call of a function that is being compiled.</summary>
/// <param name="Syntax">The call.</param>
internal readonly record struct FunctionCall(PathSyntax.Call Syntax)
{
    public int Position => Syntax.Position;

    /// <summary>What the function is called on; the focus at the beginning of a path.</summary>
    public Node Source => Syntax.Target is null ? new FocusNode(Position) : Compiler.Compile(Syntax.Target);

    /// <summary>The same for functions to which it does not matter whether an item comes twice.</summary>
    public Node LooseSource => Syntax.Target is null ? new FocusNode(Position) : Compiler.CompileLoosely(Syntax.Target);

    /// <summary>The same; null at the beginning of a path.</summary>
    public Node? Target => Syntax.Target is null ? null : Compiler.Compile(Syntax.Target);

    public Node Argument(int index) => Compiler.Compile(Syntax.Arguments[index]);

    public Node? Optional(int index) => index < Syntax.Arguments.Count ? Argument(index) : null;

    /// <summary>The first argument, which is the name of a type.</summary>
    public TypeTest TypeArgument() => Syntax.Arguments[0] switch
    {
        PathSyntax.Member { Target: null } type => Compiler.Type(type.Position, null, type.Name),
        PathSyntax.Member { Target: PathSyntax.Member { Target: null } space } type => Compiler.Type(type.Position, space.Name, type.Name),
        var other => throw new FhirPathFault(other.Position, "The name of a type is expected here."),
    };

    /// <summary>A node for a function of one value.</summary>
    public ScalarNode Scalar(ScalarFunction function)
        => new(Position, Source, [.. Syntax.Arguments.Select(Compiler.Compile)], function);

    /// <summary>A node for a function of collections.</summary>
    public CollectionNode Collection(CollectionFunction function) => new(Position, Source, Optional(0), function);
}
