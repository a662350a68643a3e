using System.Collections.Frozen;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>A <see cref="CodeRule"/> ready to be asked.</summary>
/// <param name="rule">The rule.</param>
/// <param name="when">Bit of what makes it hold.</param>
/// <param name="exceptions">What makes it not hold; null for nothing.</param>
internal sealed class CompiledRule(CodeRule rule, ulong when, RuleExceptions? exceptions)
{
    private readonly FrozenSet<string> _exceptTypes = rule.ExceptTypes.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether it holds.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="content">What the resource says.</param>
    /// <param name="found">What it matches of <see cref="MatchTable"/>.</param>
    public bool Holds(string type, CodedContent content, ulong found)
        => (found & when) != 0 && !_exceptTypes.Contains(type) && exceptions?.CoverAll(content.Resources) != true;
}
