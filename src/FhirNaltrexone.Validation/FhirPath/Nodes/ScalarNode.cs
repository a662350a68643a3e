namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A function of one value; nothing in it, or in an argument, gives nothing.</summary>
internal sealed class ScalarNode(int position, Node source, Node[] arguments, ScalarFunction function) : Node(position)
{
    public override void Push(Span focus, Evaluation run) => run.AddSomething(One(focus, run));

    public override FhirPathValue One(Span focus, Evaluation run)
    {
        var input = source.One(focus, run);
        if (!input.IsSomething) return default;
        var first = arguments.Length > 0 ? arguments[0].One(focus, run) : default;
        var second = arguments.Length > 1 ? arguments[1].One(focus, run) : default;
        if ((arguments.Length > 0 && !first.IsSomething) || (arguments.Length > 1 && !second.IsSomething)) return default;
        run.Step();
        return function(input, first, second, new(Position, run));
    }
}
