using System.Text.Json;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Questionnaires;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Responses;

/// <summary>
/// Walks through a response beside its questionnaire. What may still be missing in a response that is in progress is not asked of it: answers that
/// are required, and values that are computed.
/// </summary>
/// <param name="answers">The response.</param>
/// <param name="rules">What is asked of single answers.</param>
/// <param name="run">The validation; its path is at the response.</param>
internal sealed class ResponseWalk(AnsweredForm answers, AnswerRules rules, ValidationRun run)
{
    private readonly bool _isComplete = answers.Root.Source.Text("status") is "completed" or "amended";
    private readonly Dictionary<FormItem, FhirPathResult?> _calculated = [];

    /// <summary>Checks all of it.</summary>
    public void Check() => Sheet(answers.Root, answers.Root.Children, answers.Form.Items);

    /// <summary>Items that stand together: those of the response, of a group, or of one answer.</summary>
    private void Sheet(ResponseNode parent, IEnumerable<ResponseNode> nodes, IReadOnlyList<FormItem> expected)
    {
        var occurrences = new Dictionary<FormItem, int>();
        var (last, isAnswered) = (-1, new HashSet<FormItem>());
        foreach (var node in nodes)
        {
            if (run.IsOver) return;
            run.Path.Push("item", node.Index);
            if (node.Item is null) run.ReportChild("linkId", ValidationMessages.UnknownLink, node.Source);
            else if (node.Item.Parent != parent.Item) run.ReportChild("linkId", ValidationMessages.MisplacedItem, node.Source);
            else
            {
                if (node.Item.Place < last) run.Report(ValidationMessages.ItemOrder, node.Source);
                last = Math.Max(last, node.Item.Place);
                occurrences[node.Item] = occurrences.GetValueOrDefault(node.Item) + 1;
                if (node.IsAnswered) isAnswered.Add(node.Item);
                Item(node, node.Item, occurrences[node.Item]);
            }

            run.Path.Pop();
        }

        if (_isComplete) Missing(parent, expected, occurrences, isAnswered);
    }

    private void Item(ResponseNode node, FormItem item, int occurrence)
    {
        if (occurrence > 1 && !(item.IsGroup && item.Repeats)) run.Report(ValidationMessages.ItemTwice, node.Source);
        if (node.IsAnswered && answers.IsEnabled(node) == false && answers.IsEnabled(node.Parent!) != false) run.Report(ValidationMessages.NotEnabled, node.Source);
        if (!item.IsQuestion && node.Answers.Count > 0) run.ReportChild("answer", ValidationMessages.UnwantedAnswer, node.Source);
        else Answers(node, item);
        Children(node, item);
    }

    private void Answers(ResponseNode node, FormItem item)
    {
        if (node.Answers.Count > 1 && !item.Repeats) run.ReportChild("answer", ValidationMessages.SeveralAnswers, node.Source);
        if (item.IsQuestion) Count(node.Answers.Count, item, node.Source, "answer");
        for (var index = 0; index < node.Answers.Count && !run.IsOver; index++)
        {
            if (node.Answers[index].Choice("value") is not { } value) continue;
            run.Path.Push("answer", index);
            run.Path.Push("value", ElementPath.Single);
            rules.Check(item, value, run);
            if (_isComplete) Compare(item, node, value);
            run.Path.Pop();
            run.Path.Pop();
        }
    }

    private void Count(int count, FormItem item, JsonElement at, string child)
    {
        if (_isComplete && item.Value("questionnaire-minOccurs") is { Value: var least } && least.TryGetInt32(out var fewest) && count > 0 && count < fewest)
            run.ReportChild(child, ValidationMessages.TooFewAnswers, at, fewest);
        if (item.Value("questionnaire-maxOccurs") is { Value: var greatest } && greatest.TryGetInt32(out var most) && count > most)
            run.ReportChild(child, ValidationMessages.TooManyAnswers, at, most);
    }

    private void Children(ResponseNode node, FormItem item)
    {
        foreach (var child in node.Children.Where(child => child.Answer is null == item.IsQuestion))
        {
            if (child.Answer is { } answer) run.Path.Push("answer", answer);
            run.Path.Push("item", child.Index);
            run.Report(ValidationMessages.MisnestedItem, child.Source);
            run.Path.Pop();
            if (child.Answer is not null) run.Path.Pop();
        }

        if (!item.IsQuestion) Sheet(node, node.Children.Where(child => child.Answer is null), item.Items);
        var byAnswer = node.Children.ToLookup(child => child.Answer);
        for (var index = 0; item.IsQuestion && index < node.Answers.Count && !run.IsOver; index++)
        {
            run.Path.Push("answer", index);
            Sheet(node, byAnswer[index], item.Items);
            run.Path.Pop();
        }
    }

    private void Missing(ResponseNode parent, IReadOnlyList<FormItem> expected, Dictionary<FormItem, int> occurrences, HashSet<FormItem> isAnswered)
    {
        foreach (var item in expected)
        {
            run.Request.Budget?.Pay(1);
            if (run.IsOver) return;
            if (item.IsGroup && occurrences.TryGetValue(item, out var count)) Count(count, item, parent.Source, "item");
            if (isAnswered.Contains(item) || item.Type == "display" || answers.IsEnabled(item, parent) != true) continue;
            if (item.IsRequired) run.ReportChild("item", ValidationMessages.Unanswered, parent.Source, item.LinkId);
            else if (item.BecomesRecord && Calculated(item) is { Values.Count: > 0 }) run.ReportChild("item", ValidationMessages.NoCalculation, parent.Source, item.LinkId);
        }
    }

    private void Compare(FormItem item, ResponseNode node, JsonProperty value)
    {
        if (Calculated(item) is not { } result) return;
        if (result.Error is { } error) run.Report(ValidationMessages.CalculationUndecided, value.Value, error.Text.TrimEnd('.'));
        else if (result.Values.Count > 1 || answers.Find(item.LinkId).Count > 1) run.Report(ValidationMessages.CalculationUndecided, value.Value, "there is more than one");
        else if (node.Answers.Count != result.Values.Count || AnswerValues.IsSame(value, result.Values[0]) != true) run.Report(ValidationMessages.WrongCalculation, value.Value);
    }

    private FhirPathResult? Calculated(FormItem item)
    {
        if (!_calculated.TryGetValue(item, out var result)) _calculated[item] = result = answers.Expressions.Calculated(item);
        return result;
    }
}
