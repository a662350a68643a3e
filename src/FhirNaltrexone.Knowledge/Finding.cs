namespace FhirNaltrexone.Knowledge;

/// <summary>What one rule has to say about one chart. It contains health information: do not log it, save for <see cref="Rule"/> and <see cref="FailureReason"/>.</summary>
/// <param name="Id">Derived from scope, rule and content: the same call gives the same id, another call another one.</param>
/// <param name="Rule">Code of the rule in the code system naltrexone-rules.</param>
/// <param name="Indicator">How urgent it is.</param>
/// <param name="Summary">One line, shorter than 140 characters (CDS Hooks 2.0, Card.summary).</param>
/// <param name="Detail">Markdown, or null when the summary says all.</param>
/// <param name="Suggestions">What the clinician can accept; may be empty.</param>
/// <param name="SelectionBehavior">How the suggestions go together.</param>
/// <param name="OverrideReasons">Reasons offered for overriding the card; may be empty. Every one has a display.</param>
/// <param name="Documentation">The sources of the rule, the most important first; at least one, the plan itself when there is no other.</param>
/// <param name="Evaluated">False when the rule could not be evaluated: the finding then says exactly that and nothing about the patient.</param>
/// <param name="FailureReason">
/// Null when all went well. Otherwise a reason class and the define it happened in, free of health information and fit for a log. With
/// <paramref name="Evaluated"/> true the finding stands and only a text or a suggestion fell back to its static form or away.
/// </param>
public sealed record Finding(
    Guid Id,
    Coding Rule,
    Indicator Indicator,
    string Summary,
    string? Detail,
    IReadOnlyList<Suggestion> Suggestions,
    SelectionBehavior SelectionBehavior,
    IReadOnlyList<Coding> OverrideReasons,
    IReadOnlyList<Documentation> Documentation,
    bool Evaluated,
    string? FailureReason);
