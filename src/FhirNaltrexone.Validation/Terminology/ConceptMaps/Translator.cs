namespace FhirNaltrexone.Validation.Terminology.ConceptMaps;

/// <summary>Asks concept maps for translations. One object for one request.</summary>
/// <param name="request">What is asked.</param>
/// <param name="find">Finds a concept map by canonical URL.</param>
internal sealed class Translator(TranslationRequest request, Func<string, ConceptMapContent?> find)
{
    private const int MaxMaps = 10;

    // The weakest equivalence: a rule for all other codes says nothing on their meaning.
    private const string Weakest = "relatedto";

    private readonly List<TranslationMatch> _matches = [];
    private bool _isConditional;

    /// <summary>Translates by these maps, each of them asked for each code.</summary>
    public Translation Translate(IEnumerable<ConceptMapContent> maps)
    {
        foreach (var map in maps.Where(Fits))
        {
            foreach (var code in request.Codes) Add(map, code, []);
        }

        return new([.. _matches.Distinct()], _isConditional);
    }

    private bool Fits(ConceptMapContent map)
    {
        var (source, target) = request.IsReverse ? (map.Target, map.Source) : (map.Source, map.Target);
        return ConceptMapContent.Fits(source, request.Source) && ConceptMapContent.Fits(target, request.Target);
    }

    private void Add(ConceptMapContent map, CodeQuestion code, HashSet<ConceptMapContent> asked)
    {
        if (!asked.Add(map) || asked.Count > MaxMaps) return;
        var mappings = map.Find(code.System, code.Code, request.IsReverse).ToList();
        _isConditional |= mappings.Exists(mapping => mapping.IsConditional);
        foreach (var mapping in mappings.Where(mapping => !mapping.IsConditional)) Add(map, mapping);
        if (mappings.Count == 0 && !request.IsReverse) AddUnmapped(map, code, asked);
    }

    private void Add(ConceptMapContent map, Mapping mapping)
    {
        if (request.IsReverse) Add(map, Reversed(mapping.Equivalence), mapping.Source);
        else Add(map, mapping.Equivalence, mapping.Target);
    }

    private void AddUnmapped(ConceptMapContent map, CodeQuestion code, HashSet<ConceptMapContent> asked)
    {
        foreach (var rule in map.Unmapped.Where(rule => ConceptMapContent.Fits(rule.Source, code.System)))
        {
            if (rule.Replace(code) is { } instead) Add(map, Weakest, instead);
            else if (rule.OtherMap is { } url && find(url) is { } other) Add(other, code, asked);
        }
    }

    private void Add(ConceptMapContent map, string equivalence, MappedCode code)
    {
        if (ConceptMapContent.Fits(code.System, request.TargetSystem)) _matches.Add(new(equivalence, code.System, code.Code, code.Display, map.Url));
    }

    /// <summary>The same relation seen from the other side (FHIR R4, ConceptMapEquivalence).</summary>
    private static string Reversed(string equivalence) => equivalence switch
    {
        "wider" => "narrower",
        "narrower" => "wider",
        "subsumes" => "specializes",
        "specializes" => "subsumes",
        _ => equivalence,
    };
}
