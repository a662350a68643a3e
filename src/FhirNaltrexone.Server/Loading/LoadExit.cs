namespace FhirNaltrexone.Server.Loading;

/// <summary>Exit codes of the verb, beside <see cref="StoreExit"/>.</summary>
internal static class LoadExit
{
    /// <summary>Everything is loaded.</summary>
    public const int Loaded = 0;

    /// <summary>Something was refused.</summary>
    public const int Refused = 1;

    /// <summary>An input could not be read.</summary>
    public const int Unusable = 2;
}
