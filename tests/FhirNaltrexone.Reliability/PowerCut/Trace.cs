using System.Globalization;
using System.Text.RegularExpressions;

namespace FhirNaltrexone.Reliability.PowerCut;

/// <summary>Reads the output of strace into calls, in the order in which they returned (writes: in which they were made).</summary>
internal static partial class Trace
{
    /// <summary>Arguments for strace: every call that can change a file, with whole buffers in hexadecimal.</summary>
    public static readonly string[] Arguments =
        ["-f", "-y", "-xx", "-s", "70000", "-e", "trace=pwrite64,pwritev,write,fsync,fdatasync,ftruncate,unlink,unlinkat", "-e", "signal=none"];

    /// <summary>Reads a trace.</summary>
    /// <param name="path">Output file of strace.</param>
    /// <param name="folder">Only files in this folder count.</param>
    public static List<DiskCall> Read(string path, string folder)
    {
        var calls = new List<DiskCall>();
        var unfinished = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(path))
        {
            if (Whole(line, unfinished) is { } whole && Parse(whole, folder) is { } call) calls.Add(call);
        }

        return calls;
    }

    private static string? Whole(string line, Dictionary<string, string> unfinished)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (process, rest) = (line[..space], line[space..].TrimStart());
        if (rest.EndsWith("<unfinished ...>", StringComparison.Ordinal))
        {
            unfinished[process] = rest[..^"<unfinished ...>".Length];
            return null;
        }

        if (!rest.StartsWith("<... ", StringComparison.Ordinal)) return rest;
        var resumed = rest[(rest.IndexOf("resumed>", StringComparison.Ordinal) + "resumed>".Length)..];
        return unfinished.Remove(process, out var begun) ? begun + resumed : null;
    }

    private static DiskCall? Parse(string call, string folder)
    {
        // The runtime writes to a duplicate of standard output: an acknowledgement is known by its text.
        if (call.StartsWith("write(", StringComparison.Ordinal)) return Acknowledgement(call);
        if (Call().Match(call) is not { Success: true } match || match.Groups["result"].Value.StartsWith('-')) return null;
        var file = Text(match.Groups["file"].Value);
        if (!file.StartsWith(folder, StringComparison.Ordinal) || file.EndsWith("-shm", StringComparison.Ordinal)) return null;
        return match.Groups["name"].Value switch
        {
            "pwrite64" => Write(file, match.Groups["rest"].Value),
            "pwritev" => throw new InvalidOperationException("pwritev is not read."),
            "fsync" or "fdatasync" => new DiskCall(DiskCallKind.Sync, file, 0, []),
            "ftruncate" => new DiskCall(DiskCallKind.Truncate, file, Number(match.Groups["rest"].Value), []),
            "unlink" or "unlinkat" => new DiskCall(DiskCallKind.Remove, file, 0, []),
            _ => null,
        };
    }

    private static DiskCall Write(string file, string rest)
    {
        var match = Buffer().Match(rest);
        return new DiskCall(DiskCallKind.Write, file, long.Parse(match.Groups["offset"].Value, CultureInfo.InvariantCulture), Bytes(match.Groups["bytes"].Value));
    }

    private static DiskCall? Acknowledgement(string call)
    {
        var start = call.IndexOf('"', StringComparison.Ordinal) + 1;
        if (start == 0) return null;
        var text = System.Text.Encoding.ASCII.GetString(Bytes(call[start..call.IndexOf('"', start)]));
        return text.StartsWith("ACK ", StringComparison.Ordinal)
            ? new DiskCall(DiskCallKind.Acknowledge, string.Empty, 0, []) { Acknowledged = int.Parse(text.AsSpan(4).Trim(), CultureInfo.InvariantCulture) }
            : null;
    }

    private static long Number(string rest) => long.Parse(rest.Trim(' ', ','), CultureInfo.InvariantCulture);

    private static string Text(string value) => value.Contains("\\x", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetString(Bytes(value)) : value;

    private static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace("\\x", string.Empty, StringComparison.Ordinal));

    [GeneratedRegex("""^(?<name>\w+)\((?:AT_FDCWD(?:<[^>]*>)?, )?(?:\d+<(?<file>[^>]*)>|"(?<file>[^"]*)")(?<rest>.*)\)\s+= (?<result>-?\d+)""", RegexOptions.Singleline)]
    private static partial Regex Call();

    [GeneratedRegex("""^, "(?<bytes>[^"]*)", \d+, (?<offset>\d+)\s*$""")]
    private static partial Regex Buffer();
}
