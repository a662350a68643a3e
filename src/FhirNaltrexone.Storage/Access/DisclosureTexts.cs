namespace FhirNaltrexone.Storage.Access;

/// <summary>What goes along with records that fall under consents, in the same words always.</summary>
public static class DisclosureTexts
{
    /// <summary>Code system of both notices.</summary>
    public const string System = "https://fhirnaltrexone.example.org/fhir/CodeSystem/disclosure-notice";

    /// <summary>Code of <see cref="MayBeWithheldText"/>.</summary>
    public const string MayBeWithheld = "may-be-withheld";

    /// <summary>Told with every answer to somebody who falls under consents, whether anything was left out or not.</summary>
    public const string MayBeWithheldText =
        "Information may be withheld because of the patient's consent or for want of one. That something is absent here proves nothing.";

    /// <summary>Code of <see cref="RedisclosureText"/>.</summary>
    public const string Redisclosure = "redisclosure";

    /// <summary>Goes with records under 42 CFR Part 2 (the notice of 2.32, in short).</summary>
    public const string RedisclosureText =
        "Records protected by 42 CFR Part 2 are included. They must not be used or disclosed further than the patient's written consent or that rule allows, and "
        + "not in proceedings against the patient without such a consent or a court order.";

    /// <summary>Code system of the label that says so to machines.</summary>
    public const string LabelSystem = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    /// <summary>No redisclosure without a consent directive.</summary>
    public const string Label = "NORDSCLCD";
}
