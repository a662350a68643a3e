using System.Text.Json;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>An item of a QuestionnaireResponse, or the response itself.</summary>
public sealed class ResponseNode
{
    internal ResponseNode(JsonElement source, FormItem? item, ResponseNode? parent, int? answer, int index)
    {
        (Source, Item, Parent, Answer, Index) = (source, item, parent, answer, index);
        Depth = parent is null ? 0 : parent.Depth + 1;
        Answers = [.. source.Items("answer")];
    }

    /// <summary>The item, or the response.</summary>
    public JsonElement Source { get; }

    /// <summary>The item of the questionnaire; null for the response itself, and for one that the questionnaire does not know.</summary>
    public FormItem? Item { get; }

    /// <summary>What it stands in; null for the response itself.</summary>
    public ResponseNode? Parent { get; }

    /// <summary>The answer of the parent in which it stands, from 0; null when it stands in the parent itself.</summary>
    internal int? Answer { get; }

    /// <summary>Its number there, from 0.</summary>
    internal int Index { get; }

    /// <summary>FHIRPath of it within the response.</summary>
    public string Place => Parent is null ? "QuestionnaireResponse" : $"{Parent.Place}{(Answer is { } answer ? $".answer[{answer}]" : "")}.item[{Index}]";

    /// <summary>What stands in it, and in its answers.</summary>
    public IReadOnlyList<ResponseNode> Children { get; internal set; } = [];

    /// <summary>Its answers.</summary>
    public IReadOnlyList<JsonElement> Answers { get; }

    /// <summary>Whether it has an answer with a value, or something in it has.</summary>
    public bool IsAnswered => HasValue || Children.Any(child => child.IsAnswered);

    /// <summary>Whether it has an answer with a value itself.</summary>
    public bool HasValue => Answers.Any(answer => answer.Choice("value") is not null);

    /// <summary>Number of items it stands in.</summary>
    internal int Depth { get; }
}
