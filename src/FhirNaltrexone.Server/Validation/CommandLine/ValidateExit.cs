namespace FhirNaltrexone.Server.Validation.CommandLine;

/// <summary>Exit codes of the verb.</summary>
internal static class ValidateExit
{
    /// <summary>Everything is valid.</summary>
    public const int Valid = 0;

    /// <summary>Something has errors.</summary>
    public const int Invalid = 1;

    /// <summary>An input or package could not be read, or is refused.</summary>
    public const int Refused = 2;
}
