namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A variable of the surroundings, such as <c>%resource</c>.</summary>
internal sealed class VariableNode(int position, string name) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        if (run.Context.Collections?.GetValueOrDefault(name) is not { } items) run.Add(Find(run));
        else foreach (var item in items) run.Add(item);
    }

    private FhirPathValue Find(Evaluation run)
    {
        var context = run.Context;
        return name switch
        {
            "context" => run[0],
            "resource" => Resource(run),
            "rootResource" => context.RootResource.Type is null ? Resource(run) : FhirPathValue.Of(context.RootResource),
            _ when context.Variables is { } variables && variables.TryGetValue(name, out var value) => value,
            _ => throw Fault($"There is no variable %{name}."),
        };
    }

    private static FhirPathValue Resource(Evaluation run) => run.Context.Resource.Type is null ? run[0] : FhirPathValue.Of(run.Context.Resource);
}
