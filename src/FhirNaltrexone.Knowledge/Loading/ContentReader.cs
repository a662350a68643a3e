using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Thresholds;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Turns content files into services and checks everything on the way: what loads has no loose end left.</summary>
internal sealed class ContentReader(IReadOnlyList<ContentFile> files, IReadOnlyDictionary<string, string> overrides)
{
    private readonly ProblemList _problems = new();

    public IReadOnlyList<Service> Read()
    {
        var artifacts = Artifacts.Read(Below("resources/"), _problems);
        var vocabulary = Vocabulary.Read(artifacts, _problems);
        if (LoadEngine(vocabulary) is not { } engine)
        {
            _problems.ThrowIfAny();
            return [];
        }

        var parameters = new RequestParameters(BindThresholds(engine));
        CheckContextParameters(engine);
        var prefetch = new PrefetchPlanner(engine, vocabulary, _problems);
        var plans = new PlanReader(artifacts, CodeSystems.Read(artifacts), engine, _problems);
        List<Service> services = [.. artifacts.OfType("PlanDefinition")
            .Select(plan => plans.Read(plan.Url, plan.Resource))
            .OrderBy(plan => plan.Id, StringComparer.Ordinal)
            .Select(plan => Build(plan, engine, parameters, prefetch))];
        _problems.ThrowIfAny();
        return services;
    }

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

    private static Service Build(Plan plan, CqlEngine engine, RequestParameters parameters, PrefetchPlanner prefetch)
    {
        var hooks = plan.Rules.SelectMany(rule => rule.Hooks).Distinct(StringComparer.Ordinal);
        return new Service(plan, [.. hooks.Select(hook => Bind(hook))]);

        HookRules Bind(string hook)
        {
            var rules = plan.Rules.Where(rule => rule.Hooks.Contains(hook)).ToList();
            return new HookRules(plan.Id, hook, engine, parameters, rules, prefetch.Templates(plan.Url, rules.SelectMany(rule => rule.Defines)));
        }
    }
}
