namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A name of a type where a path begins: the focus, if it is of that type.</summary>
internal sealed class RootNode(int position, TypeTest type) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        for (var index = focus.Start; index < focus.End; index++)
        {
            if (type.Matches(run[index])) run.Add(run[index]);
        }
    }
}
