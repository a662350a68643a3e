namespace FhirNaltrexone.Storage.Resources;

/// <summary>Makes decisions.</summary>
public static class Decision
{
    /// <summary>Keep the writes.</summary>
    /// <param name="value">The answer.</param>
    public static Decision<T> Commit<T>(T value) => new(true, value);

    /// <summary>Forget the writes.</summary>
    /// <param name="value">The answer.</param>
    public static Decision<T> Rollback<T>(T value) => new(false, value);
}
