namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>implies</c>; a false condition asks nothing of the rest.</summary>
internal sealed class ImpliesNode(int position, Node condition, Node consequence) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        var holds = condition.Test(focus, run);
        if (holds == false) return true;
        var follows = consequence.Test(focus, run);
        return holds == true || follows == true ? follows : null;
    }
}
