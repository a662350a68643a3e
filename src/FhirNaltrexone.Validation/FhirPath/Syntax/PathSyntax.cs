namespace FhirNaltrexone.Validation.FhirPath.Syntax;

/// <summary>A part of an expression as it was written.</summary>
/// <param name="Position">Character of the expression, from 0.</param>
/// <param name="Depth">Parts below one another, itself included.</param>
internal abstract record PathSyntax(int Position, int Depth)
{
    /// <summary>A value, or the empty collection.</summary>
    public sealed record Literal(int Position, FhirPathValue Value) : PathSyntax(Position, 1);

    /// <summary><c>%name</c>.</summary>
    public sealed record Variable(int Position, string Name) : PathSyntax(Position, 1);

    /// <summary><c>$this</c>, <c>$index</c>, <c>$total</c>.</summary>
    public sealed record Special(int Position, string Name) : PathSyntax(Position, 1);

    /// <summary>A name, of elements below the target; at the beginning of a path there is none.</summary>
    public sealed record Member(int Position, PathSyntax? Target, string Name) : PathSyntax(Position, 1 + (Target?.Depth ?? 0));

    /// <summary>A function.</summary>
    public sealed record Call(int Position, PathSyntax? Target, string Name, IReadOnlyList<PathSyntax> Arguments)
        : PathSyntax(Position, 1 + Math.Max(Target?.Depth ?? 0, Arguments.Select(argument => argument.Depth).DefaultIfEmpty().Max()));

    /// <summary><c>target[place]</c>.</summary>
    public sealed record Indexer(int Position, PathSyntax Target, PathSyntax Place) : PathSyntax(Position, 1 + Math.Max(Target.Depth, Place.Depth));

    /// <summary>A sign before an operand.</summary>
    public sealed record Sign(int Position, string Operator, PathSyntax Operand) : PathSyntax(Position, 1 + Operand.Depth);

    /// <summary>An operator that takes any number of operands.</summary>
    public sealed record Chain(int Position, string Operator, IReadOnlyList<PathSyntax> Operands)
        : PathSyntax(Position, 1 + Operands.Max(operand => operand.Depth));

    /// <summary>An operator between two operands.</summary>
    public sealed record Binary(int Position, string Operator, PathSyntax Left, PathSyntax Right) : PathSyntax(Position, 1 + Math.Max(Left.Depth, Right.Depth));

    /// <summary><c>is</c> and <c>as</c> with a type.</summary>
    public sealed record Typed(int Position, string Operator, PathSyntax Target, string? Namespace, string Type) : PathSyntax(Position, 1 + Target.Depth);
}
