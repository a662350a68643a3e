using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>now()</c>, <c>today()</c> and <c>timeOfDay()</c>: the instant that the surroundings give, the same in the whole evaluation.</summary>
internal sealed class ClockNode(int position, Func<PartialTime, PartialTime> part) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        if (run.Context.Now == default) throw Fault("The time is not known here.");
        run.Add(FhirPathValue.Of(part(PartialTime.Of(run.Context.Now))));
    }
}
