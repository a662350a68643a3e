namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>not()</c>.</summary>
internal sealed class NotNode(int position, Node operand) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run) => !operand.Test(focus, run);
}
