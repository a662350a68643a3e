using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Suggestions;

namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>One rule: a PlanDefinition action with everything about it looked up and checked at load.</summary>
internal sealed class Rule
{
    /// <summary>Titles are shorter, as summaries of cards must be (CDS Hooks 2.0). Computed ones are cut where cards are written.</summary>
    public const int SummaryLimit = 140;

    private const string UnevaluatedDetail =
        "The record does not allow this check to be completed. That is no all-clear: please check it by hand.";

    public required Coding Code { get; init; }

    public required IReadOnlyList<string> Hooks { get; init; }

    public required string Title { get; init; }

    public string? Detail { get; init; }

    public required Indicator Indicator { get; init; }

    public required CqlDefine[] Conditions { get; init; }

    public CqlDefine? TitleText { get; init; }

    public CqlDefine? DetailText { get; init; }

    public CqlDefine? PriorityText { get; init; }

    public required IReadOnlyList<Coding> OverrideReasons { get; init; }

    public required IReadOnlyList<Documentation> Documentation { get; init; }

    public required SelectionBehavior SelectionBehavior { get; init; }

    public required SuggestionPlan[] Suggestions { get; init; }

    /// <summary>Every define the rule may evaluate.</summary>
    public IEnumerable<CqlDefine> Defines
        => [.. Conditions, .. new[] { TitleText, DetailText, PriorityText }.OfType<CqlDefine>(), .. Suggestions.SelectMany(s => s.Defines)];

    /// <summary>What the rule has to say, or null when it does not apply. It never throws and a failure is never null.</summary>
    public Finding? Evaluate(RuleCall call)
    {
        call.BeginRule(Code.Code);
        return call.AllTrue(Conditions) switch
        {
            true => Applies(call),
            false => null,
            null => NotEvaluated(call),
        };
    }

    private Finding Applies(RuleCall call)
    {
        var indicator = DynamicIndicator(call);
        var summary = DynamicText(call, TitleText) ?? Title;
        var detail = DynamicText(call, DetailText) ?? Detail;
        var suggestions = Suggest(call);
        return new Finding(
            call.Id(indicator.ToString(), summary, detail), Code, indicator, summary, detail, suggestions, SelectionBehavior, OverrideReasons,
            Documentation, Evaluated: true, call.Failure);
    }

    private Finding NotEvaluated(RuleCall call)
    {
        var indicator = Indicator == Indicator.Info ? Indicator.Info : Indicator.Warning;
        var summary = $"Could not be evaluated: {Title}";
        return new Finding(
            call.Id(indicator.ToString(), summary, UnevaluatedDetail), Code, indicator, summary, UnevaluatedDetail, [], SelectionBehavior, [],
            Documentation, Evaluated: false, call.Failure);
    }

    private Indicator DynamicIndicator(RuleCall call)
    {
        if (PriorityText is null || call.Evaluate(PriorityText) is not string text)
        {
            return PriorityText is null ? Indicator : Fallback(call, "no-priority", PriorityText);
        }

        return Priorities.ToIndicator(text) ?? Fallback(call, "unknown-priority", PriorityText);
    }

    private Indicator Fallback(RuleCall call, string reason, CqlDefine define)
    {
        call.Fail(reason, define);
        return Indicator;
    }

    private static string? DynamicText(RuleCall call, CqlDefine? define)
    {
        if (define is null)
        {
            return null;
        }

        if (call.Evaluate(define) is string text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        call.Fail("no-text", define);
        return null;
    }

    private Suggestion[] Suggest(RuleCall call)
    {
        List<Suggestion>? suggestions = null;
        foreach (var plan in Suggestions)
        {
            if (plan.Resolve(call) is { } suggestion)
            {
                (suggestions ??= []).Add(suggestion);
            }
        }

        return suggestions is null ? [] : [.. suggestions];
    }
}
