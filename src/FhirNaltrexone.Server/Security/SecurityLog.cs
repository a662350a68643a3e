using FhirNaltrexone.Server.Security.Assertions;

namespace FhirNaltrexone.Server.Security;

/// <summary>What this slice logs: codes, and ids of registered clients. Never a token, nor anything else a caller wrote.</summary>
internal static partial class SecurityLog
{
    [LoggerMessage(LogIds.AssertionRefused, LogLevel.Warning, "Token refused at {Door}: {Reason}; client {Client}")]
    public static partial void AssertionRefused(this ILogger logger, string door, AssertionDefect reason, string? client);

    [LoggerMessage(LogIds.KeySetNotFetched, LogLevel.Warning, "The key set of {Client} could not be fetched: {Reason}")]
    public static partial void KeySetNotFetched(this ILogger logger, string client, string reason);

    [LoggerMessage(LogIds.UsedTokensKept, LogLevel.Warning, "Expired tokens could not be forgotten: {Failure}")]
    public static partial void UsedTokensKept(this ILogger logger, string failure);

    [LoggerMessage(LogIds.ServiceIsOpen, LogLevel.Warning, "Security is off: everybody on this machine may do everything")]
    public static partial void ServiceIsOpen(this ILogger logger);

    [LoggerMessage(LogIds.ClientThrottled, LogLevel.Warning, "Too many requests of {Client}: answered with 429")]
    public static partial void ClientThrottled(this ILogger logger, string client);

    [LoggerMessage(LogIds.SecurityIsEnforced, LogLevel.Information, "Security is enforced: {Clients} clients")]
    public static partial void SecurityIsEnforced(this ILogger logger, int clients);
}
