namespace FhirNaltrexone.Knowledge;

/// <summary>The rules of one service that run on one hook.</summary>
internal sealed class HookRules(string hook, IReadOnlyList<PrefetchTemplate> prefetch)
{
    private readonly IReadOnlyList<Finding> _none = [];

    public string Hook => hook;

    public IReadOnlyList<PrefetchTemplate> Prefetch => prefetch;

    public IReadOnlyList<Finding> Evaluate(Chart chart, DateTimeOffset now) => _none;
}
