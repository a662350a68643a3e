using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Thresholds;

/// <summary>Binds every threshold to its CQL parameter, after checking that the whole set is usable.</summary>
internal sealed class ThresholdBinder(IReadOnlyList<Threshold> thresholds, IReadOnlyDictionary<string, string> overrides, ProblemList problems)
{
    private readonly Dictionary<string, ThresholdValue> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Binds the thresholds; the problem list says what is wrong.</summary>
    /// <param name="declared">Every CQL parameter that a threshold has to give a value to.</param>
    public CqlParameters Bind(IReadOnlyList<CqlParameter> declared)
    {
        CheckKeys();
        ReadValues();
        CheckOrder();
        CheckTargets(declared);
        CheckCoverage(declared);
        return Bound();
    }

    private void CheckKeys()
    {
        foreach (var group in thresholds.GroupBy(t => t.Key, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()))
        {
            problems.Add(group.Key, "is defined more than once");
        }

        foreach (var key in overrides.Keys.Where(key => !thresholds.Any(t => SameKey(t.Key, key))).Order(StringComparer.Ordinal))
        {
            problems.Add(key, "is no known threshold");
        }
    }

    private void ReadValues()
    {
        foreach (var threshold in thresholds)
        {
            // Not a look-up: the caller's dictionary may tell upper from lower case, configuration does not.
            var text = overrides.FirstOrDefault(pair => SameKey(pair.Key, threshold.Key)).Value ?? threshold.Default;
            if (ThresholdValue.Parse(threshold, text, out var fault) is { } value)
            {
                _values[threshold.Key] = value;
            }
            else
            {
                problems.Add(threshold.Key, $"the value '{text}' {fault}");
            }
        }
    }

    private void CheckOrder()
    {
        foreach (var lower in thresholds.Where(t => t.Below is not null))
        {
            var upper = thresholds.FirstOrDefault(t => SameKey(t.Key, lower.Below!));
            if (upper is null)
            {
                problems.Add(lower.Key, $"must not exceed {lower.Below}, which is no known threshold");
            }
            else if (Comparable(lower) is { } low && Comparable(upper) is { } high && low > high)
            {
                problems.Add(lower.Key, $"the value '{_values[lower.Key].Text}' exceeds {upper.Key}, which is '{_values[upper.Key].Text}'");
            }
        }
    }

    private void CheckTargets(IReadOnlyList<CqlParameter> declared)
    {
        foreach (var threshold in thresholds)
        {
            var parameter = declared.FirstOrDefault(p => p.Library == threshold.Library && p.Name == threshold.Parameter);
            if (parameter is null)
            {
                problems.Add(threshold.Key, $"is bound to {threshold.Library}.\"{threshold.Parameter}\", which CQL does not declare");
            }
            else if (parameter.TypeName != CqlType(threshold.Type))
            {
                problems.Add(threshold.Key, $"is of type {threshold.Type}, the CQL parameter of type {parameter.TypeName}");
            }
        }
    }

    private void CheckCoverage(IReadOnlyList<CqlParameter> declared)
    {
        foreach (var parameter in declared)
        {
            var count = thresholds.Count(t => t.Library == parameter.Library && t.Parameter == parameter.Name);
            if (count != 1)
            {
                problems.Add($"{parameter.Library}.\"{parameter.Name}\"", $"is bound by {count} thresholds; exactly one is needed");
            }
        }
    }

    private CqlParameters Bound()
    {
        var bound = CqlParameters.Empty;
        foreach (var threshold in thresholds.Where(t => _values.ContainsKey(t.Key)))
        {
            bound = bound.With(threshold.Library, threshold.Parameter, threshold.ToCql(_values[threshold.Key]));
        }

        return bound;
    }

    /// <summary>The first number, durations in minutes; null for a text or an unusable value.</summary>
    private decimal? Comparable(Threshold threshold)
    {
        if (!_values.TryGetValue(threshold.Key, out var value) || value.Numbers.Count == 0)
        {
            return null;
        }

        var unit = threshold.Type == ThresholdType.Quantity ? threshold.Unit ?? string.Empty : string.Empty;
        return value.Numbers[0] * ThresholdReader.Durations.GetValueOrDefault(unit, 1);
    }

    private static string CqlType(ThresholdType type) => type == ThresholdType.IntegerList ? "List<System.Integer>" : $"System.{type}";

    private static bool SameKey(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
