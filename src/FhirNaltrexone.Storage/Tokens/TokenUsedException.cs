namespace FhirNaltrexone.Storage.Tokens;

/// <summary>A request came with a token that another request has used: it must be refused, and nothing of its answer shown.</summary>
public sealed class TokenUsedException() : Exception("The token was used before.");
