using FhirNaltrexone.Knowledge.Apply.Expressions;

namespace FhirNaltrexone.Knowledge.Apply.Plans;

/// <summary>A resource that an action removes or updates.</summary>
/// <param name="Hook">The event at which it is named first, and its changes are computed; null outside events.</param>
/// <param name="Reference">Reference to it; null when nobody knows which it is.</param>
/// <param name="Unknown">Why nobody knows which it is; null when it is known.</param>
internal sealed record ActionTarget(string? Hook, string? Reference, ExpressionResult? Unknown = null)
{
    /// <summary>The further events at which it is named.</summary>
    public IReadOnlyList<string?> Others { get; init; } = [];
}
