namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A value written in the expression, or the empty collection.</summary>
internal sealed class LiteralNode(int position, FhirPathValue value) : Node(position)
{
    public FhirPathValue Value => value;

    public override void Push(Span focus, Evaluation run) => run.AddSomething(value);

    public override FhirPathValue One(Span focus, Evaluation run) => value;

    public override bool? Test(Span focus, Evaluation run) => value.IsSomething ? value.Boolean ?? true : null;
}
