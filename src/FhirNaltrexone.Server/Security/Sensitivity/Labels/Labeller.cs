using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Policy;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Security.Sensitivity.Labels;

/// <summary>Labels records of patients by where they come from and by what they say. Definitions and whoever works here are never labelled.</summary>
internal sealed class Labeller
{
    private readonly IReadOnlyList<string> _bases;
    private readonly MatchTable _table;
    private readonly (CompiledRule Rule, MetaLabel[] Labels)[] _rules;
    private readonly MetaLabel[] _source;

    /// <summary>Prepares the policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="terminology">Knows the value sets of the content, and nothing that clients have stored: they could lift labels with it.</param>
    /// <param name="indexing">The bases of this server.</param>
    /// <exception cref="ServerException">The policy names what is not known.</exception>
    public Labeller(SensitivityPolicy policy, TerminologyService terminology, IndexingOptions indexing)
    {
        Policy = policy;
        RulesTellPart2 = policy.Rules.SelectMany(rule => rule.Labels).Any(name => policy.Labels[name].Code == DisclosureTexts.Part2Label);
        _bases = indexing.Bases;
        List<CodeMatch> matches = [.. policy.Rules.Select(rule => rule.When), .. policy.Rules.Select(rule => rule.Unless).OfType<CodeMatch>()];
        _table = new(matches, terminology);
        _rules =
        [
            .. policy.Rules.Select(rule => (
                new CompiledRule(rule, Bit(rule.When), rule.Unless is { } unless ? new(_table, Bit(rule.When), Bit(unless), policy.Aliases) : null),
                rule.Labels.Select(name => LabelJson.ByRule(policy.Labels[name], rule.Id, policy.Version)).ToArray())),
        ];
        _source = [.. policy.Source.Select(name => LabelJson.BySource(policy.Labels[name], policy.Labels[policy.Source[0]]))];

        ulong Bit(CodeMatch match) => 1UL << matches.FindIndex(each => ReferenceEquals(each, match));
    }

    /// <summary>The policy.</summary>
    public SensitivityPolicy Policy { get; }

    /// <summary>Whether a rule labels what falls under 42 CFR Part 2; else only where it comes from does.</summary>
    public bool RulesTellPart2 { get; }

    /// <summary>The labels a resource gets.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="isOfProgramme">Whether a programme under 42 CFR Part 2 writes it.</param>
    public IReadOnlyList<MetaLabel> Label(string type, JsonElement resource, bool isOfProgramme)
    {
        var content = CodedContent.Of(resource, Policy.Aliases);
        if (!IsOfPatient(type, resource, content)) return [];
        IEnumerable<MetaLabel> labels = isOfProgramme ? _source : [];
        labels = labels.Concat(ByRule(type, resource, content)).Concat(Inherited(resource));
        return [.. labels.DistinctBy(label => (label.System, label.Code))];
    }

    /// <summary>The labels that the rules give a resource, those of its entries included.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="content">What it says, and what belongs to it elsewhere.</param>
    public IEnumerable<MetaLabel> ByRule(string type, JsonElement resource, CodedContent content)
    {
        if (type is "Bundle" or "Parameters")
        {
            return ResourceLabels.Nested(resource)
                .SelectMany(inner => ByRule(ResourceLabels.Text(inner, "resourceType") ?? string.Empty, inner, CodedContent.Of(inner, Policy.Aliases)));
        }

        return _table.Which(content) is not 0 and var found ? _rules.Where(each => each.Rule.Holds(type, content, found)).SelectMany(each => each.Labels) : [];
    }

    /// <summary>A Bundle is as sensitive as what it holds.</summary>
    private IEnumerable<MetaLabel> Inherited(JsonElement resource)
        => ResourceLabels.Nested(resource).SelectMany(ResourceLabels.Security)
            .Where(coding => Protection.Of([Protection.Coding(coding)], Policy).IsProtected)
            .Select(coding => LabelJson.ByRule(
                new(ResourceLabels.Text(coding, "system")!, ResourceLabels.Text(coding, "code")!, ResourceLabels.Text(coding, "display")), "inherited", Policy.Version));

    /// <summary>Whether a resource is a record of a patient: one of a type that is about patients, whether it says of whom or not, or one that names a patient.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="content">What it says, where that was read already.</param>
    public bool IsOfPatient(string type, JsonElement resource, CodedContent? content = null)
        => !ImpersonalTypes.Contains(type) || PatientNames.Of(content ?? CodedContent.Of(resource, Policy.Aliases), _bases).Count > 0 || UnlinkedSubjects.Of(resource).IsAny;
}
