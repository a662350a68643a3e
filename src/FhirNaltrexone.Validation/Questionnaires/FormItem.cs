using System.Text.Json;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>An item of a Questionnaire: a group, a question, or something to be shown.</summary>
public sealed class FormItem
{
    private const string Extensions = "http://hl7.org/fhir/StructureDefinition/";
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    internal FormItem(JsonElement source, string linkId, FormItem? parent, int place)
    {
        (Source, LinkId, Parent, Place) = (source, linkId, parent, place);
        Type = source.Text("type") ?? string.Empty;
        Conditions = [.. source.Items("enableWhen").Select(EnableCondition.Read)];
        Options = [.. source.Items("answerOption").Select(option => option.Choice("value")).OfType<JsonProperty>()];
    }

    /// <summary>The item.</summary>
    public JsonElement Source { get; }

    /// <summary>Its link id.</summary>
    public string LinkId { get; }

    /// <summary>The item it stands in; null at the top.</summary>
    public FormItem? Parent { get; }

    /// <summary>The items that stand in it.</summary>
    public IReadOnlyList<FormItem> Items { get; internal set; } = [];

    /// <summary>Type: <c>group</c>, <c>display</c>, or that of the answers.</summary>
    public string Type { get; }

    /// <summary>Whether it holds items and has no answer of its own.</summary>
    public bool IsGroup => Type == "group";

    /// <summary>Whether it is a question.</summary>
    public bool IsQuestion => Type is not ("group" or "display");

    /// <summary>Whether it must be answered when it is enabled.</summary>
    public bool IsRequired => Source.Flag("required") == true;

    /// <summary>Whether a question takes several answers, or a group several occurrences.</summary>
    public bool Repeats => Source.Flag("repeats") == true;

    /// <summary>Whether its answers become a record of their own: an Observation, or what a template makes of them.</summary>
    public bool BecomesRecord => Extension(Sdc + "observationExtract").Any(extension => extension.Flag("valueBoolean") == true) || Extension(Sdc + "templateExtract").Any();

    /// <summary>Place among the items it stands with, from 0.</summary>
    internal int Place { get; }

    /// <summary>On what it depends whether it is to be answered.</summary>
    internal IReadOnlyList<EnableCondition> Conditions { get; }

    /// <summary>Whether one of the conditions is enough.</summary>
    internal bool IsAnyEnough => Source.Text("enableBehavior") == "any";

    /// <summary>The answers it offers; empty when it lists none.</summary>
    internal IReadOnlyList<JsonProperty> Options { get; }

    /// <summary>The extensions with a URL.</summary>
    public IEnumerable<JsonElement> Extension(string url) => Source.Items("extension").Where(extension => extension.Text("url") == url);

    /// <summary>The value of an extension of R4 by the last part of its URL, such as <c>maxValue</c>; null when there is none.</summary>
    internal JsonProperty? Value(string name) => Extension(Extensions + name).Select(extension => extension.Choice("value")).FirstOrDefault(value => value is not null);
}
