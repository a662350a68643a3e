using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>Compiles conditions: comparisons with a literal, <c>exists()</c>, <c>resolve() is Type</c>, and their combinations.</summary>
internal sealed class PathConditions(PathCompiler compiler)
{
    public static bool IsCondition(PathSyntax syntax) => syntax switch
    {
        PathSyntax.Binary { Operator: not "|" } => true,
        PathSyntax.Typed { Operator: "is" } => true,
        PathSyntax.Call { Function: "exists" or "not" or "empty" } => true,
        _ => false,
    };

    public static PathCondition HasUrl(string url)
    {
        var expected = Encoding.UTF8.GetBytes(url);
        return (element, _) => element.ValueKind == JsonValueKind.Object && element.TryGet("url"u8, out var value) && value.IsText(expected);
    }

    public PathCondition Compile(PathSyntax syntax, PathBranch from)
    {
        switch (syntax)
        {
            case PathSyntax.Binary { Operator: "and" } and:
                var (first, second) = (Compile(and.Left, from), Compile(and.Right, from));
                return (element, context) => And(first(element, context), second(element, context));
            case PathSyntax.Binary { Operator: "or" } or:
                var (one, other) = (Compile(or.Left, from), Compile(or.Right, from));
                return (element, context) => Not(And(Not(one(element, context)), Not(other(element, context))));
            case PathSyntax.Binary { Operator: "=" or "!=", Right: PathSyntax.Literal literal } comparison:
                return Compare(Paths(comparison.Left, from), literal, comparison.Operator == "!=");
            case PathSyntax.Call { Function: "exists", Arguments: [], Target: { } target }:
                var present = Paths(target, from);
                return (element, context) => Found.Count(present, element, context) > 0;
            case PathSyntax.Call { Function: "empty", Arguments: [], Target: { } target }:
                var absent = Paths(target, from);
                return (element, context) => Found.Count(absent, element, context) == 0;
            case PathSyntax.Call { Function: "not", Arguments: [], Target: { } inner }:
                var negated = Compile(inner, from);
                return (element, context) => Not(negated(element, context));
            case PathSyntax.Typed { Operator: "is", Target: PathSyntax.Call { Function: "resolve", Arguments: [], Target: null }, Type: var type }
                when from.Type is "Reference" or "canonical" or "uri":
                return (element, context) => ReferenceTypes.Is(element, context, type);
            default:
                throw new PathException("it has a condition that is not supported");
        }
    }

    private PathBranch[] Paths(PathSyntax syntax, PathBranch from)
        => [.. compiler.Branches(syntax, from.Steps.Length == 0 && from.Parent.Length == 0 ? null : from)];

    private static PathCondition Compare(PathBranch[] paths, PathSyntax.Literal literal, bool isNegated)
    {
        var expected = Encoding.UTF8.GetBytes(literal.Text);
        return (element, context) =>
        {
            var found = Found.In(paths, element, context);
            if (found.Number == 0) return null;
            var isEqual = found.Number == 1 && IsEqual(found.Last, literal, expected);
            return isEqual != isNegated;
        };
    }

    private static bool IsEqual(JsonElement value, PathSyntax.Literal literal, byte[] expected) => literal.IsBoolean
        ? value.ValueKind == (literal.Text == "true" ? JsonValueKind.True : JsonValueKind.False)
        : value.IsText(expected);

    private static bool? And(bool? left, bool? right)
    {
        if (left == false || right == false) return false;
        return left is null || right is null ? null : true;
    }

    private static bool? Not(bool? value) => !value;

    private sealed class Found : IPathVisitor
    {
        public int Number { get; private set; }

        public JsonElement Last { get; private set; }

        public static int Count(PathBranch[] paths, JsonElement element, PathContext context) => In(paths, element, context).Number;

        public static Found In(PathBranch[] paths, JsonElement element, PathContext context)
        {
            var found = new Found();
            foreach (var path in paths) path.Walk(element, context, found);
            return found;
        }

        public void Visit(PathBranch branch, JsonElement element)
        {
            Number++;
            Last = element;
        }
    }
}
