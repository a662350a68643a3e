using System.Text.Json;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply.Expressions;

/// <summary>Evaluates the expressions of definitions for one request.</summary>
internal sealed class ExpressionRunner(ApplyRequest request)
{
    private readonly Dictionary<(CompiledLibraries Libraries, string? Hook), LibraryEvaluation> _evaluations = [];
    private readonly PathRunner _paths = new(request);

    /// <summary>Evaluates a FHIR Expression.</summary>
    /// <param name="expression">The Expression.</param>
    /// <param name="scope">What it may name.</param>
    /// <param name="hook">The event it is evaluated at; null outside events.</param>
    public ExpressionResult Evaluate(JsonElement expression, PlanScope scope, string? hook)
    {
        var text = expression.Text("expression");
        if (string.IsNullOrWhiteSpace(text)) return ExpressionResult.Failed(IssueCodes.Required, "it has no expression");
        return expression.Text("language") switch
        {
            var language when IsCql(language) => EvaluateDefine(text, expression, scope, hook),
            "text/fhirpath" => _paths.Evaluate(text, scope),
            var other => ExpressionResult.Failed(IssueCodes.NotSupported, $"its language '{Shown(other)}' is not supported"),
        };
    }

    /// <summary>The hooks at which an expression may have another value that matters than outside of them.</summary>
    /// <param name="expression">The Expression.</param>
    /// <param name="scope">What it may name.</param>
    public IReadOnlyList<string> Hooks(JsonElement expression, PlanScope scope)
        => IsCql(expression.Text("language")) && expression.Text("expression") is { } text
            && Named(text, expression, scope) is [var (library, define)] && library.DependsOnHook(define)
            ? request.HooksOf(library)
            : [];

    private static bool IsCql(string? language)
        => language is "text/cql.identifier" or "text/cql-identifier" or "text/cql" or "text/cql.expression" or "text/cql-expression";

    private static string Shown(string? text) => text is null ? "" : text.Length > 60 ? text[..60] : text;

    private ExpressionResult EvaluateDefine(string text, JsonElement expression, PlanScope scope, string? hook)
    {
        var found = Named(text, expression, scope);
        if (found.Count != 1)
        {
            return ExpressionResult.Failed(IssueCodes.NotFound, found.Count == 0
                ? $"the define \"{Shown(text)}\" is in none of its libraries"
                : $"the define \"{Shown(text)}\" is in several of its libraries");
        }

        var result = Evaluation(found[0].Library, hook).Evaluate(found[0].Library.Name, found[0].Define);
        return result.Failure is { } failure ? ExpressionResult.Failed(IssueCodes.Exception, failure) : ExpressionResult.Of(Plain(result.Value));
    }

    /// <summary>A FHIR boolean is its truth.</summary>
    private static object? Plain(object? value) => value is Cql.FhirElement { Json.ValueKind: JsonValueKind.True or JsonValueKind.False } flag
        ? flag.Json.ValueKind == JsonValueKind.True
        : value;

    private static List<(KnowledgeLibrary Library, string Define)> Named(string text, JsonElement expression, PlanScope scope)
        => Named(text, expression.Text("reference") is not { } reference ? scope.Libraries
            : [.. scope.Libraries.Where(library => library.Url == reference.Split('|')[0])]);

    /// <summary>A plain name comes first: names may have dots and quotation marks. Then <c>Library.Define</c>, either part quoted or not.</summary>
    private static List<(KnowledgeLibrary Library, string Define)> Named(string text, IReadOnlyList<KnowledgeLibrary> libraries)
    {
        var name = Unquoted(text.Trim());
        List<(KnowledgeLibrary Library, string Define)> plain = [.. libraries.Where(library => library.Find(name) is not null).Select(library => (library, name))];
        if (plain.Count > 0) return plain;
        List<(KnowledgeLibrary Library, string Define)> qualified = [];
        foreach (var library in libraries)
        {
            foreach (var prefix in new[] { $"{library.Name}.", $"\"{library.Name}\"." })
            {
                if (text.StartsWith(prefix, StringComparison.Ordinal) && Unquoted(text[prefix.Length..]) is var define && library.Find(define) is not null)
                    qualified.Add((library, define));
            }
        }

        return qualified;
    }

    private static string Unquoted(string text) => text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text;

    private LibraryEvaluation Evaluation(KnowledgeLibrary library, string? hook)
    {
        if (!_evaluations.TryGetValue((library.Engine, hook), out var evaluation))
            _evaluations[(library.Engine, hook)] = evaluation = library.Begin(request.Chart, request.Now, hook, request.Limits.Longest);
        return evaluation;
    }
}
