using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>Reads a Questionnaire, and finds what makes it useless: link ids that are missing or given twice, conditions that lead nowhere or in a circle.</summary>
/// <param name="questionnaire">The Questionnaire.</param>
internal sealed class FormReader(JsonElement questionnaire)
{
    /// <summary>Most items of a form.</summary>
    private const int MaxItems = 5_000;

    /// <summary>Longest chain of items of which each is enabled by the next, so that following it does not overflow the stack.</summary>
    private const int LongestChain = 100;

    private readonly Dictionary<string, FormItem> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<FormItem, int> _chains = [];
    private readonly List<Issue> _defects = [];
    private int _count;

    public Form Read()
    {
        var items = ReadItems(questionnaire, parent: null, "Questionnaire");
        if (_count > MaxItems) Defect(IssueCodes.TooLong, $"The questionnaire has more than {MaxItems} items.", "Questionnaire.item");
        if (_defects.Count == 0) CheckConditions();
        return new(questionnaire, items, _byId, _defects);
    }

    // JSON is no deeper than the guards of content let it be, so this does not overflow the stack.
    private List<FormItem> ReadItems(JsonElement holder, FormItem? parent, string path)
    {
        var items = new List<FormItem>();
        foreach (var source in holder.Items("item"))
        {
            if (++_count > MaxItems) break;
            var place = $"{path}.item[{items.Count}]";
            var item = new FormItem(source, source.Text("linkId") ?? string.Empty, parent, items.Count);
            items.Add(item);
            if (item.LinkId.Length == 0) Defect(IssueCodes.Required, "An item of the questionnaire has no linkId.", place);
            else if (!_byId.TryAdd(item.LinkId, item)) Defect(IssueCodes.Duplicate, "Two items of the questionnaire have the same linkId.", place);
            item.Items = ReadItems(source, item, place);
        }

        return items;
    }

    private void CheckConditions()
    {
        if (_byId.Values.Any(item => item.Conditions.Any(condition => !_byId.ContainsKey(condition.Question))))
            Defect(IssueCodes.NotFound, "An enableWhen of the questionnaire names a question that it does not have.", "Questionnaire.item");
        else if (_byId.Values.Any(IsCircular))
            Defect(IssueCodes.Invalid, "The enableWhen of the questionnaire lead in a circle: whether an item is enabled depends on itself.", "Questionnaire.item");
        else if (_chains.Values.Any(length => length > LongestChain))
            Defect(IssueCodes.TooCostly, $"The questionnaire has a chain of more than {LongestChain} items of which each is enabled by the next.", "Questionnaire.item");
    }

    /// <summary>Whether an item waits for itself. An item waits for the one it stands in, and for what its conditions look at. Without recursion: chains may be long.</summary>
    private bool IsCircular(FormItem start)
    {
        var way = new Stack<(FormItem Item, IEnumerator<FormItem> Next)>();
        Enter(start);
        while (way.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
            {
                _chains[top.Item] = 1 + Awaited(top.Item).Select(item => _chains[item]).DefaultIfEmpty().Max();
                way.Pop();
            }
            else if (!Enter(top.Next.Current) && _chains[top.Next.Current] == 0) return true;
        }

        return false;

        // A chain of length 0 is one that is not measured yet: an item on the way.
        bool Enter(FormItem item)
        {
            if (!_chains.TryAdd(item, 0)) return false;
            way.Push((item, Awaited(item).GetEnumerator()));
            return true;
        }
    }

    private IEnumerable<FormItem> Awaited(FormItem item)
        => item.Conditions.Select(condition => _byId.GetValueOrDefault(condition.Question)).Append(item.Parent).OfType<FormItem>();

    private void Defect(string code, string text, string place)
    {
        if (_defects.Count < 10) _defects.Add(new(code, text, place));
    }
}
