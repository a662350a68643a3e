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
        // Any element at all, resources too: R4 itself gives this context to extensions that stand on resources.
        if (expression == "Element" || host.Type.Is(expression)) return true;
        var (root, path) = (default(ElementType), string.Empty);
        foreach (var step in run.Path.Steps[..^1])
        {
            // Each resource begins a path anew; paths go on into the data types, whose own elements are looked for besides.
            (root, path) = root is null || step.Parent is { IsResource: true } ? (step.Parent, step.Name) : (root, $"{path}.{step.Name}");
        }

        return IsPath(expression, root, path) || run.Path.Steps[..^1] is [.., var last] && IsPath(expression, last.Parent, last.Name);
    }

    /// <summary>Whether an expression is a path from a type, or from one that it specialises: <c>Resource.meta</c> is that of every resource.</summary>
    private static bool IsPath(string expression, ElementType? type, string path)
        => type is not null && (expression == $"{type.Name}.{path}" || IsPath(expression, type.Base, path));

    private static string Plain(string expression) => expression.Replace("[x]", string.Empty, StringComparison.Ordinal);
}
