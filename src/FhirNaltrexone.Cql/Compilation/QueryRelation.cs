using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>A <c>with</c> or <c>without</c> clause.</summary>
internal sealed record QueryRelation(Evaluator Expression, int Slot, Evaluator Condition, bool Wanted)
{
    /// <summary>True when the row stays: some related row meets the condition, or none does.</summary>
    public bool Keeps(Frame frame)
    {
        var value = Expression.Evaluate(frame);
        if (value is not CqlList list) return Meets(frame, value) == Wanted;
        for (var i = 0; i < list.Count; i++)
        {
            frame.Row();
            if (Meets(frame, list[i])) return Wanted;
        }

        return !Wanted;
    }

    private bool Meets(Frame frame, object? row)
    {
        if (row is null) return false;
        frame[Slot] = row;
        return Condition.Evaluate(frame) is true;
    }
}
