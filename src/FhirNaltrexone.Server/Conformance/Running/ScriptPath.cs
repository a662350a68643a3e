using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>Evaluates the FHIRPath of scripts.</summary>
internal static class ScriptPath
{
    /// <summary>The values as texts.</summary>
    /// <param name="expression">FHIRPath.</param>
    /// <param name="resource">What it is about.</param>
    /// <exception cref="ScriptFault">It cannot be read or evaluated.</exception>
    public static IReadOnlyList<string> Values(string expression, JsonElement resource)
    {
        if (!FhirPathExpression.TryParse(expression, FhirPathLimits.Client, out var path, out var error)) throw Fault(expression, error);
        var result = path.Evaluate(FhirElement.Root(resource), FhirPathContext.None);
        return result.Error is { } failure ? throw Fault(expression, failure) : [.. result.Values.Select(value => value.ToString())];
    }

    private static ScriptFault Fault(string expression, FhirPathError error) => new($"{expression}: {error.Text}");
}
