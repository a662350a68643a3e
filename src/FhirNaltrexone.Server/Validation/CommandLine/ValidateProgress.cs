namespace FhirNaltrexone.Server.Validation.CommandLine;

/// <summary>Shows on a terminal how far a run over many files is.</summary>
/// <param name="output">Where to write.</param>
/// <param name="isTerminal">Whether it is a terminal; else nothing is shown.</param>
internal sealed class ValidateProgress(TextWriter output, bool isTerminal)
{
    private const int BarWidth = 30;
    private const int Many = 10;

    private int _shown = -1;

    /// <summary>A file begins.</summary>
    /// <param name="done">Files done.</param>
    /// <param name="total">All files.</param>
    public void Show(int done, int total)
    {
        var filled = done * BarWidth / Math.Max(total, 1);
        if (!isTerminal || total < Many || filled == _shown) return;
        _shown = filled;
        output.Write($"\r[{new string('#', filled)}{new string('-', BarWidth - filled)}] {done} of {total} files ");
    }

    /// <summary>All is done; what was shown is wiped out.</summary>
    public void End()
    {
        if (_shown >= 0) output.Write($"\r{new string(' ', BarWidth + 40)}\r");
    }
}
