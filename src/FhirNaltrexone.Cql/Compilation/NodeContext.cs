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

    /// <summary>A function of one operand that sees null.</summary>
    public Evaluator Of(Func<object?, object?> operation)
    {
        var operand = Operand(0);
        return Evaluator.Of(frame => operation(operand.Evaluate(frame)));
    }

    /// <summary>A function of one operand that is null for null.</summary>
    public Evaluator Unary(Func<object, object?> operation) => new UnaryNode(Operand(0), operation);

    /// <summary>A function of two operands that sees nulls.</summary>
    public Evaluator Binary(Func<object?, object?, object?> operation) => new BinaryNode(Operand(0), Operand(1), operation);

    /// <summary>A function of two operands that is null when either is.</summary>
    public Evaluator Strict(Func<object, object, object?> operation) => new StrictNode(Operand(0), Operand(1), operation);

    /// <summary>A function that goes through the list in <c>source</c>, null for null.</summary>
    public Evaluator OfSource(Func<CqlList, object?> operation) => OfList(Child("source"), operation);

    /// <summary>A function that goes through a list, null for null.</summary>
    public static Evaluator OfList(Evaluator source, Func<CqlList, object?> operation) => new ListNode(source, operation);

    private sealed class UnaryNode(Evaluator operand, Func<object, object?> operation) : Evaluator
    {
        public override object? Evaluate(Frame frame) => operand.Evaluate(frame) is { } value ? operation(value) : null;
    }

    private sealed class BinaryNode(Evaluator left, Evaluator right, Func<object?, object?, object?> operation) : Evaluator
    {
        public override object? Evaluate(Frame frame) => operation(left.Evaluate(frame), right.Evaluate(frame));
    }

    private sealed class StrictNode(Evaluator left, Evaluator right, Func<object, object, object?> operation) : Evaluator
    {
        public override object? Evaluate(Frame frame)
            => left.Evaluate(frame) is { } first && right.Evaluate(frame) is { } second ? operation(first, second) : null;
    }

    private sealed class ListNode(Evaluator source, Func<CqlList, object?> operation) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            if (source.Evaluate(frame) is not CqlList list) return null;
            frame.Elements(list);
            return operation(list);
        }
    }
}
