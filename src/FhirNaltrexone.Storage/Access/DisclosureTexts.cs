using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Access;

/// <summary>What goes along with records that fall under consents, in the same words always.</summary>
public static class DisclosureTexts
{
    /// <summary>Code system of both notices.</summary>
    public const string System = $"{Systems.Own}/CodeSystem/disclosure-notice";

    /// <summary>Code of <see cref="MayBeWithheldText"/>.</summary>
    public const string MayBeWithheld = "may-be-withheld";

    /// <summary>Told with every answer to somebody who falls under consents, whether anything was left out or not.</summary>
    public const string MayBeWithheldText =
        "Information may be withheld because of the patient's consent or for want of one. That something is absent here proves nothing.";

    /// <summary>Code of <see cref="RedisclosureText"/>.</summary>
    public const string Redisclosure = "redisclosure";

    /// <summary>Goes with sensitive records of any kind.</summary>
    public const string RedisclosureText = "Sensitive records are included. They must not be disclosed further than the patient's consent or the law allows.";

    /// <summary>Code of <see cref="Part2Text"/>.</summary>
    public const string Part2 = "part2-redisclosure";

    /// <summary>The label of records that fall under 42 CFR Part 2 because of where they come from.</summary>
    public const string Part2Label = "42CFRPart2";

    /// <summary>Goes with records labelled <see cref="Part2Label"/> and with no others; begins with the statement that 42 CFR 2.32(a)(2) gives (2024).</summary>
    public const string Part2Text =
        Part2Statement + " They must not be used or disclosed further than the patient's written consent or that rule allows, and "
        + "not in proceedings against the patient without such a consent or a court order.";

    /// <summary>Goes with exports, whose files are not looked at again.</summary>
    public const string ExportText =
        "Sensitive records may be included. They must not be disclosed further than the patient's consent or the law allows. To those labelled 42CFRPart2 applies: " + Part2Statement;

    /// <summary>What an account of a disclosure gives as the notice where none went along but the labels of the record itself.</summary>
    /// <param name="labels">Their codes.</param>
    public static string LabelsText(IEnumerable<string> labels) => $"The security labels of the record, without further words: {string.Join(", ", labels)}.";

    private const string Part2Statement = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    /// <summary>Code system of the label that says so to machines.</summary>
    public const string LabelSystem = Systems.ActCode;

    /// <summary>No redisclosure without a consent directive.</summary>
    public const string Label = "NORDSCLCD";
}
