using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>children()</c>.</summary>
internal sealed class ChildrenNode(int position, Node source) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        for (var index = items.Start; index < items.End; index++) AllChildren.Push(index, run);
        run.Drop(items.Start, items.End);
    }

    public override int Count(Span focus, Evaluation run)
    {
        if (source is FocusNode) return CountChildren(focus, run);
        var items = run.Push(source, focus);
        var count = CountChildren(items, run);
        run.Cut(items.Start);
        return count;
    }

    private static int CountChildren(Span items, Evaluation run)
    {
        var count = 0;
        for (var index = items.Start; index < items.End; index++)
        {
            run.Step();
            if (run[index].Kind == FhirPathKind.Element) count += AllChildren.Count(run[index].Element);
        }

        return count;
    }
}
