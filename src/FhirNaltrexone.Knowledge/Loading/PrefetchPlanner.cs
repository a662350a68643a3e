using System.Globalization;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>
/// Generates prefetch templates from what defines retrieve, within the query subset of CDS Hooks 2.0 (section "Prefetch query restrictions").
/// A key has the same query wherever it appears, so that clients can share what they fetched.
/// </summary>
internal sealed class PrefetchPlanner(CqlEngine engine, Vocabulary vocabulary, ProblemList problems)
{
    // Beyond that a query string grows past what servers take (about 4 kB): the whole type is asked for instead.
    private const int MaximumCodes = 400;

    private const string ByPatient = "?patient={{context.patientId}}";

    private static readonly PrefetchTemplate Patient = new("patient", "Patient", "Patient/{{context.patientId}}", []);

    private readonly Dictionary<string, string> _queries = new(StringComparer.Ordinal);

    /// <summary>The templates for some defines: the patient first, the others by key.</summary>
    public IReadOnlyList<PrefetchTemplate> Templates(string plan, IEnumerable<CqlDefine> defines)
    {
        var needs = engine.DataRequirements(defines)
            .Where(need => need.ResourceType != "Patient" && !PatientSearch.IsReferenced(need.ResourceType))
            .GroupBy(need => need.ResourceType, StringComparer.Ordinal);
        List<PrefetchTemplate> templates = [Patient, .. needs.SelectMany(type => ForType(plan, type.Key, [.. type])).OrderBy(t => t.Key, StringComparer.Ordinal)];
        foreach (var template in templates.Where(template => _queries.TryAdd(template.Key, template.Query) is false && _queries[template.Key] != template.Query))
        {
            problems.Add(plan, $"gives the prefetch key {template.Key} two meanings");
        }

        return templates;
    }

    private IEnumerable<PrefetchTemplate> ForType(string plan, string type, List<CqlDataRequirement> needs)
    {
        if (PatientSearch.Plural(type) is not { } plural)
        {
            problems.Add(plan, $"retrieves {type}, for which no search by patient is known");
            return [];
        }

        if (!needs.TrueForAll(CanNarrow))
        {
            return [new PrefetchTemplate(plural, type, type + ByPatient, [])];
        }

        var sets = needs.SelectMany(need => need.ValueSets).Distinct(StringComparer.Ordinal).Select(url => vocabulary.Find(url)!).ToList();
        var single = needs.SelectMany(need => need.Codes).DistinctBy(code => code.Code).Where(code => !sets.Exists(set => set.Codes.Any(c => c.Code == code.Code)));
        return [.. sets.Select(set => Narrowed(SetKey(set.Id, type), type, set.Codes)), .. single.Select(code => Narrowed(CodeKey(code, plural), type, [code]))];
    }

    private bool CanNarrow(CqlDataRequirement need)
        => PatientSearch.CanNarrow(need.ResourceType, need.CodePath)
            && need.ValueSets.Count + need.Codes.Count > 0
            && need.ValueSets.All(url => vocabulary.Find(url) is { } set && set.Codes.Count <= MaximumCodes);

    // The system is left out: a server that knows a code under a local alias of the system would otherwise find nothing, and rules check it anyway.
    private static PrefetchTemplate Narrowed(string key, string type, IEnumerable<CqlCode> codes)
    {
        string[] texts = [.. codes.Select(code => code.Code!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new PrefetchTemplate(key, type, $"{type}{ByPatient}&code={string.Join(',', texts)}", texts);
    }

    // liver-tests of Observation is liverTests; the same set on another type needs another key: cirrhosisConditions.
    private static string SetKey(string id, string type)
        => type == "Observation" ? Camel(id) : Camel(id) + Capital(PatientSearch.Plural(type)!);

    private static string CodeKey(CqlCode code, string plural) => $"{plural}Coded{Capital(Camel(code.Code!))}";

    private static string Camel(string kebab) => string.Concat(kebab.Split('-').Select((word, i) => i == 0 ? word : Capital(word)));

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
