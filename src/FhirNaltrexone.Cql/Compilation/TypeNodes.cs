using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Type tests and casts.</summary>
internal static class TypeNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Is"] = Is;
        table["As"] = As;
    }

    private static Evaluator Is(NodeContext context)
    {
        var operand = context.Operand(0);
        if (ElmTypes.Read(context.Node, "isType", "isTypeSpecifier") is not { } type) return context.Fail("The type of the test is missing.");
        return Evaluator.Of(frame => operand.Evaluate(frame) is { } value ? Boxes.Of(TypeTests.Matches(type, value)) : Boxes.False);
    }

    /// <summary>A value of another type becomes null, or an error for <c>cast</c>.</summary>
    private static Evaluator As(NodeContext context)
    {
        var operand = context.Operand(0);
        if (ElmTypes.Read(context.Node, "asType", "asTypeSpecifier") is not { } type) return context.Fail("The type of the cast is missing.");
        if (type.Kind is CqlTypeKind.Choice or CqlTypeKind.Tuple or CqlTypeKind.List) return operand;
        if (type.Kind == CqlTypeKind.Interval) return AsInterval(operand, type.Element.PointKind);
        var strict = context.Node.Flag("strict");
        var cast = Cast(operand, type, strict);
        return !strict && PropertyNodes.OfChoice(context.Compiler, context.Node, type, null) is { } read ? PropertyNodes.Either(read, cast) : cast;
    }

    private static Evaluator Cast(Evaluator operand, CqlType type, bool strict)
    {
        return Evaluator.Of(frame =>
        {
            var value = operand.Evaluate(frame);
            if (value is null || TypeTests.Matches(type, value)) return value;
            return strict ? throw new CqlException($"A value of type {TypeNames.Of(value)} cannot be cast to {type}.") : null;
        });
    }

    /// <summary>An interval with null boundaries learns from the cast what its points are.</summary>
    private static Evaluator AsInterval(Evaluator operand, PointKind kind) => Evaluator.Of(frame => operand.Evaluate(frame) switch
    {
        CqlInterval { Kind: PointKind.Any } untyped => new CqlInterval(untyped.Low, untyped.High, untyped.LowClosed, untyped.HighClosed, kind),
        CqlInterval interval => kind == PointKind.Any || interval.Kind == kind ? interval : null,
        _ => null,
    });
}
