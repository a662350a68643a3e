using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>A node about to be compiled, and ways to compile its parts.</summary>
internal readonly struct NodeContext(ElmNode node, BodyCompiler compiler)
{
    public ElmNode Node => node;

    public BodyCompiler Compiler => compiler;

    public Evaluator Operand(int index)
    {
        var operands = node.List("operand");
        return index < operands.Count ? compiler.Compile(operands[index]) : compiler.Fail("An operand is missing.");
    }

    public Evaluator[] Operands(string member = "operand")
    {
        var self = compiler;
        return [.. node.List(member).Select(each => self.Compile(each))];
    }

    public Evaluator Child(string name) => compiler.Compile(node.Child(name));

    public Evaluator? Optional(string name) => node.Child(name).IsDefined ? Child(name) : null;

    public Evaluator Fail(string message) => compiler.Fail(message);

    /// <summary>The precision of a comparison; null when the node has none.</summary>
    public CqlPrecision? Precision => Enum.TryParse<CqlPrecision>(node.Text("precision"), out var precision) ? precision : null;

    public DurationUnit? Unit => Enum.TryParse<DurationUnit>(node.Text("precision"), out var unit) ? unit : null;

    /// <summary>A function of one operand that is null for null.</summary>
    public Evaluator Unary(Func<object, object?> operation)
    {
        var operand = Operand(0);
        return frame => operand(frame) is { } value ? operation(value) : null;
    }

    /// <summary>A function of two operands that sees nulls.</summary>
    public Evaluator Binary(Func<object?, object?, object?> operation)
    {
        var (left, right) = (Operand(0), Operand(1));
        return frame => operation(left(frame), right(frame));
    }

    /// <summary>A function of two operands that is null when either is.</summary>
    public Evaluator Strict(Func<object, object, object?> operation)
    {
        var (left, right) = (Operand(0), Operand(1));
        return frame => left(frame) is { } first && right(frame) is { } second ? operation(first, second) : null;
    }

    /// <summary>A function of the list in <c>source</c>, null for null.</summary>
    public Evaluator OfSource(Func<CqlList, object?> operation)
    {
        var source = Child("source");
        return frame => source(frame) is CqlList list ? operation(list) : null;
    }
}
