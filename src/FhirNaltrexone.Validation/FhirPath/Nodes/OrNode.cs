namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>or</c> of any number of operands; stops where the answer is known.</summary>
internal sealed class OrNode(int position, Node[] operands) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        bool? result = false;
        foreach (var operand in operands)
        {
            var truth = operand.Test(focus, run);
            if (truth == true) return true;
            if (truth is null) result = null;
        }

        return result;
    }
}
