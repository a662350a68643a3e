using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Loading.Reports;

/// <summary>Counts what became of everything.</summary>
internal sealed class LoadSummary
{
    private const int MaxListed = 100;

    private readonly SortedDictionary<string, TypeCount> _types = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);
    private readonly List<string> _refused = [];
    private readonly List<string> _unusable = [];

    /// <summary>Counts by resource type.</summary>
    public IReadOnlyDictionary<string, TypeCount> Types => _types;

    /// <summary>How often each code of an issue was the reason of a refusal.</summary>
    public IReadOnlyDictionary<string, long> Reasons => _reasons;

    /// <summary>The first refusals, each with place and reason.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>Files that could not be read.</summary>
    public IReadOnlyList<string> Unusable => _unusable;

    /// <summary>Resources stored, those found unchanged included.</summary>
    public long StoredCount => _types.Values.Sum(count => count.New + count.Changed + count.Unchanged);

    /// <summary>Pieces refused in this run.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>Pieces refused in the runs that this one goes on with.</summary>
    public long RefusedBefore { get; set; }

    /// <summary>Items passed over because an earlier run had dealt with them.</summary>
    public long DoneBefore { get; set; }

    /// <summary>Why the run ended early; null when it did not.</summary>
    public string? Stopped { get; set; }

    /// <summary>What the store failed with; null when it did not.</summary>
    public string? StoreFailure { get; set; }

    /// <summary>The exit code of the verb.</summary>
    public int ExitCode => StoreFailure is not null ? StoreExit.Failed
        : _unusable.Count > 0 ? LoadExit.Unusable
        : RefusedCount + RefusedBefore > 0 || Stopped is not null ? LoadExit.Refused
        : LoadExit.Loaded;

    /// <summary>Counts a resource stored.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="status">HTTP status of the interaction.</param>
    /// <param name="isUnchanged">Whether the same content was there already.</param>
    public void Store(string type, int status, bool isUnchanged)
    {
        var count = _types.GetValueOrDefault(type);
        _types[type] = isUnchanged ? count with { Unchanged = count.Unchanged + 1 }
            : status == StatusCodes.Status201Created ? count with { New = count.New + 1 }
            : count with { Changed = count.Changed + 1 };
    }

    /// <summary>Counts a refusal.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="issues">Why.</param>
    public void Refuse(string place, IReadOnlyList<Issue> issues)
    {
        RefusedCount++;
        var first = issues[0];
        _reasons[first.Code] = _reasons.GetValueOrDefault(first.Code) + 1;
        if (_refused.Count == MaxListed) return;

        var more = issues.Count > 1 ? $" (and {issues.Count - 1} more)" : "";
        _refused.Add($"{place}: {(first.Expression is { } path ? $"{path}: " : "")}{first.Text}{more}");
    }

    /// <summary>Notes a file that could not be read.</summary>
    public void Unread(string message) => _unusable.Add(message);
}
