using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Reads PlanDefinitions of type eca-rule: every top-level action is one rule.</summary>
internal sealed class PlanReader(Artifacts artifacts, CodeSystems codeSystems, CqlEngine engine, ProblemList problems)
{
    private readonly HashSet<string> _compiled = [.. engine.Defines.Select(define => define.Library)];

    public Plan Read(string url, JsonElement resource)
    {
        var scope = new DefineScope(engine, Libraries(url, resource), problems);
        var reader = new ActionReader(resource.Text("title") ?? url, artifacts, codeSystems, problems);
        List<Rule> rules = [];
        foreach (var action in resource.Items("action"))
        {
            var where = $"{url} action[{rules.Count}] {action.Items("code").FirstOrDefault().FirstCoding()?.Code}".TrimEnd();
            rules.Add(reader.Read(where, action, scope));
        }

        if (rules.Count == 0)
        {
            problems.Add(url, "has no action");
        }

        return new Plan(
            Required(url, resource, "id"), url, Required(url, resource, "title"), Required(url, resource, "description"), resource.Text("usage"), rules);
    }

    private string Required(string url, JsonElement resource, string name)
    {
        if (resource.Text(name) is { Length: > 0 } text)
        {
            return text;
        }

        problems.Add(url, $"has no {name}");
        return string.Empty;
    }

    /// <summary>Names of the ELM libraries behind <c>PlanDefinition.library</c>.</summary>
    private List<string> Libraries(string url, JsonElement resource)
    {
        List<string> names = [];
        foreach (var canonical in resource.Items("library").Select(item => item.ToString()))
        {
            var name = artifacts.Resolve(canonical, "Library")?.Text("name");
            if (name is null || !_compiled.Contains(name))
            {
                problems.Add(url, name is null ? $"uses the library {canonical}, which does not resolve" : $"uses the library {name}, which has no ELM");
            }
            else
            {
                names.Add(name);
            }
        }

        if (names.Count == 0)
        {
            problems.Add(url, "uses no library");
        }

        return names;
    }
}
