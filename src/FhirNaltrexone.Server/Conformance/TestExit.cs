namespace FhirNaltrexone.Server.Conformance;

/// <summary>Exit codes of the verb.</summary>
internal static class TestExit
{
    /// <summary>All tests passed.</summary>
    public const int Passed = 0;

    /// <summary>A test failed.</summary>
    public const int Failed = 1;

    /// <summary>A script could not be read.</summary>
    public const int Unusable = 2;
}
