namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>$total</c>.</summary>
internal sealed class TotalNode(int position) : Node(position)
{
    public override void Push(Span focus, Evaluation run) => run.AddAll(run.Total);
}
