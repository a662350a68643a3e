namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>The items of all operands, one after another; stands for <c>|</c> where it does not matter whether an item comes twice.</summary>
internal sealed class SequenceNode(int position, Node[] operands) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        foreach (var operand in operands) operand.Push(focus, run);
    }

    public override bool Any(Span focus, Evaluation run) => Array.Exists(operands, operand => operand.Any(focus, run));
}
