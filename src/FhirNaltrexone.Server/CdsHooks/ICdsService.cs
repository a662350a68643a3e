using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>What this slice needs of a CDS service; the content set provides it.</summary>
internal interface ICdsService
{
    /// <summary>Id in the address.</summary>
    string Id { get; }

    /// <summary>Name for people.</summary>
    string Title { get; }

    /// <summary>What the service does.</summary>
    string Description { get; }

    /// <summary>What a client must send or configure, when written.</summary>
    string? Usage { get; }

    /// <summary>Hooks the service answers.</summary>
    IReadOnlyList<string> Hooks { get; }

    /// <summary>The rules the service runs, on whichever hook.</summary>
    IReadOnlyList<Coding> Rules { get; }

    /// <summary>Prefetch templates for a hook.</summary>
    IReadOnlyList<PrefetchTemplate> Prefetch(string hook);

    /// <summary>Evaluates the rules bound to a hook, or only the one with a code.</summary>
    IReadOnlyList<Finding> Evaluate(string hook, Chart chart, DateTimeOffset now, string? rule = null);
}
