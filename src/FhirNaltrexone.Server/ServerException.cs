namespace FhirNaltrexone.Server;

/// <summary>The one exception type of this assembly. Its message is fit for a log: no health information, no tokens.</summary>
internal sealed class ServerException(ServerErrorCode code, string message) : Exception(message)
{
    /// <summary>Kind of the failure.</summary>
    public ServerErrorCode Code { get; } = code;
}
