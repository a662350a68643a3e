using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology.CodeSystems;
using FhirNaltrexone.Validation.Terminology.ConceptMaps;
using FhirNaltrexone.Validation.Terminology.ValueSets;

namespace FhirNaltrexone.Validation.Terminology;

/// <summary>
/// Answers questions about codes from the value sets and code systems it is given, and from what is known of other standards. It never guesses: what
/// their content would have to say and is not here is unknown, with the reason. Immutable to its users; safe to share. Everything is read when first
/// asked for, once.
/// </summary>
public sealed class TerminologyService
{
    private readonly DefinitionSet _definitions;
    private readonly CodeMentions _mentions;
    private readonly ValueSetCatalogue _sets;
    private readonly CodeSystemCatalogue _systems;
    private readonly ConceptMapCatalogue _maps;

    /// <summary>Works with definitions.</summary>
    /// <param name="definitions">Value sets, code systems and concept maps. The codes their value sets list count as existing.</param>
    public TerminologyService(DefinitionSet definitions)
        : this(definitions, new CodeMentions(() => definitions.All("ValueSet")))
    {
    }

    private TerminologyService(DefinitionSet definitions, CodeMentions mentions)
    {
        _definitions = definitions;
        _mentions = mentions;
        _sets = new(definitions);
        _maps = new(definitions);
        _systems = new(canonical => definitions.Find("CodeSystem", canonical), mentions);
    }

    /// <summary>The same with further content, which comes first. That its value sets list a code does not prove that the code exists.</summary>
    /// <param name="resources">ValueSet, CodeSystem and ConceptMap resources; their documents must live as long as the result.</param>
    public TerminologyService With(IEnumerable<JsonElement> resources) => new(_definitions.With(resources), _mentions);

    /// <summary>The resource of a value set; null when it is not known here.</summary>
    /// <param name="canonical">Canonical URL, with or without version, or <c>ValueSet/id</c>.</param>
    public JsonElement? ValueSet(string canonical) => _sets.Find(canonical)?.Source;

    /// <summary>Whether a code is in a value set.</summary>
    /// <param name="valueSet">Canonical URL, with or without version, or <c>ValueSet/id</c>.</param>
    /// <param name="system">Code system; null for any, as elements of type <c>code</c> need it. A Coding without system has the empty one.</param>
    /// <param name="code">Code.</param>
    /// <param name="version">Version of the code system the data names; null for none.</param>
    /// <param name="display">Display the data has; null for none.</param>
    public CodeCheck Validate(string valueSet, string? system, string code, string? version = null, string? display = null)
        => Validate(valueSet, new CodeQuestion(system, code) { Version = version, Display = display });

    /// <summary>Whether a code is in a value set.</summary>
    /// <param name="valueSet">Canonical URL, with or without version, or <c>ValueSet/id</c>.</param>
    /// <param name="question">The code.</param>
    public CodeCheck Validate(string valueSet, CodeQuestion question)
        => _sets.Find(valueSet) is { } set
            ? Validate(set, question)
            : new(CodeVerdict.Unknown, "The value set is not known here.");

    /// <summary>Whether a code is in a value set that is not among the definitions.</summary>
    /// <param name="valueSet">The ValueSet resource.</param>
    /// <param name="question">The code.</param>
    public CodeCheck Validate(JsonElement valueSet, CodeQuestion question) => Validate(ValueSetReader.Read(valueSet), question);

    /// <summary>Whether a code is in its code system.</summary>
    /// <param name="question">The code; its system must be given.</param>
    public CodeCheck ValidateInSystem(CodeQuestion question)
    {
        var content = _systems.Find(question.System ?? "");
        var found = content.Find(question.Code);
        var member = found.Value is { } concept
            ? new Answer<Member?>(new Member(content, concept))
            : found.IsKnown ? new(null) : Answer<Member?>.Unknown(found.Problem);
        return Versioned(CodeChecks.Of(member, question, "code system", content.Url), question);
    }

    /// <summary>The answer for several codes of which one is enough, as in a CodeableConcept: yes before unknown before no.</summary>
    /// <param name="checks">Answers for the single codes, at least one.</param>
    public static CodeCheck Best(IReadOnlyList<CodeCheck> checks) => CodeChecks.Best(checks);

