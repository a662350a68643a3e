using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>descendants()</c>: children, their children and so on, level by level.</summary>
internal sealed class DescendantsNode(int position, Node source) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        for (var index = items.Start; index < run.Count; index++) AllChildren.Push(index, run);
        run.Drop(items.Start, items.End);
    }
}
