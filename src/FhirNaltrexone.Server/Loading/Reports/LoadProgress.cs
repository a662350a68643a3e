using System.Globalization;

namespace FhirNaltrexone.Server.Loading.Reports;

/// <summary>Shows how far loading is: a bar that is drawn over on a terminal, else a line now and then.</summary>
/// <param name="output">Where to write.</param>
/// <param name="isTerminal">Whether it is a terminal.</param>
/// <param name="clock">Tells the time that passes.</param>
internal sealed class LoadProgress(TextWriter output, bool isTerminal, TimeProvider clock)
{
    private const int BarWidth = 30;

    // As high as the eye can follow on a terminal; rarely in a log.
    private readonly TimeSpan _pause = TimeSpan.FromSeconds(isTerminal ? 0.2 : 5);
    private readonly long _begin = clock.GetTimestamp();
    private long _shown = clock.GetTimestamp();
    private long _totalBytes;
    private long _doneBytes;
    private bool _hasBar;

    /// <summary>Loading begins.</summary>
    /// <param name="totalBytes">Bytes of all files.</param>
    public void Begin(long totalBytes) => _totalBytes = Math.Max(1, totalBytes);

    /// <summary>Something was stored.</summary>
    /// <param name="fileBytes">Bytes of the present file dealt with.</param>
    /// <param name="stored">Resources stored in all.</param>
    /// <param name="refused">Pieces refused in all.</param>
    public void Report(long fileBytes, long stored, long refused)
    {
        if (clock.GetElapsedTime(_shown) < _pause) return;

        _shown = clock.GetTimestamp();
        var share = Math.Min(1, (_doneBytes + fileBytes) / (double)_totalBytes);
        var text = Text(share, stored, refused);
        if (!isTerminal)
        {
            output.WriteLine(text);
            return;
        }

        var filled = (int)(share * BarWidth);
        output.Write($"\r[{new string('#', filled)}{new string('-', BarWidth - filled)}] {text}   ");
        _hasBar = true;
    }

    /// <summary>The present file is done.</summary>
    /// <param name="fileBytes">Its length.</param>
    public void EndFile(long fileBytes) => _doneBytes += fileBytes;

    /// <summary>Loading ends.</summary>
    public void End()
    {
        if (_hasBar) output.WriteLine();
    }

    private string Text(double share, long stored, long refused)
    {
        var passed = clock.GetElapsedTime(_begin);
        var rate = stored / Math.Max(passed.TotalSeconds, 0.001);
        var left = share > 0 ? TimeSpan.FromSeconds(passed.TotalSeconds * (1 - share) / share) : TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{share * 100,3:F0} %, {stored:N0} stored, {refused:N0} refused, {rate:N0}/s, {left:hh\\:mm\\:ss} left");
    }
}
