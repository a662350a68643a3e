using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply;

/// <summary>What applying one definition may cost.</summary>
/// <param name="MaxActions">Most actions of a plan, those of nested plans included, applicable or not.</param>
/// <param name="MaxDepth">Deepest nesting of actions and plans together.</param>
/// <param name="MaxEvents">Most dates written out for all schedules together.</param>
/// <param name="Longest">Longest time that expressions of one library take; those beyond it count as not to be evaluated.</param>
public sealed record ApplyLimits(int MaxActions, int MaxDepth, int MaxEvents, TimeSpan Longest)
{
    /// <summary>More than any protocol needs.</summary>
    public static ApplyLimits Default { get; } = new(1_000, 12, 2_000, TimeSpan.FromSeconds(10));

    /// <summary>Most elements that one definition or action has computed: each is checked by itself.</summary>
    public int MaxValues { get; init; } = 200;

    /// <summary>What ends the application of a plan with too many.</summary>
    internal ApplyFaultException TooManyActions()
        => new(new(IssueCodes.TooCostly, $"The plan has more than {MaxActions} actions, those of nested plans included."));

    /// <summary>What ends the application of a definition that computes too much.</summary>
    internal ApplyFaultException TooManyValues()
        => new(new(IssueCodes.TooCostly, $"A definition or action has more than {MaxValues} elements computed (dynamicValue)."));
}
