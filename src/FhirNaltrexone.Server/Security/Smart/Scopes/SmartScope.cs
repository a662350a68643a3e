using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Smart.Scopes;

/// <summary>One scope that was understood.</summary>
/// <param name="Text">The scope as the client wrote it.</param>
/// <param name="Grant">What it allows; null for one about launching or signing in.</param>
internal sealed record SmartScope(string Text, Grant? Grant);
