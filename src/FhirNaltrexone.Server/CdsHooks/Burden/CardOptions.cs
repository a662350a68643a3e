using System.ComponentModel.DataAnnotations;
using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>
/// What a site does against too many cards. Section <c>Cards</c> of the configuration. Nothing here touches a critical card, unless its rule is
/// switched off in so many words, or a card about data that could not be read or understood.
/// </summary>
internal sealed class CardOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Cards";

    /// <summary>Least urgent cards that are shown.</summary>
    [EnumDataType(typeof(Indicator), ErrorMessage = "Cards:MinimumIndicator must be Info, Warning or Critical.")]
    public Indicator MinimumIndicator { get; set; } = Indicator.Info;

    /// <summary>Most cards of one answer; 0 for no limit. When some are held back, one more card says so.</summary>
    [Range(0, 100, ErrorMessage = "Cards:Maximum must be between 0 and 100.")]
    public int Maximum { get; set; }

    /// <summary>Rules that are switched off.</summary>
    public IList<CardOffOptions> Off { get; } = [];

    /// <summary>How long a rule is silent for a patient after its card was overridden; zero for not at all.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "366.00:00:00", ErrorMessage = "Cards:Snooze must be between {1} and {2}.")]
    public TimeSpan Snooze { get; set; }

    /// <summary>Rules with a time of their own.</summary>
    public IList<CardSnoozeOptions> Snoozes { get; } = [];

    /// <summary>How long after a card was sent its override is understood.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ErrorMessage = "Cards:OverrideWithin must be between {1} and {2}.")]
    public TimeSpan OverrideWithin { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long an answer waits for the database to tell snoozes, and again to remember cards, before it goes out with every card.</summary>
    [Range(1, 60_000, ErrorMessage = "Cards:StoreMilliseconds must be between {1} and {2}.")]
    public int StoreMilliseconds { get; set; } = 200;

    /// <summary>How long a rule is snoozed; zero for not at all.</summary>
    public TimeSpan SnoozeOf(string rule) => Snoozes.FirstOrDefault(own => own.Rule == rule)?.For ?? Snooze;
}
