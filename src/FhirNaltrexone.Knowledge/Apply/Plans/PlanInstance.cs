using FhirNaltrexone.Knowledge.Apply.Dates;
using FhirNaltrexone.Knowledge.Apply.Expressions;

namespace FhirNaltrexone.Knowledge.Apply.Plans;

/// <summary>One PlanDefinition within an application: ids of actions mean actions of the same one.</summary>
/// <param name="scope">What its expressions may name.</param>
/// <param name="host">The action that brought it in; null for the plan applied.</param>
internal sealed class PlanInstance(PlanScope scope, PlannedAction? host)
{
    public PlanScope Scope => scope;

    /// <summary>The action that brought it in: its date is day 0 here.</summary>
    public PlannedAction? Host => host;

    /// <summary>Actions by the ids the definition gives them.</summary>
    public Dictionary<string, PlannedAction> ById { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of actions that do not apply.</summary>
    public HashSet<string> Removed { get; } = new(StringComparer.Ordinal);

    /// <summary>Day 0 of the plan applied.</summary>
    public Moment? DayZero { get; set; }
}
