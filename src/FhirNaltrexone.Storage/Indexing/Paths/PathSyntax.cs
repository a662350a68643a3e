namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>A parsed expression of the part of FHIRPath that search parameters use.</summary>
internal abstract record PathSyntax
{
    /// <summary>A member; without target the first name of a path.</summary>
    public sealed record Member(PathSyntax? Target, string Name) : PathSyntax;

    /// <summary>A function; without target it is called on the context.</summary>
    public sealed record Call(PathSyntax? Target, string Function, IReadOnlyList<PathSyntax> Arguments) : PathSyntax;

    /// <summary>One item of a collection.</summary>
    public sealed record Item(PathSyntax Target, int Index) : PathSyntax;

    /// <summary><c>|</c>, <c>and</c>, <c>or</c>, <c>=</c>, <c>!=</c>.</summary>
    public sealed record Binary(string Operator, PathSyntax Left, PathSyntax Right) : PathSyntax;

    /// <summary><c>as</c> and <c>is</c>.</summary>
    public sealed record Typed(string Operator, PathSyntax Target, string Type) : PathSyntax;

    /// <summary>A string or Boolean.</summary>
    public sealed record Literal(string Text, bool IsBoolean) : PathSyntax;

    /// <summary><c>%resource</c> or <c>$this</c>.</summary>
    public sealed record Variable(string Name) : PathSyntax;
}
