using System.Diagnostics.Metrics;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.CdsHooks.Prefetch;
using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>Counts what the slice does. No label ever holds a value that a client chose freely, and none names a patient.</summary>
internal sealed class CdsHooksMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "FhirNaltrexone.CdsHooks";

    private readonly Counter<long> _calls;
    private readonly Counter<long> _cards;
    private readonly Counter<long> _withheld;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _prefetch;
    private readonly Counter<long> _feedback;

    /// <summary>Makes the instruments.</summary>
    public CdsHooksMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _calls = meter.CreateCounter<long>("cds_hooks.calls", "{call}", "Hook calls by service, hook and HTTP status.");
        _cards = meter.CreateCounter<long>("cds_hooks.cards", "{card}", "Cards sent by rule and indicator.");
        _withheld = meter.CreateCounter<long>("cds_hooks.cards_withheld", "{card}", "Cards not shown by settings of the site, by rule and policy.");
        _failures = meter.CreateCounter<long>("cds_hooks.rule_failures", "{failure}", "Rules that could not be evaluated completely, by rule.");
        _prefetch = meter.CreateCounter<long>("cds_hooks.prefetch", "{key}", "Prefetch keys by state as sent and by what came of them.");
        _feedback = meter.CreateCounter<long>("cds_hooks.feedback", "{report}", "Feedback reports stored, by service and outcome.");
    }

    /// <summary>Counts a call.</summary>
    public void Called(string service, string hook, int status)
        => _calls.Add(1, new("service", service), new("hook", hook), new("status", status));

    /// <summary>Counts a card.</summary>
    public void Sent(Finding finding) => _cards.Add(1, new("rule", finding.Rule.Code), new("indicator", finding.Indicator.ToString()));

    /// <summary>Counts a card that a policy of the site left away.</summary>
    public void Withheld(Finding finding, string policy) => _withheld.Add(1, new("rule", finding.Rule.Code), new("policy", policy));

    /// <summary>Counts a rule that could not be evaluated completely.</summary>
    public void Failed(Finding finding) => _failures.Add(1, new KeyValuePair<string, object?>("rule", finding.Rule.Code));

    /// <summary>Counts what became of the keys of a call.</summary>
    public void Read(IReadOnlyList<OpenQuery> queries)
    {
        foreach (var query in queries)
        {
            _prefetch.Add(
                1,
                new("key", query.Template.Key),
                new("state", query.Answer.State.ToString()),
                new("read", query.IsAnswered ? "complete" : query.EhrFailure is null ? "incomplete" : "failed"));
        }
    }

    /// <summary>Counts a report that was new.</summary>
    public void Stored(FeedbackReport report)
        => _feedback.Add(1, new("service", report.Service), new("outcome", report.Outcome.ToString()));
}
