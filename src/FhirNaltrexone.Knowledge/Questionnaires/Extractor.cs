using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Questionnaires;

namespace FhirNaltrexone.Knowledge.Questionnaires;

/// <summary>
/// Turns the answers of a response into records, by observations and by templates (Structured Data Capture, form data extraction). The response must
/// have been checked against its questionnaire. What is not enabled or not answered gives nothing.
/// </summary>
public sealed class Extractor
{
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    private static readonly string[] OtherWays = ["targetStructureMap", "definitionExtract", "itemExtractionContext", "templateExtractBundle"];

    private readonly AnsweredForm _answers;
    private readonly ResponseFacts _facts;
    private readonly List<ExtractedRecord> _records = [];
    private readonly List<Issue> _issues = [];

    private Extractor(AnsweredForm answers)
    {
        _answers = answers;
        _facts = new(answers.Root.Source);
    }

    /// <summary>Extracts.</summary>
    /// <param name="form">The questionnaire, without defects.</param>
    /// <param name="response">The QuestionnaireResponse.</param>
    /// <param name="surroundings">What expressions can ask.</param>
    public static ExtractionResult Extract(Form form, JsonElement response, FhirPathContext surroundings)
    {
        if (form.Defects.Count > 0) return new([], form.Defects);
        var extractor = new Extractor(new(form, response, surroundings));
        extractor.Extract();
        return new(extractor._records, extractor._issues);
    }

    private void Extract()
    {
        _issues.AddRange(_facts.Defects(_answers.Form.Source));
        if (_answers.Form.All.Select(item => item.Source).Prepend(_answers.Form.Source).Any(UsesOtherWay))
            Fail(IssueCodes.NotSupported, "The questionnaire also asks for a way of extraction that this server does not know; a part of the records would be missing.", "Questionnaire");
        if (_issues.Count > 0) return;
        FromTemplates(_answers.Form.Source, [_answers.Root], isRepeating: false, "");
        foreach (var item in _answers.Form.All)
        {
            var nodes = _facts.IsWithdrawn ? [] : _answers.Find(item.LinkId).Where(node => node.IsAnswered && _answers.IsEnabled(node) != false).ToList();
            FromTemplates(item.Source, nodes, Repeats(item), item.LinkId);
            if (IsObserved(item)) FromAnswers(item, nodes);
        }
    }

    private static bool UsesOtherWay(JsonElement element) => OtherWays.Any(way => element.Extensions(Sdc + way).Any());

    private static bool Repeats(FormItem item) => item.Repeats || (item.Parent is { } parent && Repeats(parent));

    private static bool IsObserved(FormItem item)
        => item.Source.Extensions(Sdc + "observationExtract").Any(extension => extension.TryGetProperty("valueBoolean", out var flag) && flag.ValueKind == JsonValueKind.True);

    private void FromAnswers(FormItem item, IReadOnlyList<ResponseNode> nodes)
    {
        var values = nodes.SelectMany(node => node.Answers.Select((answer, index) => (Answer: answer, Place: $"{node.Place}.answer[{index}]"))).ToList();
        if (!item.Source.TryGetProperty("code", out _))
        {
            Fail(IssueCodes.Required, "An item that becomes an Observation has no code, so nobody would know what was observed.", "Questionnaire.item");
            return;
        }

        var count = 0;
        foreach (var (answer, place) in values)
        {
            if (ObservedValue.Of(item, answer) is { } value) Add("Observation", _facts.Observation(item, value), item.LinkId, count++, place);
            else if (answer.Choice("value") is not null) Fail(IssueCodes.NotSupported, "An answer of this type cannot be the value of an Observation.", place);
        }

        Withdraw(count, Repeats(item), item.LinkId);
    }

    private void FromTemplates(JsonElement holder, IReadOnlyList<ResponseNode> nodes, bool isRepeating, string linkId)
    {
        foreach (var extension in holder.Extensions(Sdc + "templateExtract"))
        {
            var target = TemplateTarget.Read(extension);
            if (target.Find(_answers.Form.Source) is not { } template)
            {
                Fail(IssueCodes.NotFound, "The questionnaire names a template that it does not contain.", "Questionnaire.contained");
                continue;
            }

            var count = 0;
            foreach (var node in _facts.IsWithdrawn ? [] : nodes) count = FromTemplate(target, template, node, linkId, count);
            if (template.Text("resourceType") == "Observation" && target.IsPlain) Withdraw(count, isRepeating, $"{linkId} {target.Id}");
        }
    }

    private int FromTemplate(TemplateTarget target, JsonElement template, ResponseNode node, string linkId, int count)
    {
        var filling = new TemplateFilling(_answers.Expressions, template);
        foreach (var resource in filling.Fill(FormExpressions.ElementOf(node)))
        {
            if (target.IsPlain) Add(template.Text("resourceType")!, resource, $"{linkId} {target.Id}", count++, node.Place);
            else Add(target.Record(resource, _facts.IdOf($"{linkId} {target.Id}", count++), node, _answers.Expressions, _issues));
        }

        _issues.AddRange(filling.Problems.Select(problem => new Issue(IssueCodes.Processing, $"The template {target.Id} of the questionnaire cannot be filled: {problem}", node.Place)));
        return count;
    }

    /// <summary>Adds a record under an identifier of its own, so that extracting again changes it and makes no second one.</summary>
    private void Add(string type, JsonObject resource, string source, int number, string origin)
    {
        var id = _facts.IdOf(source, number);
        var method = ResponseFacts.Identify(resource, type, id) ? "PUT" : "POST";
        Add(new(id, method, method == "PUT" ? ResponseFacts.Search(type, id) : type, resource, origin));
    }

    private void Add(ExtractedRecord? record)
    {
        if (record is not null) _records.Add(record);
    }

    /// <summary>What an earlier version of the response said and this one does not say any more must not stand on.</summary>
    private void Withdraw(int count, bool isRepeating, string source)
    {
        if (!_facts.MayWithdraw) return;
        if (count == 0) _records.Add(new(_facts.IdOf(source, 0), "DELETE", ResponseFacts.Search("Observation", _facts.IdOf(source, 0)), null, "QuestionnaireResponse"));
        if (isRepeating)
            _issues.Add(new(IssueCodes.Informational, "Records of further answers to an item that repeats, which an earlier version of the response had, are not withdrawn: look for them.") { Severity = IssueSeverity.Warning });
    }

    private void Fail(string code, string text, string place) => _issues.Add(new(code, text, place));
}
