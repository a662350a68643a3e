using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>Codes of what the service tells of itself, from the code system naltrexone-service-topics.</summary>
internal static class ServiceTopics
{
    /// <summary>URL of the code system.</summary>
    public const string System = $"{Systems.Own}/CodeSystem/naltrexone-service-topics";

    /// <summary>Topic of the card that says what was held back. It is no rule.</summary>
    public static Coding CardsHeldBack { get; } = new(System, "cards-held-back", "Cards held back");

    /// <summary>Topic of the card that says that records which need a consent may be missing. It is no rule.</summary>
    public static Coding RecordsMayBeMissing { get; } = new(System, "records-may-be-missing", "Records may be missing");

    /// <summary>Subtype of the audit record of changed card settings.</summary>
    public static Coding CardSettingsChanged { get; } = new(System, "card-settings-changed", "Card settings changed");
}
