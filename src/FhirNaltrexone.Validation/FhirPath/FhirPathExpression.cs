using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;
using FhirNaltrexone.Validation.FhirPath.Syntax;

namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>
/// An expression of FHIRPath N1 (2.0.0) with the additions of FHIR R4, read once and evaluated as often as needed. Immutable, safe to share.
/// Neither reading nor evaluating throws, overflows the stack or goes on without end, whatever the text and the resource.
/// </summary>
public sealed class FhirPathExpression
{
    private readonly Node _root;
    private readonly int _maxSteps;

    private FhirPathExpression(string text, Node root, int maxSteps)
    {
        Text = text;
        _root = root;
        _maxSteps = maxSteps;
    }

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">FHIRPath.</param>
    /// <param name="limits">What it may cost; those for clients when not given.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="error">What is wrong with it: its syntax, a function or type that does not exist, or its size.</param>
    /// <returns>Whether it can be used.</returns>
    public static bool TryParse(
        string text, FhirPathLimits? limits, [NotNullWhen(true)] out FhirPathExpression? expression, [NotNullWhen(false)] out FhirPathError? error)
    {
        limits ??= FhirPathLimits.Client;
        (expression, error) = (null, null);
        if (text.Length > limits.MaxLength)
        {
            error = new(0, $"The expression has more than {limits.MaxLength} characters.");
            return false;
        }

        try
        {
            expression = new(text, Compiler.Compile(Parser.Parse(text)), limits.MaxSteps);
            return true;
        }
        catch (FhirPathFault fault)
        {
            error = fault.Error;
            return false;
        }
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="focus">The element it is about.</param>
    /// <param name="context">Its surroundings.</param>
    /// <returns>The collection, or why there is none.</returns>
    public FhirPathResult Evaluate(in FhirElement focus, FhirPathContext context)
    {
        var run = Evaluation.Begin(FhirPathValue.Of(focus), context, _maxSteps);
        try
        {
            return new(run.Take(_root, new(0, 1)), null);
        }
        catch (FhirPathFault fault)
        {
            return new([], fault.Error);
        }
        finally
        {
            run.End();
        }
    }

    /// <summary>Evaluates the expression as an invariant.</summary>
    /// <param name="focus">The element it is about.</param>
    /// <param name="context">Its surroundings.</param>
    /// <param name="error">Why there is no answer; null when there is one, be it empty.</param>
    /// <returns>The truth; null when the result is empty, or when there is an error.</returns>
    public bool? IsTrue(in FhirElement focus, FhirPathContext context, out FhirPathError? error)
    {
        error = null;
        var run = Evaluation.Begin(FhirPathValue.Of(focus), context, _maxSteps);
        try
        {
            return _root.Test(new(0, 1), run);
        }
        catch (FhirPathFault fault)
        {
            error = fault.Error;
            return null;
        }
        finally
        {
            run.End();
        }
    }
}
