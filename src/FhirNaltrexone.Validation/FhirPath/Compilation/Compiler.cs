using FhirNaltrexone.Validation.FhirPath.Nodes;
using FhirNaltrexone.Validation.FhirPath.Syntax;

namespace FhirNaltrexone.Validation.FhirPath.Compilation;

/// <summary>Makes nodes of what was written. Names of functions and types are settled here.</summary>
internal static class Compiler
{
    /// <summary>Compiles a part.</summary>
    /// <exception cref="FhirPathFault">It names a function or type that does not exist, or gives a wrong number of arguments.</exception>
    public static Node Compile(PathSyntax syntax) => syntax switch
    {
        PathSyntax.Literal literal => new LiteralNode(literal.Position, literal.Value),
        PathSyntax.Variable variable => Variable(variable),
        PathSyntax.Special special => Special(special),
        PathSyntax.Member member => Member(member),
        PathSyntax.Call call => Call(call),
        PathSyntax.Indexer indexer => new IndexerNode(indexer.Position, Compile(indexer.Target), Compile(indexer.Place)),
        PathSyntax.Sign { Operator: "-" } sign => new NegationNode(sign.Position, Compile(sign.Operand)),
        PathSyntax.Sign sign => Compile(sign.Operand),
        PathSyntax.Chain chain => Chain(chain, [.. chain.Operands.Select(Compile)]),
        PathSyntax.Binary binary => Binary(binary),
        PathSyntax.Typed { Operator: "is" } typed => new IsNode(typed.Position, Compile(typed.Target), Type(typed.Position, typed.Namespace, typed.Type)),
        PathSyntax.Typed typed => new OfTypeNode(typed.Position, Compile(typed.Target), Type(typed.Position, typed.Namespace, typed.Type)),
        _ => throw new InvalidOperationException("Every kind of syntax is compiled above."),
    };

    /// <summary>Compiles a part of which it does not matter whether an item comes twice.</summary>
    public static Node CompileLoosely(PathSyntax syntax) => syntax is PathSyntax.Chain { Operator: "|" } union
        ? new SequenceNode(union.Position, [.. union.Operands.Select(CompileLoosely)])
        : Compile(syntax);

    /// <summary>A type by its name.</summary>
    public static TypeTest Type(int position, string? space, string name)
        => TypeTest.Find(space, name) ?? throw new FhirPathFault(position, $"There is no type {name}.");

    private static Node Variable(PathSyntax.Variable variable) => KnownUrls.Of(variable.Name) is { } url
        ? new LiteralNode(variable.Position, FhirPathValue.Of(url))
        : new VariableNode(variable.Position, variable.Name);

    private static Node Special(PathSyntax.Special special) => special.Name switch
    {
        "$index" => new IndexNode(special.Position),
        "$total" => new TotalNode(special.Position),
        _ => new FocusNode(special.Position),
    };

    /// <summary>A name at the beginning of a path is that of a type, if there is such a type (FHIRPath N1, 9.5). No element has an upper-case name.</summary>
    private static Node Member(PathSyntax.Member member)
    {
        if (member.Target is not null) return new MemberNode(member.Position, Compile(member.Target), member.Name);
        return char.IsAsciiLetterUpper(member.Name.FirstOrDefault()) && TypeTest.Find("FHIR", member.Name) is { } type
            ? new RootNode(member.Position, type)
            : new MemberNode(member.Position, null, member.Name);
    }

    private static Node Call(PathSyntax.Call call)
    {
        var function = FunctionTable.Find(call.Name) ?? throw new FhirPathFault(call.Position, $"There is no function {call.Name}.");
        if (call.Arguments.Count < function.Fewest || call.Arguments.Count > function.Most)
            throw new FhirPathFault(call.Position, $"The function {call.Name} does not take {call.Arguments.Count} arguments.");
        return function.Build(new(call));
    }

    private static Node Chain(PathSyntax.Chain chain, Node[] operands) => chain.Operator switch
    {
        "and" => new AndNode(chain.Position, operands),
        "or" => new OrNode(chain.Position, operands),
        _ => new UnionNode(chain.Position, operands),
    };

    private static Node Binary(PathSyntax.Binary binary)
    {
        var position = binary.Position;
        if (binary.Operator == "in") return new MembershipNode(position, Compile(binary.Left), Alternatives(binary.Right));
        if (binary.Operator == "contains") return new MembershipNode(position, Compile(binary.Right), Alternatives(binary.Left));
        var (left, right) = (Compile(binary.Left), Compile(binary.Right));
        return binary.Operator switch
        {
            "=" or "!=" => Equality(position, left, right, binary.Operator == "!="),
            "~" or "!~" => new EquivalenceNode(position, left, right, binary.Operator == "!~"),
            "<" or ">" or "<=" or ">=" => new ComparisonNode(position, binary.Operator, left, right),
            "xor" => new XorNode(position, left, right),
            "implies" => new ImpliesNode(position, left, right),
            "&" => new ConcatenationNode(position, left, right),
            _ => new ArithmeticNode(position, binary.Operator, left, right),
        };
    }

    private static Node[] Alternatives(PathSyntax collection) => collection is PathSyntax.Chain { Operator: "|" } union
        ? [.. union.Operands.Select(CompileLoosely)]
        : [Compile(collection)];

    /// <summary>Equality has no sides: a literal goes to the right, where it is compared fast.</summary>
    private static EqualityNode Equality(int position, Node left, Node right, bool isNegated)
        => left is LiteralNode ? new(position, right, left, isNegated) : new(position, left, right, isNegated);
}
