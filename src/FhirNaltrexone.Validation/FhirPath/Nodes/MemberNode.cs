using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>The elements of a name below the items of another part, or below the focus.</summary>
internal sealed class MemberNode(int position, Node? source, string name) : Node(position)
{
    private readonly NamedChildren _children = new(name);

    public override void Push(Span focus, Evaluation run)
    {
        if (source is null)
        {
            PushChildren(focus, run);
            return;
        }

        var items = run.Push(source, focus);
        PushChildren(items, run);
        run.Drop(items.Start, items.End);
    }

    public override bool Any(Span focus, Evaluation run)
    {
        if (source is null) return HasChild(focus, run);
        var items = run.Push(source, focus);
        var any = HasChild(items, run);
        run.Cut(items.Start);
        return any;
    }

    private void PushChildren(Span items, Evaluation run)
    {
        for (var index = items.Start; index < items.End; index++)
        {
            if (run[index].Kind == FhirPathKind.Element) _children.Push(run[index].Element, run);
            else if (run[index].Type is { } type) run.AddSomething(type.Member(name));
        }
    }

    private bool HasChild(Span items, Evaluation run)
    {
        for (var index = items.Start; index < items.End; index++)
        {
            run.Step();
            if (run[index].Kind == FhirPathKind.Element && _children.HasAny(run[index].Element)) return true;
        }

        return false;
    }
}
