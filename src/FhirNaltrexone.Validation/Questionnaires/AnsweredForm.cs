using System.Text.Json;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>
/// A response beside the questionnaire it answers: which item answers which, what is enabled, and what expressions say about it. For one use, by one
/// thread; of a form without defects.
/// </summary>
public sealed class AnsweredForm
{
    private readonly Dictionary<string, List<ResponseNode>> _byId = new(StringComparer.Ordinal);
    private readonly Enablement _enablement;

    /// <summary>Takes a response beside its form.</summary>
    /// <param name="form">The form; it must have no defects.</param>
    /// <param name="response">A QuestionnaireResponse.</param>
    /// <param name="surroundings">What expressions can ask besides: the clock, terminology, the budget of all of them.</param>
    public AnsweredForm(Form form, JsonElement response, FhirPathContext surroundings)
    {
        Form = form;
        Root = new(response, item: null, parent: null, answer: null, index: 0);
        Root.Children = Read(response, Root, answer: null);
        Expressions = new(form, response, surroundings);
        _enablement = new(this, Expressions, surroundings.Budget);
    }

    /// <summary>The form.</summary>
    public Form Form { get; }

    /// <summary>The response.</summary>
    public ResponseNode Root { get; }

    /// <summary>Evaluates the form's expressions about the response.</summary>
    public FormExpressions Expressions { get; }

    /// <summary>The occurrences of an item, in the order of the response.</summary>
    public IReadOnlyList<ResponseNode> Find(string linkId) => _byId.GetValueOrDefault(linkId) ?? [];

    /// <summary>Whether an item that occurs is enabled; null when that cannot be told.</summary>
    public bool? IsEnabled(ResponseNode node) => node.Item is null ? true : _enablement.Of(node.Item, node.Parent!);

    /// <summary>Whether an item is enabled in an occurrence of what it stands in, be it there or not; null when that cannot be told.</summary>
    public bool? IsEnabled(FormItem item, ResponseNode parent) => _enablement.Of(item, parent);

    private List<ResponseNode> Read(JsonElement holder, ResponseNode parent, int? answer)
    {
        var nodes = new List<ResponseNode>();
        foreach (var source in holder.Items("item"))
        {
            var id = source.Text("linkId");
            var node = new ResponseNode(source, id is null ? null : Form.Find(id), parent, answer, nodes.Count);
            nodes.Add(node);
            if (id is not null) Register(id, node);
            node.Children = [.. Read(source, node, answer: null), .. node.Answers.SelectMany((one, index) => Read(one, node, index))];
        }

        return nodes;
    }

    private void Register(string id, ResponseNode node)
    {
        if (!_byId.TryGetValue(id, out var nodes)) _byId[id] = nodes = [];
        nodes.Add(node);
    }
}
