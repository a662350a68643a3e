using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A part of a compiled expression. Immutable; safe to share. The focus is what <c>$this</c> means, mostly one item.</summary>
/// <param name="position">Character of the expression, from 0.</param>
internal abstract class Node(int position)
{
    /// <summary>Character of the expression, from 0.</summary>
    public int Position => position;

    /// <summary>Puts the results on the stack.</summary>
    public abstract void Push(Span focus, Evaluation run);

    /// <summary>Whether there is any result; stops at the first.</summary>
    public virtual bool Any(Span focus, Evaluation run) => Count(focus, run) > 0;

    /// <summary>Number of results.</summary>
    public virtual int Count(Span focus, Evaluation run)
    {
        var results = run.Push(this, focus);
        run.Cut(results.Start);
        return results.Count;
    }

    /// <summary>The only result as a System value where it is one; nothing when there is none.</summary>
    public virtual FhirPathValue One(Span focus, Evaluation run)
    {
        var results = run.Push(this, focus);
        if (results.Count > 1) throw Fault("One item is expected here, but there are more.");
        var value = results.Count == 0 ? default : Primitives.Read(run[results.Start]);
        run.Cut(results.Start);
        return value;
    }

    /// <summary>The truth of the result; null when there is none. One item that is no Boolean counts as true (FHIRPath N1, 4.5).</summary>
    public virtual bool? Test(Span focus, Evaluation run)
    {
        var results = run.Push(this, focus);
        if (results.Count > 1) throw Fault("One truth value is expected here, but there are more items.");
        bool? truth = results.Count == 0 ? null : Truth(run[results.Start]);
        run.Cut(results.Start);
        return truth;
    }

    /// <summary>An error of this part.</summary>
    protected FhirPathFault Fault(string text) => new(position, text);

    private static bool Truth(in FhirPathValue item) => Primitives.Read(item).Boolean ?? true;
}
