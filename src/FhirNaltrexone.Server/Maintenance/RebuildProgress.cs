using System.Globalization;

namespace FhirNaltrexone.Server.Maintenance;

/// <summary>Writes how far a rebuild is, a line for every ten thousand resources.</summary>
internal sealed class RebuildProgress(TextWriter output) : IProgress<long>
{
    private const long Step = 10_000;

    private long _told;

    /// <inheritdoc/>
    public void Report(long value)
    {
        if (value / Step == _told / Step) return;
        _told = value;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value:N0} resources indexed"));
    }
}
