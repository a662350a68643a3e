namespace FhirNaltrexone.Server.Reasoning.CommandLine;

/// <summary>Exit codes of the verb.</summary>
internal static class ApplyExit
{
    /// <summary>It was applied; what could not be decided is told in the result.</summary>
    public const int Applied = 0;

    /// <summary>It was not applied; standard error says why.</summary>
    public const int Refused = 2;
}
