namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>xor</c>.</summary>
internal sealed class XorNode(int position, Node left, Node right) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run) => left.Test(focus, run) is { } truth ? right.Test(focus, run) is { } other ? truth != other : null : null;
}
