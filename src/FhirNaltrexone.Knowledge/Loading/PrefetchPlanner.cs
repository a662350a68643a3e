using System.Globalization;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Libraries;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>
/// Generates prefetch templates from what defines retrieve, within the query subset of CDS Hooks 2.0 (section "Prefetch query restrictions").
/// A key has the same query wherever it appears, so that clients can share what they fetched.
/// </summary>
internal sealed class PrefetchPlanner
{
    // Beyond that a query string grows past what servers take (about 4 kB): the whole type is asked for instead.
    private const int MaximumCodes = 400;

    private const string ByPatient = "?patient={{context.patientId}}";

    private static readonly PrefetchTemplate Patient = new("patient", "Patient", "Patient/{{context.patientId}}", []);

    private readonly CqlEngine _engine;
    private readonly Vocabulary _vocabulary;
    private readonly ILookup<string, CqlCode> _looseCodes;

    public PrefetchPlanner(CqlEngine engine, Vocabulary vocabulary)
    {
        (_engine, _vocabulary) = (engine, vocabulary);

        // Codes in no value set share one key for each type, with all such codes of the content set: fewer queries, and one meaning of the key.
        _looseCodes = engine.DataRequirements(engine.Defines)
            .SelectMany(need => need.Codes.Where(code => vocabulary.Holding(code) is null).Select(code => (need.ResourceType, Code: code)))
            .ToLookup(pair => pair.ResourceType, pair => pair.Code, StringComparer.Ordinal);
    }

    /// <summary>The templates for some defines: the patient first, the others by key.</summary>
    public DataNeeds Plan(IEnumerable<CqlDefine> defines)
    {
        var needs = _engine.DataRequirements(defines)
            .Where(need => need.ResourceType != "Patient" && !PatientSearch.IsReferenced(need.ResourceType))
            .ToLookup(need => need.ResourceType, StringComparer.Ordinal);
        return new(
            [Patient, .. needs.SelectMany(type => ForType(type.Key, [.. type])).OrderBy(template => template.Key, StringComparer.Ordinal)],
            [.. needs.Select(type => type.Key).Where(type => PatientSearch.Plural(type) is null)]);
    }

    private IEnumerable<PrefetchTemplate> ForType(string type, List<CqlDataRequirement> needs)
    {
        if (PatientSearch.Plural(type) is not { } plural)
        {
            return [];
        }

        if (!needs.TrueForAll(CanNarrow))
        {
            return [new PrefetchTemplate(plural, type, type + ByPatient, [])];
        }

        var codes = needs.SelectMany(need => need.Codes).ToList();
        var sets = needs.SelectMany(need => need.ValueSets)
            .Select(url => _vocabulary.Find(url)!)
            .Concat(codes.Select(_vocabulary.Holding).OfType<ValueSetContent>())
            .Distinct()
            .Select(set => Narrowed(SetKey(set.Id, plural), type, set.Codes));
        return codes.Exists(code => _vocabulary.Holding(code) is null)
            ? [.. sets, Narrowed($"{plural}ByCode", type, _looseCodes[type])]
            : [.. sets];
    }

    private bool CanNarrow(CqlDataRequirement need)
        => PatientSearch.CanNarrow(need.ResourceType, need.CodePath)
            && need.ValueSets.Count + need.Codes.Count > 0
            && need.ValueSets.All(url => _vocabulary.Find(url) is { } set && set.Codes.Count <= MaximumCodes);

    // The system is left out: a server that knows a code under a local alias of the system would otherwise find nothing, and rules check it anyway.
    private static PrefetchTemplate Narrowed(string key, string type, IEnumerable<CqlCode> codes)
    {
        string[] texts = [.. codes.Select(code => code.Code!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new PrefetchTemplate(key, type, $"{type}{ByPatient}&code={string.Join(',', texts)}", texts);
    }

    // liver-tests of Observation is liverTests; on another type the set needs another key, such as cirrhosisConditions.
    private static string SetKey(string id, string plural)
        => plural == "observations" || Camel(id).EndsWith(Capital(plural), StringComparison.Ordinal) ? Camel(id) : Camel(id) + Capital(plural);

    private static string Camel(string kebab) => string.Concat(kebab.Split('-').Select((word, i) => i == 0 ? word : Capital(word)));

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
