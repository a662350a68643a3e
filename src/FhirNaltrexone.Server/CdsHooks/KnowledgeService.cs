using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>A service of the content set.</summary>
internal sealed class KnowledgeService(Service service) : ICdsService
{
    public string Id => service.Id;

    public string Title => service.Title;

    public string Description => service.Description;

    public string? Usage => service.Usage;

    public IReadOnlyList<string> Hooks => service.Hooks;

    public IReadOnlyList<Coding> Rules => service.Rules;

    public IReadOnlyList<PrefetchTemplate> Prefetch(string hook) => service.Prefetch(hook);

    public IReadOnlyList<Finding> Evaluate(string hook, Chart chart, DateTimeOffset now, string? rule = null) => service.Evaluate(hook, chart, now, rule);
}
