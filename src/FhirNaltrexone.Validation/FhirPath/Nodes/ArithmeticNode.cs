using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>An operator of mathematics, and <c>+</c> of texts.</summary>
internal sealed class ArithmeticNode(int position, string operation, Node left, Node right) : Node(position)
{
    public override void Push(Span focus, Evaluation run) => run.AddSomething(One(focus, run));

    public override FhirPathValue One(Span focus, Evaluation run)
    {
        var (one, other) = (left.One(focus, run), right.One(focus, run));
        if (!one.IsSomething || !other.IsSomething) return default;
        run.PayForText((one.Text?.Length ?? 0) + (long)(other.Text?.Length ?? 0));
        if (!Arithmetic.TryApply(operation, one, other, out var result)) throw Fault($"The operator {operation} does not take values of these types.");
        return result;
    }
}
