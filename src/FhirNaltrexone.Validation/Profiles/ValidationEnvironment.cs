using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Codes;
using FhirNaltrexone.Validation.Profiles.Extensions;
using FhirNaltrexone.Validation.Profiles.Responses;
using FhirNaltrexone.Validation.Profiles.Schemas;
using FhirNaltrexone.Validation.Profiles.Structure;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>What a validator knows, shared by all its validations. Thread-safe.</summary>
internal sealed class ValidationEnvironment
{
    private readonly Lazy<ILookup<string, string>> _globals;

    /// <summary>Begins with nothing compiled.</summary>
    public ValidationEnvironment(DefinitionSet definitions, TerminologyService terminology, TimeProvider clock)
    {
        Codes = new(terminology);
        _globals = new(() => definitions.All("ImplementationGuide").SelectMany(guide => guide.Items("global"))
            .ToLookup(global => global.Text("type") ?? "", global => global.Text("profile") ?? "", StringComparer.Ordinal));
        Clock = clock;
        var (bases, rules) = (new BaseElements(definitions), new RuleCompiler(Codes));
        Schemas = new(new(bases, rules, new(Codes, new ExtensionCatalogue(definitions), new FormCatalogue(definitions))));
        Profiles = new(definitions, new ProfileCompiler(bases, rules, new(definitions)).Compile);
    }

    /// <summary>Knows codes.</summary>
    public CodeVerdicts Codes { get; }

    /// <summary>The clock of expressions.</summary>
    public TimeProvider Clock { get; }

    /// <summary>What the definitions say of the types.</summary>
    public SchemaCatalogue Schemas { get; }

    /// <summary>What profiles say beyond their types.</summary>
    public ProfileCatalogue Profiles { get; }

    /// <summary>Profiles that implementation guides demand of every resource of a type.</summary>
    public ILookup<string, string> Globals => _globals.Value;

    /// <summary>Whether one of the codes of an element is in a value set; null when that cannot be told.</summary>
    public bool? IsMember(FhirElement element, string valueSet)
    {
        var checks = CodeReading.Codes(element).Select(code => Codes.In(valueSet, code)).ToList();
        return checks.Count == 0 ? false : TerminologyService.Best(checks).Verdict switch
        {
            CodeVerdict.Yes => true,
            CodeVerdict.No => false,
            _ => null,
        };
    }

    /// <summary>Whether a code of one element is the same as a code of the other or above it; null when that cannot be told.</summary>
    public bool? Subsumes(FhirElement one, FhirElement other)
    {
        List<CodeQuestion> upper = [.. CodeReading.Codes(one)];
        List<CodeQuestion> lower = [.. CodeReading.Codes(other)];
        return upper.Count == 0 || lower.Count == 0 ? null : Truth.Any(upper.SelectMany(_ => lower, Codes.Subsumes));
    }
}
