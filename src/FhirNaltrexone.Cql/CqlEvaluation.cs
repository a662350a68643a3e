using FhirNaltrexone.Cql.Compilation;

namespace FhirNaltrexone.Cql;

/// <summary>One evaluation over one patient's data at one instant. Results are kept, so that shared defines run once. Not thread-safe.</summary>
public sealed class CqlEvaluation
{
    private readonly Body[] _bodies;
    private readonly Frame _frame;

    internal CqlEvaluation(Body[] bodies, Frame frame) => (_bodies, _frame) = (bodies, frame);

    /// <summary>
    /// The value of a define: null, a CLR or CQL value, a <see cref="FhirElement"/>, or an <see cref="IReadOnlyList{T}"/> of those.
    /// </summary>
    /// <exception cref="CqlException">The evaluation ended in a run-time error; its problem names library, define and position.</exception>
    public object? Evaluate(CqlDefine define)
    {
        ArgumentNullException.ThrowIfNull(define);
        var body = _bodies[define.Slot];
        try
        {
            return _frame.Once(define.Slot, body, null);
        }
        catch (CqlException error) when (error.Unplaced)
        {
            var place = _frame.Running ?? body;
            _frame.Recover();
            throw error.At(place.Library, place.Name, null);
        }
        catch
        {
            _frame.Recover();
            throw;
        }
    }
}
