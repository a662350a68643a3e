using System.Collections.Frozen;

namespace FhirNaltrexone.Server.Security.Clients;

/// <summary>Codes of the value set <c>http://terminology.hl7.org/ValueSet/v3-PurposeOfUse</c> (FHIR R4, v3-ActReason 2018-08-12).</summary>
internal static class PurposesOfUse
{
    private static readonly FrozenSet<string> Codes = new[]
    {
        "BIORCH", "BTG", "CAREMGT", "CLINTRCH", "CLINTRCHNPC", "CLINTRCHPC", "CLINTRL", "CLMATTCH", "COC", "COVAUTH", "COVERAGE", "DISASTER", "DONAT",
        "DSRCH", "ELIGDTRM", "ELIGVER", "ENROLLM", "ERTREAT", "ETREAT", "FAMRQT", "FRAUD", "GOV", "HACCRED", "HCOMPL", "HDECD", "HDIRECT", "HDM", "HLEGAL",
        "HMARKT", "HOPERAT", "HOUTCOMS", "HPAYMT", "HPRGRP", "HQUALIMP", "HRESCH", "HSYSADMIN", "HTEST", "LABELING", "MEMADMIN", "METAMGT", "MILCDM",
        "MILDCRG", "PATADMIN", "PATRQT", "PATSFTY", "PERFMSR", "POARCH", "POPHLTH", "PRECLINTRCH", "PUBHLTH", "PWATRNY", "RECORDMGT", "REMITADV", "SUPNWK",
        "SYSDEV", "THREAT", "TRAIN", "TRANSRCH", "TREAT",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All codes.</summary>
    public static IReadOnlyCollection<string> All => Codes;

    /// <summary>Whether a code is one of them.</summary>
    public static bool Contains(string code) => Codes.Contains(code);
}
