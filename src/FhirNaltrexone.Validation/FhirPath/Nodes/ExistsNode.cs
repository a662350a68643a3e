namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>exists()</c>, and <c>empty()</c> as its opposite.</summary>
internal sealed class ExistsNode(int position, Node source, bool isNegated) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run) => source.Any(focus, run) != isNegated;
}
