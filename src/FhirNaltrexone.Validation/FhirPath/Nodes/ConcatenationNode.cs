namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>The operator <c>&amp;</c>: joins texts, and takes nothing for an empty text.</summary>
internal sealed class ConcatenationNode(int position, Node left, Node right) : Node(position)
{
    public override void Push(Span focus, Evaluation run) => run.Add(One(focus, run));

    public override FhirPathValue One(Span focus, Evaluation run)
    {
        var (one, other) = (Text(left.One(focus, run)), Text(right.One(focus, run)));
        run.PayForText(one.Length + (long)other.Length);
        return FhirPathValue.Of(one + other);
    }

    private string Text(in FhirPathValue value)
        => !value.IsSomething ? "" : value.Text ?? throw Fault("The operator & joins texts only.");
}
