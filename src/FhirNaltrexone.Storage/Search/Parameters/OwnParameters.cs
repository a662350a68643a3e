using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>Reads SearchParameter resources of our own.</summary>
internal static class OwnParameters
{
    private const int MaximalCodeLength = 64;

    public static StorageException Refused(SearchParameter parameter, string reason) => Refused($"{parameter.Base}/{parameter.Code}", reason);

    /// <summary>The parameter on each of its base types.</summary>
    public static IEnumerable<SearchParameter> Read(JsonElement resource, SearchParameterSet known)
    {
        if (resource.Text("resourceType") != "SearchParameter") throw Refused("?", "it is no SearchParameter");
        var code = resource.Text("code");
        if (code is null || code.Length is 0 or > MaximalCodeLength || !code.All(IsCodeCharacter) || !char.IsAsciiLetter(code[0]))
            throw Refused(resource.Text("url") ?? "?", "its code is not made of letters, digits, '-' and '_'");
        return Texts(resource, "base").Select(type => Read(resource, type, code, known)).ToList();
    }

    private static SearchParameter Read(JsonElement resource, string type, string code, SearchParameterSet known)
    {
        var name = $"{type}/{code}";
        if (!ResourceTypes.Contains(type)) throw Refused(name, "the type is unknown");
        if (!Enum.TryParse<SearchParameterType>(resource.Text("type"), ignoreCase: true, out var kind) || kind == SearchParameterType.Special)
            throw Refused(name, "its kind is not supported");
        var expression = ExpressionBranches.Of(type, resource.Text("expression") ?? "");
        if (expression.Length == 0) throw Refused(name, "it has no expression for this type");
        var parameter = new SearchParameter
        {
            Base = type,
            Code = code,
            Url = resource.Text("url") ?? throw Refused(name, "it has no url"),
            Type = kind,
            Expression = expression,
            Targets = [.. Texts(resource, "target").Where(target => target != "Resource")],
            Components = [.. resource.Items("component").Select((part, index) => Component(part, $"{name}${index}", type, known))],
        };
        if (parameter.Targets.FirstOrDefault(target => !ResourceTypes.Contains(target)) is not null) throw Refused(name, "a target type is unknown");
        if (kind == SearchParameterType.Composite && parameter.Components.Count < 2) throw Refused(name, "a composite has at least two parts");
        CheckExpressions(parameter);
        return parameter;
    }

    private static void CheckExpressions(SearchParameter parameter)
    {
        try
        {
            _ = ParameterPlan.Compile(parameter);
        }
        catch (PathException problem)
        {
            throw Refused(parameter, problem.Message);
        }
    }

    private static SearchParameterComponent Component(JsonElement part, string name, string type, SearchParameterSet known)
    {
        var definition = part.Text("definition");
        var kind = known.For(type).FirstOrDefault(parameter => parameter.Url == definition)?.Type;
        if (kind is null or SearchParameterType.Composite or SearchParameterType.Special) throw Refused(name, "its definition is not known on this type");
        return new(kind.Value, part.Text("expression") ?? throw Refused(name, "it has no expression"), ParameterKey.Of(name));
    }

    private static StorageException Refused(string name, string reason)
        => new(StorageErrorCode.ParameterRefused, $"The search parameter {name} cannot be used: {reason}.");

    private static bool IsCodeCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';

    private static IEnumerable<string> Texts(JsonElement element, string name)
        => element.Items(name).Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!);
}
