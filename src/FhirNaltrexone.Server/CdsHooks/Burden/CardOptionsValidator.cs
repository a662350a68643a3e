using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>
/// Checks the rules that settings name: a slip of the pen there would leave a rule on that should be off, or the other way round. The content is
/// asked for only when a rule is named.
/// </summary>
internal sealed class CardOptionsValidator(IServiceProvider services) : IValidateOptions<CardOptions>
{
    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(366);

    public ValidateOptionsResult Validate(string? name, CardOptions options)
    {
        if (options.Off.Count + options.Snoozes.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var failures = new List<string>();
        var known = services.GetRequiredService<ServiceCatalogue>().Services
            .SelectMany(service => service.Rules).Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal);
        CheckOff(options, known, failures);
        CheckSnoozes(options, known, failures);
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static void CheckOff(CardOptions options, HashSet<string> known, List<string> failures)
    {
        for (var i = 0; i < options.Off.Count; i++)
        {
            var (place, off) = ($"Cards:Off:{i}", options.Off[i]);
            CheckRule(place, off.Rule, options.Off.Take(i).Select(other => other.Rule), known, failures);
            if (Untouchable.IsAboutData(off.Rule))
            {
                failures.Add($"{place}:Rule {off.Rule} cannot be switched off: without it missing data would look like an all-clear.");
            }

            if (string.IsNullOrWhiteSpace(off.Reason))
            {
                failures.Add($"{place}:Reason must say why the rule is switched off.");
            }
        }
    }

    private static void CheckSnoozes(CardOptions options, HashSet<string> known, List<string> failures)
    {
        for (var i = 0; i < options.Snoozes.Count; i++)
        {
            var (place, own) = ($"Cards:Snoozes:{i}", options.Snoozes[i]);
            CheckRule(place, own.Rule, options.Snoozes.Take(i).Select(other => other.Rule), known, failures);
            if (Untouchable.IsAboutData(own.Rule))
            {
                failures.Add($"{place}:Rule {own.Rule} cannot be snoozed: without it missing data would look like an all-clear.");
            }

            if (own.For < TimeSpan.Zero || own.For > LongestSnooze)
            {
                failures.Add($"{place}:For must be between 00:00:00 and 366.00:00:00.");
            }
        }
    }

    private static void CheckRule(string place, string rule, IEnumerable<string> earlier, HashSet<string> known, List<string> failures)
    {
        if (!known.Contains(rule))
        {
            failures.Add($"{place}:Rule '{rule}' is not the code of a rule that any service runs.");
        }
        else if (earlier.Contains(rule))
        {
            failures.Add($"{place}:Rule {rule} is named twice.");
        }
    }
}
