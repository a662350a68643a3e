using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>Evaluates defines for one chart at one instant; what defines share is computed once. Not safe for concurrent use.</summary>
public sealed class LibraryEvaluation
{
    private readonly CqlEngine _engine;
    private readonly CqlEvaluation _evaluation;

    internal LibraryEvaluation(CqlEngine engine, CqlEvaluation evaluation) => (_engine, _evaluation) = (engine, evaluation);

    /// <summary>The value of a define. It never throws: what fails says so.</summary>
    /// <param name="library">Name of the library.</param>
    /// <param name="define">Name of the define.</param>
    public DefineResult Evaluate(string library, string define)
        => _engine.Find(library, define) is { } found ? Evaluate(found) : new(null, $"unknown-define at {library}.\"{define}\"");

    internal DefineResult Evaluate(CqlDefine define)
    {
        try
        {
            return new(_evaluation.Evaluate(define), null);
        }
        catch (CqlException e)
        {
            return new(null, $"runtime-error at {define} [{e.Problems[0].Locator}]");
        }
#pragma warning disable CA1031 // A defect in the engine must cost one value, visibly, and never all the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(null, $"defect-{e.GetType().Name} at {define}");
        }
    }
}
