namespace FhirNaltrexone.Cql;

/// <summary>
/// The one exception of the engine: libraries that cannot be loaded (all problems at once), or an evaluation that ended in a
/// run-time error (one problem).
/// </summary>
public sealed class CqlException : Exception
{
    /// <summary>Makes an exception that lists the given problems.</summary>
    public CqlException(IReadOnlyList<CqlProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    internal CqlException(string message)
        : this([new CqlProblem("", null, null, message)])
    {
    }

    /// <summary>What is wrong; never empty.</summary>
    public IReadOnlyList<CqlProblem> Problems { get; }

    /// <summary>True until the place of the error has been filled in.</summary>
    internal bool Unplaced => Problems is [{ Library: "" }];

    internal CqlException At(string library, string? define, string? locator) =>
        new([Problems[0] with { Library = library, Define = define, Locator = locator }]);
}
