using FhirNaltrexone.Validation.FhirPath;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>
/// Which items of a response are enabled (FHIR R4, Questionnaire.item.enableWhen). Conditions look at the nearest occurrences of their question; answers
/// of an item that is not enabled itself count for nothing. What cannot be told is null, never no.
/// </summary>
/// <param name="answers">The response.</param>
/// <param name="expressions">Evaluates conditions that are expressions.</param>
/// <param name="budget">What all may cost; null for no limit of this kind.</param>
internal sealed class Enablement(AnsweredForm answers, FormExpressions expressions, FhirPathBudget? budget)
{
    private readonly Dictionary<(FormItem Item, ResponseNode Parent), bool?> _known = [];

    /// <summary>Whether an item is enabled in an occurrence of what it stands in.</summary>
    public bool? Of(FormItem item, ResponseNode parent)
    {
        if (_known.TryGetValue((item, parent), out var known)) return known;
        budget?.Pay(1);
        var above = parent.Item is null ? true : Of(parent.Item, parent.Parent!);
        return _known[(item, parent)] = above == false ? false : Both(above, Own(item, parent));
    }

    private bool? Own(FormItem item, ResponseNode parent)
    {
        var byConditions = item.Conditions.Count == 0 ? true : Conditions(item, parent);
        return byConditions == false ? false : Both(byConditions, expressions.EnableWhen(item, parent));
    }

    private bool? Conditions(FormItem item, ResponseNode parent)
    {
        var wanted = item.IsAnyEnough;
        bool? result = !wanted;
        foreach (var condition in item.Conditions)
        {
            var met = Met(condition, parent);
            if (met == wanted) return wanted;
            if (met is null) result = null;
        }

        return result;
    }

    private bool? Met(EnableCondition condition, ResponseNode parent)
    {
        var values = Nearest(condition.Question, parent).Where(node => node.Item is not null && Of(node.Item, node.Parent!) != false).SelectMany(AnswerValues.Of).ToList();
        budget?.Pay(values.Count);
        return condition.Operator switch
        {
            "exists" => condition.Expected is { } expected ? expected.Value.ValueKind == System.Text.Json.JsonValueKind.True == values.Count > 0 : null,
            "!=" => values.Count == 0 ? null : Not(Any(values, condition)),
            "=" or ">" or "<" or ">=" or "<=" => Any(values, condition),
            _ => null,
        };
    }

    private static bool? Any(IEnumerable<System.Text.Json.JsonProperty> values, EnableCondition condition)
    {
        if (condition.Expected is not { } expected) return null;
        bool? result = false;
        foreach (var value in values)
        {
            var met = AnswerValues.Compares(value, condition.Operator == "!=" ? "=" : condition.Operator, expected);
            if (met == true) return true;
            if (met is null) result = null;
        }

        return result;
    }

    /// <summary>The occurrences that share the most of the way with a place: that place itself, what stands beside it, and so on outwards.</summary>
    private IEnumerable<ResponseNode> Nearest(string question, ResponseNode place)
    {
        var occurrences = answers.Find(question);
        if (occurrences.Count <= 1) return occurrences;
        budget?.Pay(occurrences.Count * (place.Depth + 1));
        if (budget is { Left: 0 }) return [];
        var shared = occurrences.Select(node => (Node: node, Depth: SharedDepth(node, place))).ToList();
        var deepest = shared.Max(one => one.Depth);
        return shared.Where(one => one.Depth == deepest).Select(one => one.Node);
    }

    private static int SharedDepth(ResponseNode node, ResponseNode place)
    {
        var (one, other) = (node, place);
        while (one != other)
        {
            if (one.Depth >= other.Depth) one = one.Parent!;
            else other = other.Parent!;
        }

        return one.Depth;
    }

    private static bool? Both(bool? one, bool? other) => one == false || other == false ? false : one is null || other is null ? null : true;

    private static bool? Not(bool? truth) => truth is { } known ? !known : null;
}
