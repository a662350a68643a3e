namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A part that answers a Boolean, or nothing.</summary>
internal abstract class TruthNode(int position) : Node(position)
{
    public abstract override bool? Test(Span focus, Evaluation run);

    public override void Push(Span focus, Evaluation run) => run.AddSomething(FhirPathValue.Of(Test(focus, run)));

    public override bool Any(Span focus, Evaluation run) => Test(focus, run) is not null;

    public override FhirPathValue One(Span focus, Evaluation run) => FhirPathValue.Of(Test(focus, run));
}
