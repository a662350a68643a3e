using System.Collections.Frozen;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>A <see cref="CodeRule"/> ready to be asked.</summary>
/// <param name="rule">The rule.</param>
/// <param name="when">What makes it hold.</param>
/// <param name="exceptions">What makes it not hold; null for nothing.</param>
internal sealed class CompiledRule(CodeRule rule, CompiledMatch when, RuleExceptions? exceptions)
{
    private readonly FrozenSet<string> _exceptTypes = rule.ExceptTypes.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The rule.</summary>
    public CodeRule Rule => rule;

    /// <summary>Whether it holds.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="content">What the resource says.</param>
    public bool Holds(string type, CodedContent content)
        => !_exceptTypes.Contains(type) && when.Holds(content.Codes, content.Texts) && exceptions?.CoverAll(content.Resources) != true;
}
