namespace FhirNaltrexone.Knowledge;

/// <summary>A CDS service: rules bound to hooks.</summary>
public interface ICdsService
{
    /// <summary>Id in the address <c>/cds-services/{id}</c>.</summary>
    string Id { get; }

    /// <summary>Name for people.</summary>
    string Title { get; }

    /// <summary>What the service does, in one or two sentences.</summary>
    string Description { get; }

    /// <summary>What a client must send or configure, when written.</summary>
    string? Usage { get; }

    /// <summary>Hooks the service answers.</summary>
    IReadOnlyList<string> Hooks { get; }

    /// <summary>Every rule the service runs on any hook, each once.</summary>
    IReadOnlyList<Coding> Rules { get; }

    /// <summary>The prefetch templates for one hook.</summary>
    /// <param name="hook">Name of the hook.</param>
    /// <returns>The templates; empty when the service does not answer the hook.</returns>
    IReadOnlyList<PrefetchTemplate> Prefetch(string hook);

    /// <summary>
    /// Evaluates the rules bound to the hook. A rule that cannot be evaluated gives a finding that says so: no failure is ever silent.
    /// </summary>
    /// <param name="hook">Name of the hook.</param>
    /// <param name="chart">What is known about the patient.</param>
    /// <param name="now">The instant of evaluation, in any offset; converted into the chart's zone.</param>
    /// <param name="rule">Code of the only rule to evaluate; all of them without it.</param>
    /// <returns>At most one finding for each rule, critical before warning before info, otherwise in the order of the PlanDefinition.</returns>
    IReadOnlyList<Finding> Evaluate(string hook, Chart chart, DateTimeOffset now, string? rule = null);
}