    /// <summary>Lists the codes of a value set (FHIR R4, ValueSet $expand).</summary>
    /// <param name="valueSet">Canonical URL, with or without version, or <c>ValueSet/id</c>.</param>
    /// <param name="request">Which codes, and how.</param>
    public Result<Expansion> Expand(string valueSet, ExpansionRequest request) => _sets.Find(valueSet) is { } set
        ? Expand(set, request)
        : new Refusal(404, IssueCodes.NotFound, "The value set is not known here.");

    /// <summary>Lists the codes of a value set that is not among the definitions.</summary>
    /// <param name="valueSet">The ValueSet resource.</param>
    /// <param name="request">Which codes, and how.</param>
    public Result<Expansion> Expand(JsonElement valueSet, ExpansionRequest request) => Expand(ValueSetReader.Read(valueSet), request);

    /// <summary>What is known of a code (FHIR R4, CodeSystem $lookup).</summary>
    /// <param name="system">Code system.</param>
    /// <param name="code">Code.</param>
    /// <param name="version">Version of the code system; null for any.</param>
    public Result<Lookup> Lookup(string system, string code, string? version = null) => Lookups.Find(_systems.Find(system, version), code);

    /// <summary>How code A relates to code B: <c>equivalent</c>, <c>subsumes</c>, <c>subsumed-by</c> or <c>not-subsumed</c> (FHIR R4, CodeSystem $subsumes).</summary>
    /// <param name="system">Code system of both.</param>
    /// <param name="codeA">Code A.</param>
    /// <param name="codeB">Code B.</param>
    /// <param name="version">Version of the code system; null for any.</param>
    public Result<string> Subsumes(string system, string codeA, string codeB, string? version = null)
        => Lookups.Relate(_systems.Find(system, version), codeA, codeB);

    /// <summary>A code and all codes above it.</summary>
    /// <param name="system">Code system.</param>
    /// <param name="code">Code.</param>
    public Answer<IReadOnlyList<string>> Ancestors(string system, string code) => Reach(system, code, Hierarchy.Ancestors);

    /// <summary>A code and all codes below it.</summary>
    /// <param name="system">Code system.</param>
    /// <param name="code">Code.</param>
    public Answer<IReadOnlyList<string>> Descendants(string system, string code) => Reach(system, code, Hierarchy.Descendants);

    /// <summary>Translates codes (FHIR R4, ConceptMap $translate).</summary>
    /// <param name="request">Which codes, by which maps.</param>
    public Result<Translation> Translate(TranslationRequest request)
    {
        if (request.Given is { } given) return new Translator(request, _maps.Find).Translate([new ConceptMapContent(given)]);
        if (request.Map is null) return new Translator(request, _maps.Find).Translate(_maps.All);
        return _maps.Find(request.Map) is { } map
            ? new Translator(request, _maps.Find).Translate([map])
            : new Refusal(404, IssueCodes.NotFound, "The concept map is not known here.");
    }

    private Result<Expansion> Expand(ValueSetContent set, ExpansionRequest request)
        => Expansions.Of(set, new Expander(_sets, _systems, request.Limit), request);

    private Answer<IReadOnlyList<string>> Reach(string system, string code, Func<Concept, IReadOnlySet<Concept>> reach)
    {
        var content = _systems.Find(system);
        if (content.HierarchyProblem is { } problem) return Answer<IReadOnlyList<string>>.Unknown(problem);
        return content.Find(code).Value is { } concept
            ? new([.. reach(concept).Select(one => one.Code)])
            : Answer<IReadOnlyList<string>>.Unknown($"The code is not in the code system '{content.Url}'.");
    }

    private CodeCheck Validate(ValueSetContent set, CodeQuestion question)
    {
        var found = new Membership(_sets, _systems, question.System, question.Code).In(set);
        return Versioned(CodeChecks.Of(found, question, "value set", set.Url), question);
    }

    /// <summary>A code that the version here does not have may be in the version the data names.</summary>
    private CodeCheck Versioned(CodeCheck check, CodeQuestion question)
    {
        if (check.Verdict != CodeVerdict.No || question is not { Version: { } version, System: { } system }) return check;
        var content = _systems.Find(system);
        return content.Version is { } own && own != version && content.Find(question.Code) is { IsKnown: true, Value: null }
            ? new(CodeVerdict.Unknown, $"Only version {own} of the code system '{system}' is here, and it does not have the code.")
            : check;
    }
}
