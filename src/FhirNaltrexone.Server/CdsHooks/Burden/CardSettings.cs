using System.Globalization;
using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>The settings that decide which cards are shown, as names and values in one spelling: what is told, recorded and compared.</summary>
internal static class CardSettings
{
    /// <summary>The settings in force, in a fixed order.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(CardOptions options) =>
    [
        ("MinimumIndicator", options.MinimumIndicator.ToString()),
        ("Maximum", options.Maximum == 0 ? "none" : options.Maximum.ToString(CultureInfo.InvariantCulture)),
        .. options.Off.OrderBy(off => off.Rule, StringComparer.Ordinal).Select(off => ($"Off {off.Rule}", Off(off))),
        ("Snooze", Text(options.Snooze)),
        .. options.Snoozes.OrderBy(own => own.Rule, StringComparer.Ordinal).Select(own => ($"Snooze {own.Rule}", Text(own.For))),
    ];

    /// <summary>Whether these are the defaults, with which every card is shown.</summary>
    public static bool AreDefaults(CardOptions options) => Of(options).SequenceEqual(Of(new CardOptions()));

    /// <summary>What a service's description says of rules that are off; empty when none of its rules is.</summary>
    public static string Describe(CardOptions options, ICdsService service)
    {
        var off = options.Off.Where(off => service.Rules.Any(rule => rule.Code == off.Rule)).OrderBy(off => off.Rule, StringComparer.Ordinal).ToList();
        return off.Count == 0 ? string.Empty : $" Switched off at this site: {string.Join("; ", off.Select(one => $"{one.Rule}, {Off(one)}"))}.";
    }

    private static string Off(CardOffOptions off)
        => off.Reason.Trim() + (off.IncludingCritical ? " (critical cards too)" : " (critical cards are shown)");

    private static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
