using System.Collections.Frozen;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge;

/// <summary>One CDS service: the rules of one PlanDefinition, bound to hooks. Immutable and safe for concurrent use.</summary>
public sealed class Service : ICdsService
{
    private readonly FrozenDictionary<string, HookRules> _hooks;

    internal Service(Plan plan, IReadOnlyList<HookRules> hooks)
    {
        Id = plan.Id;
        Title = plan.Title;
        Description = plan.Description;
        Usage = plan.Usage;
        Url = plan.Url;
        Hooks = [.. hooks.Select(h => h.Hook)];
        Rules = [.. hooks.SelectMany(h => h.Rules).DistinctBy(rule => rule.Code, StringComparer.Ordinal)];
        _hooks = hooks.ToFrozenDictionary(h => h.Hook, StringComparer.Ordinal);
    }

    /// <summary>Id in the address <c>/cds-services/{id}</c>; the id of the PlanDefinition.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    public string Title { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>What a client must send or configure (<c>PlanDefinition.usage</c>), when written.</summary>
    public string? Usage { get; }

    /// <summary>Canonical URL of the PlanDefinition.</summary>
    public string Url { get; }

    /// <summary>Hooks the service answers, in the order of first mention in the PlanDefinition.</summary>
    public IReadOnlyList<string> Hooks { get; }

    /// <summary>Every rule the service runs on any hook, each once, in the order of the PlanDefinition.</summary>
    public IReadOnlyList<Coding> Rules { get; }

    /// <summary>The prefetch templates for one hook, generated from what its rules read: <c>patient</c> first, the others by key.</summary>
    /// <inheritdoc/>
    public IReadOnlyList<PrefetchTemplate> Prefetch(string hook) => _hooks.TryGetValue(hook, out var rules) ? rules.Prefetch : [];

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Evaluate(string hook, Chart chart, DateTimeOffset now, string? rule = null)
        => _hooks.TryGetValue(hook, out var rules) ? rules.Evaluate(chart, now, rule) : [];
}
