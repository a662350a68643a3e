using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Knowledge.Thresholds;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Turns content files into services and checks everything on the way: what loads has no loose end left.</summary>
internal sealed class ContentReader(IReadOnlyList<ContentFile> files, IReadOnlyDictionary<string, string> overrides)
{
    private readonly ProblemList _problems = new();

    private readonly Dictionary<string, string> _queries = new(StringComparer.Ordinal);

    public LoadedContent Read()
    {
        var artifacts = Artifacts.Read(Below("resources/"), _problems);
        var vocabulary = Vocabulary.Read(artifacts, _problems);
        if (LoadEngine(vocabulary) is not { } engine)
        {
            _problems.ThrowIfAny();
            throw new InvalidOperationException("The libraries cannot be compiled for no reason.");
        }

        engine = engine.Bind(BindThresholds(engine));
        var parameters = new RequestParameters();
        CheckContextParameters(engine);
        var prefetch = new PrefetchPlanner(engine, vocabulary);
        var plans = new PlanReader(artifacts, CodeSystems.Read(artifacts), engine, _problems);
        List<Service> services = [.. artifacts.OfType("PlanDefinition")
            .Where(plan => IsRuleSet(plan.Resource))
            .Select(plan => plans.Read(plan.Url, plan.Resource))
            .OrderBy(plan => plan.Id, StringComparer.Ordinal)
            .Select(plan => Build(plan, engine, parameters, prefetch))];
        _problems.ThrowIfAny();
        return new(services, Libraries(artifacts, new(engine, parameters, prefetch)), artifacts, new(Elm(), parameters, vocabulary));
    }

    /// <summary>Whether a plan is a set of rules, and so a CDS service; others are protocols, which wait to be applied.</summary>
    private static bool IsRuleSet(JsonElement plan) => plan.Child("type")?.FirstCoding()?.Code is "eca-rule" or null;

    /// <summary>The Library resources that have ELM; one of another name is only described.</summary>
    private LibrarySet Libraries(Artifacts artifacts, CompiledLibraries compiled)
    {
        var names = Elm();
        return new(artifacts.OfType("Library").Select(pair => pair.Resource).Where(library => names.ContainsKey(library.Text("name") ?? "")), compiled);
    }

    private Dictionary<string, ReadOnlyMemory<byte>> Elm()
        => Below("elm/").ToDictionary(file => Path.GetFileNameWithoutExtension(file.Path), file => file.Content, StringComparer.Ordinal);

    private IEnumerable<ContentFile> Below(string folder)
        => files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal);

    private CqlEngine? LoadEngine(Vocabulary vocabulary)
    {
        try
        {
            return CqlEngine.Load(Below("elm/").Select(file => file.Content), url => vocabulary.Find(url)?.Members);
        }
        catch (CqlException e)
        {
            foreach (var problem in e.Problems)
            {
                _problems.Add("elm", problem.ToString());
            }

            return null;
        }
    }

    private CqlParameters BindThresholds(CqlEngine engine)
    {
        var file = files.FirstOrDefault(f => f.Path == "thresholds.json");
        var thresholds = file is null ? [] : ThresholdReader.Read(file, _problems);
        var declared = engine.Parameters.Where(p => p.Library != RequestParameters.Library).ToList();
        return new ThresholdBinder(thresholds, overrides, _problems).Bind(declared);
    }

    private void CheckContextParameters(CqlEngine engine)
    {
        foreach (var parameter in engine.Parameters)
        {
            if (parameter.Library == RequestParameters.Library && !RequestParameters.Names.Contains(parameter.Name))
            {
                _problems.Add($"{parameter.Library}.\"{parameter.Name}\"", "is a parameter that no call gives a value to");
            }
        }
    }

    private Service Build(Plan plan, CqlEngine engine, RequestParameters parameters, PrefetchPlanner prefetch)
    {
        var hooks = plan.Rules.SelectMany(rule => rule.Hooks).Distinct(StringComparer.Ordinal);
        return new Service(plan, [.. hooks.Select(hook => Bind(hook))]);

        HookRules Bind(string hook)
        {
            var rules = plan.Rules.Where(rule => rule.Hooks.Contains(hook)).ToList();
            return new HookRules(plan.Id, hook, engine, parameters, rules, Templates(plan.Url, prefetch, rules.SelectMany(rule => rule.Defines)));
        }
    }

    /// <summary>A key has one meaning in all services, and everything retrieved can be asked for.</summary>
    private IReadOnlyList<PrefetchTemplate> Templates(string plan, PrefetchPlanner planner, IEnumerable<CqlDefine> defines)
    {
        var needs = planner.Plan(defines);
        foreach (var type in needs.Unsearchable)
        {
            _problems.Add(plan, $"retrieves {type}, for which no search by patient is known");
        }

        foreach (var template in needs.Templates.Where(template => !_queries.TryAdd(template.Key, template.Query) && _queries[template.Key] != template.Query))
        {
            _problems.Add(plan, $"gives the prefetch key {template.Key} two meanings");
        }

        return needs.Templates;
    }
}
