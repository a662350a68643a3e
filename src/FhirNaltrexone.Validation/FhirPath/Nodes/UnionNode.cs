using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>|</c>: the items of all operands, each once.</summary>
internal sealed class UnionNode(int position, Node[] operands) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var mark = run.Count;
        foreach (var operand in operands) operand.Push(focus, run);
        DistinctItems.Keep(new(mark, run.Count - mark), run);
    }

    public override bool Any(Span focus, Evaluation run) => Array.Exists(operands, operand => operand.Any(focus, run));
}
