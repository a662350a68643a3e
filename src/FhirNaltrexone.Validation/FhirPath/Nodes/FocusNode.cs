namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>$this</c>, written or meant.</summary>
internal sealed class FocusNode(int position) : Node(position)
{
    public override void Push(Span focus, Evaluation run) => run.AddAll(focus);

    public override int Count(Span focus, Evaluation run) => focus.Count;
}
