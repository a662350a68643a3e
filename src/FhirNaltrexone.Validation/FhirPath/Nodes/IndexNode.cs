namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>$index</c>.</summary>
internal sealed class IndexNode(int position) : Node(position)
{
    public override void Push(Span focus, Evaluation run) => run.Add(FhirPathValue.Of(run.Index));
}
