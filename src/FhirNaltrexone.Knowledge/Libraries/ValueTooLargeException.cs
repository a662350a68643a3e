namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>A value has more parts, or deeper ones, than an answer may carry.</summary>
public sealed class ValueTooLargeException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ValueTooLargeException()
        : base("The value is larger than an answer may be.")
    {
    }
}
