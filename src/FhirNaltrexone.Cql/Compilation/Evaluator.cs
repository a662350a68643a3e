namespace FhirNaltrexone.Cql.Compilation;

/// <summary>
/// A compiled expression: gives its value in a frame. Nothing about the ELM is looked at any more. What rules are made of most has a class of its own:
/// an object that holds its operands takes half as much of the processor's caches as a delegate with its closure, and an evaluation visits thousands.
/// </summary>
internal abstract class Evaluator
{
    /// <summary>Always null.</summary>
    public static Evaluator Nothing { get; } = new Constant(null);

    /// <summary>An expression that is rare in rules, as a function.</summary>
    public static Evaluator Of(Func<Frame, object?> compute) => new Computed(compute);

    /// <summary>Always the same value.</summary>
    public static Evaluator Always(object? value) => new Constant(value);

    /// <summary>Whether it always gives the same value, and which.</summary>
    public bool IsAlways(out object? value)
    {
        value = (this as Constant)?.Value;
        return this is Constant;
    }

    public abstract object? Evaluate(Frame frame);

    private sealed class Computed(Func<Frame, object?> compute) : Evaluator
    {
        public override object? Evaluate(Frame frame) => compute(frame);
    }

    private sealed class Constant(object? value) : Evaluator
    {
        public object? Value => value;

        public override object? Evaluate(Frame frame) => value;
    }
}
