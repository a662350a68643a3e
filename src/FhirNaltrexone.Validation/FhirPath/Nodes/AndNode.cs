namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>and</c> of any number of operands; stops where the answer is known.</summary>
internal sealed class AndNode(int position, Node[] operands) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        bool? result = true;
        foreach (var operand in operands)
        {
            var truth = operand.Test(focus, run);
            if (truth == false) return false;
            if (truth is null) result = null;
        }

        return result;
    }
}
