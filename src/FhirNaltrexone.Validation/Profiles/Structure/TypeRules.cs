using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Bundles;
using FhirNaltrexone.Validation.Profiles.Codes;
using FhirNaltrexone.Validation.Profiles.Extensions;
using FhirNaltrexone.Validation.Profiles.Responses;
using FhirNaltrexone.Validation.Profiles.Rules;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>Rules about every element of a type that its definition tells in words only.</summary>
/// <param name="codes">Knows codes.</param>
/// <param name="extensions">Definitions of extensions.</param>
/// <param name="forms">Questionnaires.</param>
internal sealed class TypeRules(CodeVerdicts codes, ExtensionCatalogue extensions, FormCatalogue forms)
{
    private readonly Dictionary<string, IElementRule[]> _rules = new(StringComparer.Ordinal)
    {
        ["Extension"] = [new ExtensionRule(extensions)],
        ["Coding"] = [new AbsoluteSystemRule(), new CodingRule(codes)],
        ["Quantity"] = [new AbsoluteSystemRule(), new CodingRule(codes)],
        ["Identifier"] = [new AbsoluteSystemRule()],
        ["Attachment"] = [new AttachmentRule()],
        ["DomainResource"] = [new ContainedRule()],
        ["Bundle"] = [new BundleRule()],
        ["QuestionnaireResponse"] = [new ResponseRule(forms, codes)],
    };

    /// <summary>The rules of a type, those of the types it specialises included.</summary>
    public IEnumerable<IElementRule> Of(ElementType? type)
        => type is null ? [] : _rules.GetValueOrDefault(type.Name, []).Concat(Of(type.Base));
}
