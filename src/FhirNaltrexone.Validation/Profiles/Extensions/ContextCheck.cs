using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Extensions;

/// <summary>Whether an extension may stand where it does.</summary>
internal static class ContextCheck
{
    // The definition of this one names the code of the type; the snapshots of R4 itself have it on the type.
    private const string FhirType = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";

    /// <summary>Looks at the element above the one where the walk is.</summary>
    public static bool Allows(string url, ExtensionDefinition definition, ValidationRun run)
    {
        var host = run.Path.Steps[..^1] is [.., var above] ? above.Element : run.Scope.Resource;
        if (!host.Exists) return true;
        return (definition.Contexts.Count == 0 || (url == FhirType && IsElement("ElementDefinition.type", host, run)) || definition.Contexts.Any(context => Allows(context, host, run)))
            && definition.Invariants.All(invariant => invariant.IsTrue(host, run.Context, out _) == true);
    }

    private static bool Allows(ExtensionContext context, in FhirElement host, ValidationRun run) => context.Type switch
    {
        "extension" => host.Type.Name == "Extension" && host.Value.Text("url") == context.Expression,
        "fhirpath" => Selects(context.Expression, host, run),
        _ => context.Expression.Contains(':', StringComparison.Ordinal) || IsElement(Plain(context.Expression), host, run),
    };

    /// <summary>An expression names the elements on which the extension may stand, seen from the resource; or it is true of them.</summary>
    private static bool Selects(string text, in FhirElement host, ValidationRun run)
    {
        if (!FhirPathExpression.TryParse(text, null, out var expression, out _)) return true;
        foreach (var value in expression.Evaluate(run.Scope.Resource, run.Context).Values)
        {
            if (value.Boolean == true || (value.Kind == FhirPathKind.Element && value.Element.Value.Equals(host.Value))) return true;
        }

        return false;
    }

    private static bool IsElement(string expression, in FhirElement host, ValidationRun run)
    {
        if (host.Type.Is(expression) || (expression == "Element" && !host.Type.IsResource)) return true;
        var path = string.Empty;
        foreach (var step in run.Path.Steps[..^1])
        {
            // Within a data type the path begins anew; paths of elements in resources go on.
            path = step.Parent is null or { IsResource: true } || path.Length == 0 ? $"{step.Parent?.Name}.{step.Name}" : $"{path}.{step.Name}";
        }

        return path == expression || run.Path.Steps[..^1] is [.., var last] && last.DefinitionPath == expression;
    }

    private static string Plain(string expression) => expression.Replace("[x]", string.Empty, StringComparison.Ordinal);
}
