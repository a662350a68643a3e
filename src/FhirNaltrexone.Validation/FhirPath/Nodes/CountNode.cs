namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>count()</c>.</summary>
internal sealed class CountNode(int position, Node source) : Node(position)
{
    public override void Push(Span focus, Evaluation run) => run.Add(One(focus, run));

    public override FhirPathValue One(Span focus, Evaluation run) => FhirPathValue.Of(source.Count(focus, run));
}
