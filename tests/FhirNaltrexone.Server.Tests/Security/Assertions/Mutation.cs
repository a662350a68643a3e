using FhirNaltrexone.Server.Tests.Security.Support;

namespace FhirNaltrexone.Server.Tests.Security.Assertions;

/// <summary>One change of a valid token.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Reason">Why it must be refused; null when it must be accepted.</param>
/// <param name="Make">Makes the token from a valid draft with the key for the algorithm.</param>
internal sealed record Mutation(string Name, string? Reason, Func<MutationBench, TokenDraft, TestKey, string> Make)
{
    /// <summary>A change of header or claims, signed as the algorithm asks.</summary>
    public static Mutation Of(string name, string? reason, Action<TokenDraft> change) => new(name, reason, (_, draft, key) =>
    {
        change(draft);
        return draft.Sign(key);
    });

    /// <summary>The same, with the bench at hand.</summary>
    public static Mutation Of(string name, string? reason, Action<MutationBench, TokenDraft> change) => new(name, reason, (bench, draft, key) =>
    {
        change(bench, draft);
        return draft.Sign(key);
    });

    /// <summary>A change of the text of the valid token.</summary>
    public static Mutation OfText(string name, string? reason, Func<string, string> change)
        => new(name, reason, (_, draft, key) => change(draft.Sign(key)));
}
