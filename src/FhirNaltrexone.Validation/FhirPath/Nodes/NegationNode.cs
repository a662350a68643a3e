namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>The sign <c>-</c>.</summary>
internal sealed class NegationNode(int position, Node operand) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var value = operand.One(focus, run);
        run.AddSomething(value.Kind switch
        {
            FhirPathKind.None => default,
            FhirPathKind.Integer => value.Integer == int.MinValue ? default : FhirPathValue.Of(-value.Integer!.Value),
            FhirPathKind.Decimal => FhirPathValue.Of(-value.Number!.Value),
            FhirPathKind.Quantity => FhirPathValue.Of(value.Quantity! with { Value = -value.Quantity.Value }),
            _ => throw Fault("A sign stands before something that is no number."),
        });
    }
}
